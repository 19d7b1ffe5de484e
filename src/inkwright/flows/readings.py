"""Files of other places that count readers -> readings in the ledger, each once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.reading_files import changed_on, files_in, place_of
from inkwright.flows.reading_pages import Pages
from inkwright.ledger import readings as kept
from inkwright.measure.export_file import ExportFile, not_yet
from inkwright.measure.page_names import address_of
from inkwright.measure.readings import format_of, read
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import Reading, ReadingsImport, Unread
from inkwright.text.table_rows import decode_table
from inkwright.workspace.folder import Workspace

FARTHEST = timedelta(hours=14)
"""How far a clock can be ahead of UTC: a day that has begun nowhere on earth was counted by nobody."""


@dataclass(frozen=True)
class Wanted:
    """How to import: the format ("" to see it from the file), a name for the source ("" for the format's), the ISO day
    of totals ("" for the day on which the file was last changed)."""

    format: str = ""
    source: str = ""
    day: str = ""


def import_readings(workspace: Workspace, path: str, wanted: Wanted, now: datetime) -> list[ReadingsImport]:
    """Take in a file, or every file of a zip that holds readings. Again with the same file changes nothing.

    Each file goes in whole or not at all. Raises UnreadableError when there is nothing that we know, UsageError for a
    day that is yet to come.
    """
    place = place_of(path)
    today, until = now.date().isoformat(), (now.astimezone(UTC) + FARTHEST).date().isoformat()
    if wanted.day > until:
        raise UsageError(not_yet(wanted.day), hint="--day names the day up to which totals were counted.")
    day = wanted.day or min(changed_on(place), today)
    zone = ZoneInfo(workspace.settings.timezone)
    whole, found = place.suffix.lower() == ".zip", []
    pages = Pages(workspace, today)
    with ledger_for_writing(workspace, now) as ledger:
        for name, data in files_in(workspace, place):
            file = ExportFile(name, decode_table(data), day, zone, until)
            try:
                format_ = format_of(file, wanted.format)
            except UnreadableError:
                if whole:
                    continue  # an export holds much beside readings
                raise
            values, unread = _apart(read(file, format_))
            with ledger.write(durable=True) as connection:
                counts = kept.keep(connection, wanted.source or format_, values)
            found.append(_account(name, wanted.source or format_, values, counts, unread, pages))
    if not found:
        raise UnreadableError("no file in it is one of readings that we know", path=path)
    return found


def _apart(lines: Iterator[Reading | Unread]) -> tuple[list[Reading], tuple[Unread, ...]]:
    values, unread = [], []
    for one in lines:
        values.append(one) if isinstance(one, Reading) else unread.append(one)
    return values, tuple(unread)


def _account(
    name: str,
    source: str,
    values: list[Reading],
    counts: tuple[int, int, int],
    unread: tuple[Unread, ...],
    pages: Pages,
) -> ReadingsImport:
    days = [one.day for one in values]
    strangers = sorted({address_of(one.page) for one in values if one.page and not pages.post_of(one.page)})
    return ReadingsImport(name, source, *counts, min(days, default=""), max(days, default=""), tuple(strangers), unread)
