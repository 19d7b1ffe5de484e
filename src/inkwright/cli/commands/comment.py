"""Keep what readers say of a post: questions, replies, corrections.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, table
from inkwright.cli.typed import read_text
from inkwright.flows.comment import add_comment, list_comments
from inkwright.model.comment import CommentRow
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `comment list --format json` prints."""

    version: int
    comments: tuple[CommentRow, ...]


@click.group(epilog='Example: inkwright comment add kv-cache "Which GPU was this?" --from Ann')
def command() -> None:
    """Keep what readers say of a post, as lines of the inbox that name it."""


@command.command(epilog='Example: inkwright comment add kv-cache "The figure is 45 ms" --from Ann --errata')
@click.argument("post")
@click.argument("text", nargs=-1)
@click.option("--from", "by", default="", metavar="NAME", help="Who said it.")
@click.option("--url", "link", default="", help="Where it was said.")
@click.option("--errata", is_flag=True, help="It corrects the post.")
def add(post: str, text: tuple[str, ...], by: str, link: str, errata: bool) -> None:
    """Add TEXT as a comment on POST; `-` reads it from standard input. The post is not touched."""
    workspace = require_workspace(".")
    day = today(workspace.settings.timezone)
    name, idea = add_comment(workspace, post, read_text(text, "Comment"), day, by, link, errata)
    click.echo(f"Kept in {workspace.settings.ideas} for {name}: {idea.text}")


@command.command("list", epilog="Example: inkwright comment list kv-cache")
@click.argument("post", default="")
@format_option
def list_(post: str, format_: str) -> None:
    """List the comments on POST, or on all posts. One is used when its line is ticked off or bound to a post."""
    rows = list_comments(require_workspace("."), post)
    if format_ == "json":
        emit_rows("comments", rows)
    elif rows:
        shown = [(row.date, row.state, row.kind, row.post, row.by or "-", row.text) for row in rows]
        click.echo(table(shown, ("DATE", "STATE", "KIND", "POST", "BY", "TEXT")))
    else:
        click.echo('No comments yet: inkwright comment add POST "what a reader said" --from NAME')
