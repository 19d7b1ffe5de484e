"""Any table with a post and counts: for numbers that one copies by hand, as from Medium or LinkedIn.

Columns: `post` (or page, url, path, title); `date` (or day) for counts of one day, without it they are totals; then
either one column for each metric, or `metric` and `value`; `referrer` and `place` where they are known.
"""

from collections.abc import Iterator, Mapping

from inkwright.measure.export_file import ExportFile, path_of
from inkwright.measure.formats._columns import Rows
from inkwright.measure.page_names import at_place
from inkwright.model.reading import METRICS, Metric, Over, Reading, Told, Unread

LABEL = "table"
SOURCE = "own"
_PAGES = ("post", "page", "url", "path", "title")
_DAYS = ("date", "day")
WANTS = (_PAGES, (*METRICS, "value"))
TAKEN = frozenset({*_PAGES, *_DAYS, *METRICS, "metric", "value", "referrer", "place"})
ONE_OF = (_PAGES, _DAYS)
_OWN = ("", "own", "own site", "own-site")


def matches(file: ExportFile) -> bool:
    """Whether it names a page, and a metric or `metric` and `value`."""
    return any(name in file.head for name in _PAGES) and (file.has("metric", "value") or bool(_metrics(file)))


def read(file: ExportFile) -> Iterator[Reading | Unread | Told]:
    """The counts of each row. A bare name of a post is read where `place` says, else where the source is."""
    page_column = next(name for name in _PAGES if name in file.head)
    day_column = next((name for name in _DAYS if name in file.head), "")
    rows = Rows(file)
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
        if metric:
            record = (line, {**row, "metric": metric})
        columns: dict[str, Metric] = {"value": metric} if "metric" in row else _metrics(file)  # type: ignore[dict-item]
        over: Over = "day" if day_column else "total"
        yield from rows.add(record, columns, _shown(page, row), day, over, row.get("referrer", ""))
    yield from rows.readings()


def _shown(page: str, row: Mapping[str, str]) -> str:
    place = row.get("place", "")
    shown = page if "://" in page else path_of(page) or page
    return shown if place.casefold() in _OWN else at_place(place, shown)


def _metrics(file: ExportFile) -> dict[str, Metric]:
    return {metric: metric for metric in METRICS if metric in file.head}
