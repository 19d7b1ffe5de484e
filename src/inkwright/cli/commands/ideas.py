"""List the ideas of the inbox with their age, origin and state.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.ideas import list_ideas
from inkwright.model.note import IdeaRow
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `ideas --format json` prints."""

    version: int
    ideas: tuple[IdeaRow, ...]


@click.command(epilog="Example: inkwright ideas --stale 30d")
@click.option("--from", "origin", default="", metavar="ORIGIN", help="Only ideas of this origin.")
@click.option("--purpose", default="", metavar="P", help="Only ideas with this purpose.")
@click.option("--to", default="", metavar="POST", help="Only ideas bound to this post or project.")
@click.option("--stale", default="", metavar="AGE", help="Open ideas at least this old (30d, 6w, 3m), oldest first.")
@format_option
def command(origin: str, purpose: str, to: str, stale: str, format_: str) -> None:
    """List ideas. One is used when it is ticked off or bound to a post with `[to:: post]`, else open."""
    workspace = require_workspace(".")
    rows = list_ideas(workspace, today(workspace.capture.timezone), origin, purpose, to, stale)
    if format_ == "json":
        emit_rows("ideas", rows)
    elif rows:
        shown = [(_age(row), row.state, row.origin, row.purpose, row.to or row.pillar, row.text) for row in rows]
        click.echo(table(shown, ("AGE", "STATE", "FROM", "PURPOSE", "TO", "IDEA")))
    elif origin or purpose or to or stale:
        click.echo("No idea matches.")
    else:
        click.echo('The inbox is empty. Drop a first line: inkwright idea "what surprised me today"')


def _age(row: IdeaRow) -> str:
    return "-" if row.age is None else f"{row.age}d"
