"""Umami: the table `website_event` of its export, a row for each view."""

from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile, host_of, path_of
from inkwright.measure.visit import Visit
from inkwright.model.reading import Unread

LABEL = "Umami"
WANTS = (("session_id",), ("url_path",), ("created_at",))
SOURCE = "https://umami.is/docs/cloud/export-data (2025): columns of website_event"


def matches(file: ExportFile) -> bool:
    """Whether a file is that table."""
    return file.has("session_id", "url_path", "created_at")


def visits(file: ExportFile) -> Iterator[Visit | Unread]:
    """Each view and the session behind it; events of the writer's own (type 2) are left out."""
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        if row.get("event_type", "1") not in ("", "1"):
            continue
        day, page = file.day_of(row["created_at"]), path_of(row["url_path"])
        if not day or not page:
            yield Unread(
                line, file.no_day(row["created_at"], "moment") if page else f"`{row['url_path'][:40]}` is no path"
            )
            continue
        came = host_of(row.get("referrer_domain", ""))
        yield Visit(
            page, day, row["session_id"], came, file.second_of(row["created_at"]), line, row.get("event_id", "")
        )
