"""GoatCounter: its CSV export, a row for each view."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, host_of, path_of
from inkwright.measure.visit import Visit
from inkwright.model.reading import Unread

LABEL = "GoatCounter"
WANTS = (("2path",), ("firstvisit",), ("date",))
SOURCE = "https://www.goatcounter.com/help/export (2025): the first column is called `2Path`, its number the version"


def matches(file: ExportFile) -> bool:
    """Whether the first column is the path with the version of the format before it."""
    return bool(file.head) and file.head[0].lstrip("0123456789") == "path" and file.has("firstvisit", "date")


def visits(file: ExportFile) -> Iterator[Visit | Unread]:
    """Each view; bots and events are left out. A session is a visitor."""
    path = file.head[0]
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        if row.get("event", "").casefold() in ("true", "1") or row.get("bot", "0") not in ("", "0"):
            continue
        day, page = file.day_of(row["date"]), path_of(row[path])
        if not day or not page:
            yield Unread(line, file.no_day(row["date"], "moment") if page else f"`{row[path][:40]}` is no path")
            continue
        came = host_of(row.get("referrer", ""))
        yield Visit(page, day, row.get("session", ""), came, file.second_of(row["date"]), line)
