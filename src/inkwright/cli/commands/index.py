"""Bring the index of notes, posts and ideas up to date, or make it anew.

Group: start
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_json, format_option
from inkwright.flows.index import index_workspace
from inkwright.model.counted import counted
from inkwright.model.index import IndexReport
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `index --format json` prints."""

    version: int
    index: IndexReport


@click.command(epilog="Example: inkwright index --rebuild")
@click.option("--rebuild", is_flag=True, help="Throw the index away and read every file again.")
@format_option
def command(rebuild: bool, format_: str) -> None:
    """Read what changed. The index is disposable: deleting `.inkwright` loses nothing; no note is ever changed."""
    report = index_workspace(require_workspace("."), rebuild)
    if format_ == "json":
        emit_json(OUTPUT(1, report))
        return
    if report.rebuilt:
        click.echo(f"Index made anew ({report.rebuilt}).")
    kinds = ", ".join(counted(count, kind) for kind, count in _shown(report))
    ideas = counted(report.ideas, "idea")
    click.echo(f"{kinds or 'no files'}; {ideas}; {report.changed} read, {report.removed} forgotten.")
    for old, new in report.renamed:
        click.echo(f"Renamed: {old} is now {new}.")
    for _, why in report.unreadable:
        click.echo(f"Left out: {why}")


def _shown(report: IndexReport) -> list[tuple[str, int]]:
    return [(kind, count) for kind, count in report.counts.items() if kind != "ideas"]
