"""Any table with a post and counts: for numbers that one copies by hand, as from Medium or LinkedIn.

Columns: `post` (or page, url, path, title); `date` (or day) for counts of one day, without it they are totals; then
either one column for each metric, or `metric` and `value`; `referrer` and `place` where they are known.
"""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import values
from inkwright.model.reading import METRICS, Metric, Reading, Unread

LABEL = "table"
SOURCE = "own"
WANTS = "a first row with post (or page, url, path, title) and views, likes or another metric, or metric and value"
_PAGES = ("post", "page", "url", "path", "title")
_DAYS = ("date", "day")


def matches(file: ExportFile) -> bool:
    """Whether it names a page, and a metric or `metric` and `value`."""
    return any(name in file.head for name in _PAGES) and (file.has("metric", "value") or bool(_metrics(file)))


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """The counts of each row."""
    page_column = next((name for name in _PAGES if name in file.head), "")
    day_column = next((name for name in _DAYS if name in file.head), "")
    if not page_column:
        yield Unread(1, f"there is no column for the post ({', '.join(_PAGES)})")
        return
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        page, day = row[page_column], file.day_of(row[day_column]) if day_column else file.day
        if not page or not day:
            yield Unread(line, file.no_day(row[day_column]) if page else "there is no post")
            continue
        metric = row.get("metric", "").casefold()
        if "metric" in row and metric not in METRICS:
            yield Unread(line, f"`{metric[:40]}` is no metric; there are {', '.join(METRICS)}")
            continue
        columns: dict[str, Metric] = {"value": metric} if "metric" in row else _metrics(file)  # type: ignore[dict-item]
        shown = page if "://" in page else path_of(page) or page
        yield from values(line, row, columns, shown, day, "day" if day_column else "total", row.get("referrer", ""))


def _metrics(file: ExportFile) -> dict[str, Metric]:
    return {metric: metric for metric in METRICS if metric in file.head}
