"""One file of readings -> the ledger, and the account of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from inkwright.flows.reading_pages import Pages
from inkwright.ledger import readings as kept
from inkwright.ledger.open import Ledger
from inkwright.measure.export_file import ExportFile
from inkwright.measure.page_names import address_of
from inkwright.measure.readings import read
from inkwright.model.reading import Reading, ReadingsImport, Unread

FARTHEST = timedelta(hours=14)
"""How far a clock can be ahead of UTC: a day that has begun nowhere on earth was counted by nobody."""


def last_day(now: datetime) -> str:
    """The last ISO day that can have been counted."""
    return (now.astimezone(UTC) + FARTHEST).date().isoformat()


def keep_file(ledger: Ledger, file: ExportFile, format_: str, source: str, pages: Pages) -> ReadingsImport:
    """Take in the readings of a file, all or none. Raises UnreadableError for a file of another format, LedgerError."""
    values, unread = _apart(read(file, format_))
    with ledger.write(durable=True) as connection:
        counts = kept.keep(connection, source, values)
    return _account(file.name, source, values, counts, unread, pages)


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
