"""Google Search Console: the table of pages of the performance report."""

from collections.abc import Iterator, Mapping

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import counted
from inkwright.model.reading import Metric, Reading, Told, Unread

LABEL = "Google Search Console"
SOURCE = "https://support.google.com/webmasters/answer/7576553 (2025): export of the performance report, Pages.csv"
_PAGES = ("top pages", "page")
WANTS = (_PAGES, ("clicks",), ("impressions",))
_COLUMNS: dict[str, Metric] = {"clicks": "clicks", "impressions": "impressions"}
TAKEN = frozenset({*_PAGES, "ctr", "position", *_COLUMNS})
"""Averages are known and left out: an average of averages says nothing."""


def matches(file: ExportFile) -> bool:
    """Whether a file is that table."""
    return bool(set(_PAGES) & set(file.head)) and file.has("clicks", "impressions")


def read(file: ExportFile) -> Iterator[Reading | Unread | Told]:
    """Clicks and impressions of each page as totals up to the day of the file, all from Google's search."""
    column = next(name for name in _PAGES if name in file.head)

    def total(row: Mapping[str, str]) -> tuple[str, str] | str:
        page = path_of(row[column])
        return (page, file.day) if page else f"`{row[column][:40]}` is no address"

    yield from counted(file, total, _COLUMNS, "total", from_="google.com")
