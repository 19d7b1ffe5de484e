"""Google Search Console: the table of pages of the performance report."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import values
from inkwright.model.reading import Metric, Reading, Unread

LABEL = "Google Search Console"
SOURCE = "https://support.google.com/webmasters/answer/7576553 (2025): export of the performance report, Pages.csv"
_PAGES = ("top pages", "page")
_COLUMNS: dict[str, Metric] = {"clicks": "clicks", "impressions": "impressions"}


def matches(file: ExportFile) -> bool:
    """Whether a file is that table."""
    return bool(set(_PAGES) & set(file.head)) and file.has("clicks", "impressions")


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """Clicks and impressions of each page as totals up to the day of the file, all from Google's search."""
    column = next(name for name in _PAGES if name in file.head)
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        page = path_of(row[column])
        if not page:
            yield Unread(line, f"`{row[column][:40]}` is no address")
            continue
        yield from values(line, row, _COLUMNS, page, file.day, "total", "google.com")
