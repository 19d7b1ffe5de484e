"""A post that was published under another name: its former address leads on."""

from collections.abc import Mapping
from typing import Any

from inkwright.flows.survey import Survey
from inkwright.model.record import PostRecord
from inkwright.plan.trail import PUBLISHED, state
from inkwright.platforms.platform import Entry
from inkwright.platforms.publishing import led_on


def leading_on(found: Survey, entry: Entry, record: PostRecord, url: str) -> Mapping[str, Any]:
    """The change of front matter by which a post at `url` leads on the readers of the address that it was published at;
    {} where that is still its own, or its generator knows no such key."""
    former = moved_from(record, url)
    return led_on(entry, found.generator, former, url) if former else {}


def moved_from(record: PostRecord, url: str) -> str:
    """The address that a post was last published at, "" where it is still its own or there is none."""
    former = str(record.publishing.get("url") or "") if state(record) == PUBLISHED else ""
    return former if former != url else ""
