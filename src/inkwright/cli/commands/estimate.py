"""Say how long the rest of a draft may take, from your own sessions.

Group: plan and draft
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_json, format_option
from inkwright.flows.writing_stats import effort
from inkwright.model.counted import counted
from inkwright.model.session import Estimate
from inkwright.workspace.folder import open_workspace


class OUTPUT(Struct, frozen=True):
    """What `estimate --format json` prints; `low` and `high` are minutes, 0 while `estimate.unknown` says why."""

    version: int
    estimate: Estimate


@click.command(epilog="Example: inkwright estimate kv-cache")
@click.argument("post")
@format_option
def command(post: str, format_: str) -> None:
    """Compare the words of POST with the middle of its budget, and the rest with how fast your sessions went.

    Only drafting counts. With fewer than five sessions too little is known, and that is what it says.
    """
    found = effort(open_workspace(), post)
    if format_ == "json":
        emit_json(OUTPUT(1, found))
        return
    goal = f" of about {found.goal:,}" if found.goal else ""
    click.echo(f"{found.post}: {found.words:,}{goal} words")
    if found.goal and not found.left:
        click.echo("The draft has its words; what is left is editing.")
    elif found.unknown:
        click.echo(f"{found.unknown[0].upper()}{found.unknown[1:]}.")
    else:
        left = counted(found.left, "word")
        click.echo(f"{left} to go: {_time(found.low)} to {_time(found.high)} (from {found.source})")


def _time(minutes: int) -> str:
    """`45 min`, `3 h`, `2 h 20 min`."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"
