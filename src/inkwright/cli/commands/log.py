"""Add a line to today's work log.

Group: capture
"""

import click

from inkwright.cli.clock import now
from inkwright.cli.typed import read_text
from inkwright.flows.log import write_log
from inkwright.workspace.folder import require_workspace


@click.command(epilog='Example: inkwright log "GPU out of memory: the cache kept old blocks" --project triton')
@click.argument("text", nargs=-1)
@click.option("--project", default="", metavar="P", help="The project that it belongs to.")
def command(text: tuple[str, ...], project: str) -> None:
    """Add TEXT with the time of day to the log of today; `-` reads it from standard input."""
    workspace = require_workspace(".")
    said = read_text(text, "Log")
    path, entry = write_log(workspace, said, now(workspace.capture.timezone), project)
    click.echo(f"Logged in {path} at {entry.time}.")
