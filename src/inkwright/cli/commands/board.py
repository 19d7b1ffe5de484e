"""Show every post with its stage, what is open before it and the next thing to do.

Group: start
"""

from itertools import groupby

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, say, say_step
from inkwright.flows.board import board
from inkwright.model.board import Board, BoardPost
from inkwright.model.counted import counted
from inkwright.model.site import Unreadable
from inkwright.model.topic import interest_warning
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `board --format json` prints."""

    version: int
    posts: tuple[BoardPost, ...]
    unreadable: tuple[Unreadable, ...]


@click.command(epilog="Example: inkwright board")
@format_option
def command(format_: str) -> None:
    """Show every post under its furthest stage, computed from the files: nothing to keep up to date by hand.

    Stages: idea, grouped, outlined, drafted, evidenced, edited, proofed, published, promoted. Each is a gate of its
    own; an open gate before the furthest stage is shown as open. No snippet is run and nothing is written.
    """
    workspace = require_workspace()
    found = board(workspace, today(workspace.settings.timezone))
    if format_ == "json":
        emit_rows("posts", found.posts, unreadable=found.unreadable)
        return
    _print(found)


def _print(found: Board) -> None:
    if not found.posts and not found.unreadable:
        click.echo('No posts yet. Start one: inkwright new "My first post"')
    for stage, rows in groupby(found.posts, key=lambda row: row.stage):
        posts = list(rows)
        click.echo(click.style(f"{stage} ({len(posts)})", bold=True))
        for post in posts:
            _print_post(post)
        click.echo()
    for file in found.unreadable:
        say(str(file), "  ", err=True)


def _print_post(post: BoardPost) -> None:
    words = f"{post.words:,} of {post.budget} words" if post.budget.high else counted(post.words, "word")
    say(f"  {post.id}  {words}", "  ")
    for line in filter(None, (post.due, interest_warning(post.interest), post.letter)):
        say(f"    {line}", "  ")
    for gate in post.open:
        say_step(f"    open: {gate.stage} - {gate.missing}", gate.command, "  ")
    if post.ahead and post.ahead.stage != "promoted":
        say_step(f"    next: {post.ahead.stage} - {post.ahead.missing}", post.ahead.command, "  ")
