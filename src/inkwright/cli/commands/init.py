"""Make a folder a workspace: a new blog in an empty one, a guest in a site or vault that is in use.

Group: start
"""

import os

import click

from inkwright.cli.clock import today
from inkwright.flows.init import Started, init
from inkwright.model.errors import UsageError


@click.command(
    epilog='Examples: inkwright init my-blog --title "Notes on inference" · cd my-hugo-site && inkwright init'
)
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--title", default="", help="Title of the blog; else the folder's name.")
@click.option("--author", default="", help="Your name as readers see it.")
@click.option("--base-url", default="", metavar="URL", help="Where the site will live, such as https://me.dev/blog.")
def command(folder: str, title: str, author: str, base_url: str) -> None:
    """Make DIR (default: this folder) an Inkwright workspace.

    An empty folder becomes a blog with a first page. In an existing Hugo, Jekyll, Docusaurus, Quarto, MkDocs, Astro or
    Next.js site, Obsidian vault or folder of Markdown nothing is moved or rewritten: four things are added beside what
    is there. Running it again does no harm.
    """
    if base_url and not base_url.startswith(("https://", "http://")):
        raise UsageError(
            f"`{base_url}` is no address", hint="Give it with its scheme, for example https://me.dev/blog."
        )
    given = {"title": title, "author": author, "base_url": base_url.rstrip("/")}
    started = init(folder, today(), {key: value for key, value in given.items() if value})
    where = os.path.relpath(started.root)
    click.echo(_said(started, where))
    if started.caution and started.kind == "guest":
        click.echo(f"\nOne thing to do: {started.caution}")
    click.echo("\nNext:")
    if where != ".":
        click.echo(f"  cd {where}")
    for line in _next(started):
        click.echo(f"  {line}")


def _said(started: Started, where: str) -> str:
    """What was found and what was done, in two lines at most."""
    place = "This folder" if where == "." else where
    if started.kind == "again":
        done = f"Added {', '.join(started.written)}." if started.written else "Nothing was changed."
        return f"{place} is already a workspace ({started.label}: {_counts(started)}). {done}"
    if started.kind == "new":
        return f"{place} is a blog now: {_counts(started)}, ready to build."
    folders = dict.fromkeys(path.split("/")[0] + ("/" if "/" in path else "") for path in started.written)
    some = started.posts + started.pages + started.drafts + started.held
    own = "" if started.label in ("Inkwright", "a folder of Markdown") else f"{started.label}, "
    found = f"{started.label}: {_counts(started)}" if some else f"{own}no posts yet"
    return f"Found {found}.\nAdded {', '.join(folders)}. Nothing else was touched, moved or rewritten."


def _counts(started: Started) -> str:
    """The counts that are not zero, as people say them; always the posts."""
    named = (
        (started.posts, "post", "posts"), (started.pages, "page", "pages"), (started.drafts, "draft", "drafts"),
        (started.held, "other held back", "others held back"),
        (started.notes, "other Markdown file", "other Markdown files"),
    )  # fmt: skip
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in named if n or one == "post")


def _next(started: Started) -> tuple[str, str, str]:
    """Three things to do, in order."""
    if started.kind == "new" or not started.posts + started.drafts:
        return (
            'inkwright idea "something that surprised me"   keep a thought, one line',
            'inkwright new "My first post"                  lay out a post',
            "inkwright serve                                see the site",
        )
    return (
        "inkwright check     what a good editor would mark, nothing is changed",
        "inkwright build     the whole site into a folder of its own",
        "inkwright board     where each post stands",
    )
