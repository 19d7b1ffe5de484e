"""Take in the files that a phone or a sync tool dropped into the inbox.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_json, format_option
from inkwright.cli.progress import Progress
from inkwright.flows.inbox import look, take_in
from inkwright.model.inbox import InboxReport
from inkwright.workspace.folder import require_workspace

_AS = {"idea": "an idea", "note": "a note", "link": "a link", "sketch": "a sketch", "page": "a page",
       "archive": "a folder of notes"}  # fmt: skip


class OUTPUT(Struct, frozen=True):
    """What `inbox --format json` prints."""

    version: int
    inbox: InboxReport


@click.command(epilog="Example: inkwright inbox --dry-run")
@click.option("--dry-run", is_flag=True, help="Only list what waits.")
@format_option
def command(dry_run: bool, format_: str) -> None:
    """Take in each file once: one line of text is an idea, a longer one a note, a picture a sketch (with the text of
    the same name), .url and .webloc a link, a saved page a clip, a .zip a folder of notes.

    Originals go to `taken` inside the inbox; a file that cannot be read stays, with the reason.
    """
    workspace = require_workspace(".")
    with Progress("entries") as progress:
        report = look(workspace) if dry_run else take_in(workspace, progress)
    if format_ == "json":
        emit_json(OUTPUT(1, report))
    else:
        _tell(report, workspace.settings.inbox)
    if report.left:
        raise click.exceptions.Exit(1)


def _tell(report: InboxReport, folder: str) -> None:
    for drop in report.waiting:
        click.echo(f"{drop.date}  {drop.name} ({drop.size:,} bytes)")
    for one in report.taken:
        click.echo(f"{one.name}: {_AS.get(one.kind, one.kind)} in {one.path}")
    for name, why in report.left:
        click.echo(f"Left: {why if why.startswith(name) else f'{name}: {why}'}", err=True)
    if not (report.waiting or report.taken or report.left):
        click.echo(f"Nothing waits in {folder}/.")
    elif not report.waiting:
        click.echo(f"{len(report.taken)} taken in, {len(report.left)} left.")
