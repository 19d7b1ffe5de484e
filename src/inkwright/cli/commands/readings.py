"""Take in what other places count: views, likes, referrers, opens, from their exports, answers and logs.

Group: measure
"""

import os
import sys
from datetime import datetime
from typing import Any

import click
from msgspec import Struct

from inkwright.cli.clock import now
from inkwright.cli.output import emit_rows, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.model.reading import Fell, ReadingsImport, SourceCount
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

SHOWN = 5
"""Lines and pages that are named; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `readings list --format json` prints."""

    version: int
    sources: tuple[SourceCount, ...]


@click.group(epilog="Example: inkwright readings import plausible-export.zip")
def command() -> None:
    """Take in what other places count of your posts; `inkwright stats posts` shows it."""


@command.command(
    "import",
    epilog="Examples: inkwright readings import access.log.gz · inkwright readings import medium.csv --as medium",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--from", "of", default="", metavar="FORMAT", help="The format, where the file's first lines do not tell."
)
@click.option(
    "--as", "source", default="", metavar="NAME", help="What to call the source; the format's name by default."
)
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day of totals; the file's own date by default."
)
@click.option(
    "--decimal", type=click.Choice(["comma", "point"]), help="What stands before decimals, where a table does not tell."
)
@click.option("--replace", is_flag=True, help="Take lower values, too, where higher ones are known.")
@click.option("--early", is_flag=True, help="Take days of a table before their post came out.")
@format_option
def import_(
    files: tuple[str, ...], of: str, source: str, day: datetime | None, decimal: str | None, replace: bool,
    early: bool, format_: str,
) -> None:  # fmt: skip
    """Take in FILES: exports of Plausible, GoatCounter, Umami, Google Analytics, Search Console and Substack (also as
    zip), answers of the API of dev.to and Ghost, logs of Apache, nginx and Caddy (also .gz), or any table with a post,
    a date and counts.

    The same file twice changes nothing, and logs that share a day add up. A value that is lower than before is told and
    not taken. Addresses of readers are counted and not kept. Ends with 1 when a line could not be read; the others are
    in.
    """
    workspace = require_workspace(".")
    moment = now(workspace.settings.timezone)
    flow = later("readings")
    sign = {"comma": ",", "point": "."}.get(decimal or "", "")
    wanted = flow.Wanted(of, source, day.date().isoformat() if day else "", sign, replace, early)
    done = [one for path in files for one in flow.import_readings(workspace, path, wanted, moment)]
    emit_rows("imports", done) if format_ == "json" else _print(done)
    if any(one.unread for one in done):
        sys.exit(1)


@command.command(
    epilog="Examples: inkwright readings fetch devto · inkwright readings fetch plausible --since 2026-01-01"
)
@click.argument("place")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY",
    help="The first day to ask for; by default the last one that is known, or two years ago.",
)  # fmt: skip
@format_option
def fetch(place: str, since: datetime | None, format_: str) -> None:
    """Ask PLACE for its readings over its API: devto, ghost, plausible or goatcounter.

    Keys come from the environment or the system's keyring, never from a file; without one it says which is missing.
    This uses the network. What comes is taken in as by `readings import`.
    """
    workspace = require_workspace(".")
    moment = now(workspace.settings.timezone)
    day = since.date().isoformat() if since else ""
    done = later("readings_fetch").fetch_readings(workspace, place, day, moment, os.environ)
    emit_rows("imports", done) if format_ == "json" else _print(done)
    if not done and format_ != "json":
        click.echo(f"{visible(place)} has nothing to tell.")
    if any(one.unread for one in done):
        sys.exit(1)


@command.command("list", epilog="Example: inkwright readings list")
@format_option
def list_(format_: str) -> None:
    """List what there is of each source."""
    found = later("reading_sources").known_sources(require_workspace("."))
    if format_ == "json":
        emit_rows("sources", found)
    elif found:
        rows = [(one.source, f"{one.readings:,}", f"{one.pages:,}", one.first, one.last) for one in found]
        click.echo(table(rows, ("SOURCE", "READINGS", "PAGES", "FIRST", "LAST"), give=(0,)))
    else:
        click.echo("No readings yet: inkwright readings import EXPORT")


@command.command(epilog="Example: inkwright readings forget google-analytics")
@click.argument("source")
def forget(source: str) -> None:
    """Delete all readings of SOURCE."""
    workspace = require_workspace(".")
    gone = later("reading_sources").forget_source(workspace, source, now(workspace.settings.timezone))
    click.echo(f"{gone:,} reading{'s' * (gone != 1)} of {visible(source)} deleted.")


def _print(done: list[ReadingsImport]) -> None:
    for one in done:
        days = f", {one.first} to {one.last}" if one.first else ""
        counts = f"{one.new:,} new, {one.changed:,} changed, {one.known:,} known already"
        _say(f"{one.file} ({one.source}): {counts}{days}")
        for each in one.told:
            rows = f"{len(each.lines):,} row{'s' * (len(each.lines) != 1)} " if each.lines else ""
            _say(f"  {rows}{each.what}{_lines(each.lines)}")
        kept = "lower than before, and taken" if one.replaced else "lower than before: kept (--replace takes the new)"
        _list(kept, [_fall(each) for each in one.fell])
        if one.unused:
            _say(f"  columns not taken: {', '.join(one.unused)}")
        _list("of no post of yours", one.strangers)
        _list("not read", [f"line {each.line}: {each.why}" if each.line else each.why for each in one.unread])


def _fall(one: Fell) -> str:
    line = f"line {one.line}: " if one.line else ""
    return f"{line}{one.metric} of {one.page} on {one.day} fell from {one.before:,} to {one.now:,}"


def _lines(lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    more = f" and {len(lines) - SHOWN:,} more" if len(lines) > SHOWN else ""
    return f" (line{'s' * (len(lines) != 1)} {', '.join(map(str, lines[:SHOWN]))}{more})"


def _list(heading: str, rows: Any) -> None:
    if rows:
        _say(f"  {len(rows):,} {heading}:")
        for row in rows[:SHOWN]:
            _say(f"    {row}")
        if len(rows) > SHOWN:
            _say(f"    and {len(rows) - SHOWN:,} more (--format json names them all)")


def _say(line: str) -> None:
    click.echo(fitted(visible(" ".join(line.splitlines())), "  "))
