"""List the numbers of a post that are bound to data, and the figures that could be.

Group: evidence
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.numbers import numbers
from inkwright.model.number_list import NumberList, NumberRow, Proposal
from inkwright.workspace.folder import open_workspace


class OUTPUT(Struct, frozen=True):
    """What `numbers --format json` prints."""

    version: int
    numbers: tuple[NumberRow, ...]
    proposals: tuple[Proposal, ...]
    path: str


@click.command(epilog="Example: inkwright numbers kv-cache")
@click.argument("post")
@format_option
def command(post: str, format_: str) -> None:
    """Show each figure of POST (a file, an id, a slug or the beginning of one) that is bound to data, with where its
    number comes from and whether it still holds.

    Figures that are bound to nothing and equal a value in the files of results beside the post are listed with the
    mark that would bind them. Nothing is changed; `inkwright check POST --fix` writes the figures that are stale.
    """
    found = numbers(open_workspace("."), post)
    if format_ == "json":
        emit_rows("numbers", found.numbers, proposals=found.proposals, path=found.path)
    else:
        _show(found)


def _show(found: NumberList) -> None:
    rows = [(f"{one.line}:{one.column}", one.figure or "(none yet)", _state(one), one.source) for one in found.numbers]
    if rows:
        counts = [sum(one.state == state for one in found.numbers) for state in ("holds", "stale", "broken")]
        click.echo(table(rows, ("place", "figure", "state", "bound to")))
        click.echo(f"\n{counts[0]} hold, {counts[1]} stale, {counts[2]} broken: {found.path}")
    else:
        click.echo(f"No figure is bound to data: {found.path}")
    if found.proposals:
        click.echo(
            "\nBound to nothing, and equal to a value beside the post; the mark behind the figure would bind it:"
        )
        click.echo(table([(f"{one.line}:{one.column}", one.figure, one.mark) for one in found.proposals]))


def _state(one: NumberRow) -> str:
    if one.state == "broken":
        return f"broken: {one.problem}"
    return "holds" if one.state == "holds" else f"stale: now {one.now}"
