"""Which published posts have aged: code, data, links, versions, a year in the title.

Group: publish
"""

from datetime import datetime

import click
from msgspec import Struct

from inkwright.cli.checking import ask_web
from inkwright.cli.clock import now
from inkwright.cli.output import emit_rows, format_option, say
from inkwright.cli.who import who
from inkwright.flows.stale import paths_of, stale
from inkwright.flows.stale_mark import mark
from inkwright.model.stale import StalePost
from inkwright.workspace.folder import Workspace, require_workspace


class OUTPUT(Struct, frozen=True):
    """What `stale --format json` prints."""

    version: int
    posts: tuple[StalePost, ...]


@click.command(
    epilog='Examples: inkwright stale · inkwright stale --online · inkwright stale --mark kv-cache --note "Runs with '
    'Triton 3.2."'
)
@click.argument("posts", nargs=-1)
@click.option("--online", is_flag=True, help="Also ask the web whether external links still lead somewhere.")
@click.option(
    "--mark", "marked", default="", metavar="POST", help="You looked at POST: set `updated` to today, with a note."
)
@click.option("--note", default="", metavar="TEXT", help="With --mark: what you changed or tried, for its readers.")
@format_option
def command(posts: tuple[str, ...], online: bool, marked: str, note: str, format_: str) -> None:
    """List published POSTS (all without a name) that want another look, those that mislead readers first.

    Signs are: snippets whose last run failed or no longer fits the code, numbers that no longer fit their data, dead
    links and pictures, versions that are behind what is installed here or were not looked at for 18 months, a year in
    the title that has passed, views that fell by more than half in three months (from `inkwright readings import`,
    where a source went on counting). Among posts that mislead alike those that most readers see come first. Nothing is
    run; without --online nothing is asked. What --mark answered is not named again until it changes, or for 18 months.
    """
    if bool(note) and not marked:
        raise click.UsageError("--note goes with --mark.")
    if marked and posts:
        raise click.UsageError("--mark takes one post and its --note, no other POSTS.")
    workspace = require_workspace(".")
    moment = now(workspace.settings.timezone)
    if marked:
        if not note.strip():
            raise click.UsageError("--mark wants a --note: one sentence on what you changed or tried.")
        _mark(workspace, marked, note, moment, online)
        return
    today = moment.date().isoformat()
    answers = ask_web(tuple(paths_of(workspace, today, posts)), today) if online else {}
    found = stale(workspace, today, posts, answers)
    if format_ == "json":
        emit_rows("posts", found)
        return
    if not found:
        click.echo("Nothing shows its age.")
    for post in found:
        say(f"{post.path}: {post.title}{_told(post)}", "  ")
        for sign in post.signs:
            place = f"{post.path}:{sign.line}:"
            say(f"  {place} {sign.message}  ({sign.command})", "  ", whole=place)
    if found:
        say('When you have looked: inkwright stale --mark POST --note "what you changed or tried"', "  ")


def _mark(workspace: Workspace, name: str, note: str, moment: datetime, online: bool) -> None:
    today = moment.date().isoformat()
    answers = ask_web(tuple(paths_of(workspace, today, (name,))), today) if online else {}
    done = mark(workspace, name, note, moment, who(workspace), answers)
    for change in done.corrected.changes:
        say(f"{done.corrected.path}: {change.after}", "  ")
    for sign in done.signs:
        say(f"Answered, and not named again until it changes: {sign.message}", "  ")
    if done.corrected.hint:
        say(done.corrected.hint, "  ")
    say(f"Next: inkwright publish {done.corrected.id}", "  ")


def _told(post: StalePost) -> str:
    """In brackets when it was last looked at, and how many read it."""
    said = (f"last looked at {post.looked_at}" if post.looked_at else "",
            f"{post.views:,} views in three months" if post.views is not None else "")  # fmt: skip
    known = ", ".join(filter(None, said))
    return f" ({known})" if known else ""
