"""The programme from zero to a habit of publishing: what is done, by your own files, and what comes next.

Group: measure
"""

from dataclasses import dataclass

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option
from inkwright.flows.coach import coach
from inkwright.model.programme import Progress
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

MARKS = {"done": "✓", "next": "→", "open": "·"}


@dataclass(frozen=True)
class OUTPUT:
    """What `coach --format json` prints."""

    version: int
    steps: tuple[Progress, ...]


@click.command(epilog="Example: inkwright coach")
@format_option
def command(format_: str) -> None:
    """Two weeks from zero: a place, ideas, a short post, a tutorial, a comparison; then a paper a month and six posts
    in three months.

    Each step is judged by what is in your files; nothing is ticked off by hand, and nothing runs out. Works in an empty
    folder, too.
    """
    workspace = open_workspace(".")
    found = coach(workspace, today(workspace.settings.timezone))
    if format_ == "json":
        emit_rows("steps", found)
        return
    width = max(len(one.step.title) for one in found)
    for one in found:
        step = one.step
        click.echo(visible(f"{MARKS[one.state]} {step.title.ljust(width)}  {step.days:12}  {one.evidence}".rstrip()))
        if one.state == "next":
            click.echo(f"    {step.what}")
            if one.path:
                click.echo(visible(f"    Nearest: {one.path}"))
            click.echo(f"    {step.command}   (about {step.minutes} minutes)")
    if all(one.state == "done" for one in found):
        click.echo("\nAll done, and it is yours to keep up. `inkwright stats writing` shows how you write best.")
