"""The programme from zero to a habit of publishing: what is done, by your own files, and what comes next.

Group: measure
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option
from inkwright.flows.coach import coach
from inkwright.flows.coach_traits import coach_traits
from inkwright.model.programme import Progress
from inkwright.model.traits import TraitFound
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

MARKS = {"done": "✓", "next": "→", "open": "·"}


class OUTPUT(Struct, frozen=True):
    """What `coach --format json` prints: `steps`, or with --traits `traits`."""

    version: int
    steps: tuple[Progress, ...] = ()
    traits: tuple[TraitFound, ...] = ()


@click.command(epilog="Examples: inkwright coach · inkwright coach --traits")
@click.option("--traits", is_flag=True, help="What good blogs have in common, beside the numbers of your posts.")
@format_option
def command(traits: bool, format_: str) -> None:
    """Two weeks from zero: a place, ideas, a short post, a tutorial, a comparison; then a paper a month and six posts
    in three months.

    Each step is judged by what is in your files; nothing is ticked off by hand, and nothing runs out. Works in an empty
    folder, too. --traits is a list to check yourself by: of each trait the question to ask, your numbers, and the posts
    to look at; it gives no verdict.
    """
    workspace = open_workspace(".")
    day = today(workspace.settings.timezone)
    if traits:
        rows = coach_traits(workspace, day)
        emit_rows("traits", rows) if format_ == "json" else _print_traits(rows)
        return
    found = coach(workspace, day)
    if format_ == "json":
        emit_rows("steps", found)
        return
    _print(found)


def _print(found: tuple[Progress, ...]) -> None:
    width = max(len(one.step.title) for one in found)
    for one in found:
        step = one.step
        head = f"{MARKS[one.state]} {step.title.ljust(width)}  {step.days:12}  "
        click.echo(fitted(visible(f"{head}{one.evidence}".rstrip()), " " * len(head)))
        if one.state == "next":
            takes = f" (about {step.minutes} minutes)" if step.minutes else ""
            click.echo(fitted(f"    {step.what}{takes}"))
            if one.path:
                click.echo(visible(f"    Nearest: {one.path}"))
            click.echo(f"    -> {step.command}")
    if all(one.state == "done" for one in found):
        said = "All done, and it is yours to keep up. `inkwright stats writing` shows how you write best."
        click.echo(f"\n{fitted(said)}")


def _print_traits(found: tuple[TraitFound, ...]) -> None:
    if not any(one.numbers for one in found):
        click.echo("No post is published yet; these are the questions to ask of the first.\n")
    for number, one in enumerate(found):
        if number:
            click.echo()
        click.echo(fitted(f"{one.trait.title}: {one.trait.question}", "  "))
        if one.numbers:
            click.echo(fitted(f"  {one.numbers}", "  "))
        if one.posts:
            click.echo(fitted(visible(f"  Look at: {', '.join(one.posts)}"), "  "))
        click.echo(fitted(f"  Seen at: {one.trait.seen}", "  "))
