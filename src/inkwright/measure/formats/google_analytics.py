"""Google Analytics 4: "Pages and screens" as CSV, with lines of comment before the table."""

from collections.abc import Iterator, Mapping

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import counted
from inkwright.model.reading import Metric, Reading, Told, Unread

LABEL = "Google Analytics"
SOURCE = "https://support.google.com/analytics/answer/9317657 (2025): share a report, download a CSV file"
_PAGES = ("page path and screen class", "page path", "page path + query string", "page location")
WANTS = (_PAGES, ("views",))
_COLUMNS: dict[str, Metric] = {
    "views": "views",
    "active users": "visitors",
    "total users": "visitors",
    "users": "visitors",
}
ONE_OF = (_PAGES, ("total users", "active users", "users"))
_SUMS = "grand total"
"""What stands in the row of sums, which counts no page."""
TAKEN = frozenset({*_PAGES, "date", *_COLUMNS})


def matches(file: ExportFile) -> bool:
    """Whether a table of pages stands below the comment."""
    return bool(set(_PAGES) & set(file.head)) and "views" in file.head


def read(file: ExportFile) -> Iterator[Reading | Unread | Told]:
    """Views and users of each page: by day where there is a column of dates, else as totals up to the end date that
    the comment names."""
    page_column = next(name for name in _PAGES if name in file.head)
    said = file.comments().get("end date", "")
    end = file.day_of(said) or file.day
    if "date" not in file.head and said and not file.day_of(said):
        line = next(no for no, row in enumerate(file.text.splitlines(), 1) if "end date" in row.casefold())
        yield Unread(line, f"the end date {file.no_day(said)}")
        return
    users = next((name for name in ("total users", "active users", "users") if name in file.head), "")
    columns = {name: metric for name, metric in _COLUMNS.items() if name in ("views", users)}

    def place(row: Mapping[str, str]) -> tuple[str, str] | str:
        page, day = path_of(row[page_column]), file.day_of(row["date"]) if "date" in row else end
        if not page:
            return f"`{row[page_column][:40]}` is no path"
        return (page, day) if day else file.no_day(row["date"])

    yield from counted(file, place, columns, "day" if "date" in file.head else "total", totals=_SUMS)
