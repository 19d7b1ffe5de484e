"""Files of other places that count readers -> readings in the ledger, each once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inkwright.flows.ledger import ledger_for_reading, ledger_for_writing
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.reading_files import changed_on, files_in, place_of
from inkwright.flows.reading_pages import Pages
from inkwright.ledger import readings as kept
from inkwright.measure.export_file import ExportFile
from inkwright.measure.readings import format_of, read
from inkwright.model.errors import UnreadableError
from inkwright.model.reading import Reading, ReadingsImport, SourceCount, Unread
from inkwright.text.table_rows import decode_table
from inkwright.workspace.folder import Workspace


@dataclass(frozen=True)
class Wanted:
    """How to import: the format ("" to see it from the file), a name for the source ("" for the format's), the ISO day
    of totals ("" for the day on which the file was last changed)."""

    format: str = ""
    source: str = ""
    day: str = ""


def import_readings(workspace: Workspace, path: str, wanted: Wanted, now: datetime) -> list[ReadingsImport]:
    """Take in a file, or every file of a zip that holds readings. Again with the same file changes nothing.

    Each file goes in whole or not at all. Raises UnreadableError when there is nothing that we know.
    """
    place = place_of(path)
    day = wanted.day or changed_on(place)
    zone = ZoneInfo(workspace.settings.timezone)
    whole, found = place.suffix.lower() == ".zip", []
    pages = Pages(workspace, now.date().isoformat())
    with ledger_for_writing(workspace, now) as ledger:
        for name, data in files_in(workspace, place):
            file = ExportFile(name, decode_table(data), day, zone)
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


def known_sources(workspace: Workspace) -> list[SourceCount]:
    """What there is of each source; [] before the first."""
    if not has_ledger(workspace):
        return []
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        return kept.sources(connection)


def forget_source(workspace: Workspace, source: str, now: datetime) -> int:
    """Delete the readings of a source; how many there were."""
    with ledger_for_writing(workspace, now) as ledger, ledger.write(durable=True) as connection:
        return kept.forget(connection, source)


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
    strangers = sorted({one.page for one in values if one.page and not pages.post_of(one.page)})
    return ReadingsImport(name, source, *counts, min(days, default=""), max(days, default=""), tuple(strangers), unread)
