"""Show the notes and own posts that are related to a post, a note or a paragraph.

Group: group
"""

import sys
from collections.abc import Sequence

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, fitted, format_option, led
from inkwright.flows.related_to import links_for, related_to, related_to_text
from inkwright.model.errors import UsageError
from inkwright.model.found import LinkProposal, Relation
from inkwright.workspace.folder import open_workspace

_POSTS = "Your posts (update one, or link to it, rather than repeat it)"


class OUTPUT(Struct, frozen=True):
    """What `related --format json` prints; with `--links` the proposals instead of the relations."""

    version: int
    related: tuple[Relation, ...] = ()
    links: tuple[LinkProposal, ...] = ()


@click.command(epilog='Example: inkwright related kv-cache --links   or   echo "paged attention" | inkwright related -')
@click.argument("name", metavar="POST|NOTE|-")
@click.option("--links", is_flag=True, help="Propose links between this post and your other posts, both ways.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="At most so many.")
@format_option
def command(name: str, links: bool, limit: int, format_: str) -> None:
    """Show what else you wrote about this, each with its score, the words in common and the links between the two.

    `-` reads a paragraph from standard input. Nothing is changed: links are proposed, you write them.
    """
    workspace = open_workspace()
    if links:
        if name == "-":
            raise UsageError("--links needs a post", hint="Name one instead of `-`.")
        proposals = links_for(workspace, name, limit)
        if format_ == "json":
            emit_rows("links", proposals)
        else:
            _print_links(proposals)
        return
    found = related_to_text(workspace, _typed(), limit) if name == "-" else related_to(workspace, name, limit)
    if format_ == "json":
        emit_rows("related", found)
    else:
        _print(found)


def _typed() -> str:
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def _print(found: Sequence[Relation]) -> None:
    posts = [one for one in found if one.kind in ("post", "page")]
    for heading, rows in ((_POSTS, posts), ("Notes", [one for one in found if one not in posts])):
        if rows:
            click.echo(click.style(heading, bold=True))
        for one in rows:
            click.echo(led(one.path, one.title, f"  {one.score:.2f}  ", "      "))
            click.echo(fitted(f"        {one.why}"))
    if not found:
        click.echo("Nothing here is related to it.")


def _print_links(proposals: Sequence[LinkProposal]) -> None:
    for one in proposals:
        click.echo(led(f"{one.path}:{one.line}", f'"{one.words}" could link to {one.to}'))
        click.echo(fitted(f"    {one.title}"))
    if not proposals:
        click.echo("No link to propose: no post nearby, or all are linked.")
