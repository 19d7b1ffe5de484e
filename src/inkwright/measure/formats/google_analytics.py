"""Google Analytics 4: "Pages and screens" as CSV, with lines of comment before the table."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import values
from inkwright.model.reading import Metric, Reading, Unread

LABEL = "Google Analytics"
SOURCE = "https://support.google.com/analytics/answer/9317657 (2025): share a report, download a CSV file"
_PAGES = ("page path and screen class", "page path", "page path + query string", "page location")
_COLUMNS: dict[str, Metric] = {
    "views": "views",
    "active users": "visitors",
    "total users": "visitors",
    "users": "visitors",
}


def matches(file: ExportFile) -> bool:
    """Whether a table of pages stands below the comment."""
    return bool(set(_PAGES) & set(file.head)) and "views" in file.head


def read(file: ExportFile) -> Iterator[Reading | Unread]:
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
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        page = path_of(row[page_column])
        day = file.day_of(row["date"]) if "date" in row else end
        if not page or not day:
            yield Unread(line, file.no_day(row["date"]) if page else f"`{row[page_column][:40]}` is no path")
            continue
        yield from values(line, row, columns, page, day, "day" if "date" in row else "total")
