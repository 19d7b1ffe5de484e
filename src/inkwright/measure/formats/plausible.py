"""Plausible Analytics: the stats export (`imported_pages_*.csv`, a row a day) and the table of pages of a dashboard."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import daily, values
from inkwright.model.reading import Metric, Reading, Unread

LABEL = "Plausible"
SOURCE = "https://plausible.io/docs/export-stats (2025)"
_COLUMNS: dict[str, Metric] = {"visitors": "visitors", "pageviews": "views"}


def matches(file: ExportFile) -> bool:
    """Whether a file is one of the two tables."""
    return file.has("date", "page", "visitors", "pageviews") or file.has("name", "visitors", "pageviews")


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """Visitors and views of each page, a day each, or as totals up to the day of the file."""
    if file.has("date"):
        yield from daily(file, "date", "page", _COLUMNS)
        return
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        page = path_of(row["name"])
        if not page:
            yield Unread(line, f"`{row['name'][:40]}` is no path")
            continue
        yield from values(line, row, _COLUMNS, page, file.day, "total")
