"""Files of other places that count readers -> readings in the ledger, each once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.ledger import ledger_for_writing
from inkwright.flows.reading_files import changed_on, files_in, place_of, table_of_posts
from inkwright.flows.reading_keep import How, keep_file, last_day
from inkwright.flows.reading_pages import Pages
from inkwright.measure.export_file import ExportFile, not_yet
from inkwright.measure.readings import format_of
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import ReadingsImport, Told
from inkwright.text.table_rows import decode_table
from inkwright.workspace.folder import Workspace


class Wanted(Struct, frozen=True):
    """How to import: the format ("" to see it from the file), a name for the source ("" for the format's), the ISO day
    of totals ("" for the day on which the file was last changed), the sign before decimals ("" to see it), whether
    lower values replace higher ones and days before their post came out count."""

    format: str = ""
    source: str = ""
    day: str = ""
    decimal: str = ""
    replace: bool = False
    early: bool = False


def import_readings(workspace: Workspace, path: str, wanted: Wanted, now: datetime) -> list[ReadingsImport]:
    """Take in a file, or every file of a zip that holds readings. Again with the same file changes nothing.

    Each file goes in whole or not at all. Raises UnreadableError when there is nothing that we know, UsageError for a
    day that is yet to come.
    """
    place = place_of(path)
    today, until = now.date().isoformat(), last_day(now)
    if wanted.day > until:
        raise UsageError(not_yet(wanted.day), hint="--day names the day up to which totals were counted.")
    day = wanted.day or min(changed_on(place), today)
    zone = ZoneInfo(workspace.settings.timezone)
    whole, found, others = place.suffix.lower() == ".zip", list[ReadingsImport](), list[str]()
    index = decode_table(table_of_posts(place)) if whole else ""
    pages, how = Pages(workspace, today), How(replace=wanted.replace, early=wanted.early)
    with ledger_for_writing(workspace, now) as ledger:
        for name, data in files_in(workspace, place):
            file = ExportFile(name, decode_table(data), day, zone, until, wanted.decimal, index)
            try:
                format_ = format_of(file, wanted.format)
            except UnreadableError:
                if not whole:
                    raise
                others.append(name)  # an export holds much beside readings
                continue
            found.append(keep_file(ledger, file, format_, wanted.source or format_, pages, how))
    if not found:
        raise UnreadableError("no file in it is one of readings that we know", path=path)
    if others:
        said = Told(
            f"of the zip not taken: {', '.join(others[:5])}{f' and {len(others) - 5:,} more' * (len(others) > 5)}"
        )
        found[-1] = replace(found[-1], told=(*found[-1].told, said))
    return found
