"""Plausible Analytics: the stats export (`imported_pages_*.csv`, a row a day) and the table of pages of a dashboard."""

from collections.abc import Iterator, Mapping

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import counted, daily
from inkwright.model.reading import Metric, Reading, Told, Unread

LABEL = "Plausible"
SOURCE = "https://plausible.io/docs/export-stats (2025)"
WANTS = (("page", "name"), ("visitors",), ("pageviews",))
_COLUMNS: dict[str, Metric] = {"visitors": "visitors", "pageviews": "views"}
TAKEN = frozenset({"date", "page", "name", *_COLUMNS})


def matches(file: ExportFile) -> bool:
    """Whether a file is one of the two tables."""
    return file.has("date", "page", "visitors", "pageviews") or file.has("name", "visitors", "pageviews")


def read(file: ExportFile) -> Iterator[Reading | Unread | Told]:
    """Visitors and views of each page, a day each, or as totals up to the day of the file."""
    if file.has("date"):
        yield from daily(file, "date", "page", _COLUMNS)
        return

    def total(row: Mapping[str, str]) -> tuple[str, str] | str:
        page = path_of(row["name"])
        return (page, file.day) if page else f"`{row['name'][:40]}` is no path"

    yield from counted(file, total, _COLUMNS, "total")
