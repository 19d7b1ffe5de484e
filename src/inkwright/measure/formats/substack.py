"""Substack: who opened and who was sent a post (`123.my-post.opens.csv`, `...delivers.csv` of its export)."""

import re
from collections.abc import Iterator

from inkwright.measure.export_file import ExportFile
from inkwright.model.reading import Metric, Reading, Unread
from inkwright.model.regex import regex

LABEL = "Substack"
WANTS = (("timestamp",), ("email",))
SOURCE = "https://support.substack.com/hc/en-us/articles/360037466012 (2025): export, folder posts"
INDEX = "posts.csv"
"""The table of an export that names its posts: `post_id` is `123.my-post`."""
_NAME = regex(r"(?:.*/)?(?P<id>\d+)(?:\.(?P<slug>[^/.]+))?\.(?P<what>opens|delivers)\.csv", re.IGNORECASE)
_METRIC: dict[str, Metric] = {"opens": "opens", "delivers": "sent"}


def matches(file: ExportFile) -> bool:
    """Whether the name and the columns are those of such a file."""
    return bool(_NAME.fullmatch(file.name)) and file.has("timestamp", "email")


def read(file: ExportFile) -> Iterator[Reading | Unread]:
    """How many different readers opened a post first on each day, or were sent it. Addresses are counted, not kept."""
    named = _NAME.fullmatch(file.name)
    if not named:
        yield Unread(0, "its name must be that of the export, like 123.my-post.opens.csv")
        return
    page = f"substack:{named['slug'] or _slug_of(named['id'], file) or named['id']}"
    first: dict[str, str] = {}
    for record in file.records():
        if isinstance(record, Unread):
            yield record
            continue
        line, row = record
        day = file.day_of(row["timestamp"])
        if not day or "@" not in row["email"]:
            yield Unread(line, file.no_day(row["timestamp"], "moment") if not day else "there is no address in it")
            continue
        who = row["email"].casefold()
        first[who] = min(day, first.get(who, day))
    for day in sorted(set(first.values())):
        number = sum(one == day for one in first.values())
        yield Reading(page, _METRIC[named["what"].casefold()], number, day)


def _slug_of(number: str, file: ExportFile) -> str:
    """What the table of posts beside a file calls the post of a number; "" where it does not."""
    rows = (row for row in ExportFile(INDEX, file.index, file.day).records() if not isinstance(row, Unread))
    found = (row.get("post_id", "").partition(".") for _, row in rows)
    return next((slug for id_, _, slug in found if id_ == number and slug), "")
