"""Name at most three next steps that fit into the time you have.

Group: start
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, say
from inkwright.flows.today import steps
from inkwright.model.resume import Step
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `today --format json` prints."""

    version: int
    steps: tuple[Step, ...]


@click.command(epilog="Example: inkwright today --minutes 20")
@click.option("--minutes", type=click.IntRange(0, 24 * 60), default=0, metavar="N", help="The time you have.")
@format_option
def command(minutes: int, format_: str) -> None:
    """Show what to do next, each with its reason and its command: an open session first, then what has a date soon,
    then what is nearest to done. Nothing is written."""
    workspace = require_workspace()
    found = steps(workspace, today(workspace.settings.timezone), minutes)
    if format_ == "json":
        emit_rows("steps", found)
        return
    for number, step in enumerate(found, 1):
        post = f"{step.post}: " if step.post and step.post not in step.what else ""
        say(f"{number}. {post}{step.what} (about {step.minutes} minutes)", "   ")
        say(f"   {step.why}")
        if step.command:
            say(f"   -> {step.command}", "   ")
    if not found:
        click.echo("Nothing of this fits into so little time. A thought does: inkwright idea TEXT")
