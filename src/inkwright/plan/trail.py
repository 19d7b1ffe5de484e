"""How a post stands with its readers, and the trail of how it came to that, in its record. Pure: no clock, no disk."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.document import Document
from inkwright.model.record import PostRecord

SCHEDULED, PUBLISHED, UNPUBLISHED = "scheduled", "published", "unpublished"


class Event(Struct, frozen=True):
    """One thing that was done: what, when (ISO moment), by whom, why ("" where nobody was asked), and the obstacles
    that were passed over."""

    what: str
    at: str
    by: str
    why: str = ""
    passed: tuple[str, ...] = ()


def state(record: PostRecord) -> str:
    """`scheduled`, `published` or `unpublished`; "" for a post that nothing is known of."""
    found = record.publishing.get("state")
    return found if found in (SCHEDULED, PUBLISHED, UNPUBLISHED) else ""


def text_digest(document: Document, title: str) -> str:
    """What changes when the words of a post do: a digest of its title and of all that stands below its front matter."""
    return body_digest(document.text[document.front_matter.span.end :], title)


def body_digest(body: str, title: str) -> str:
    """The same of a text below its front matter."""
    said = body.replace("\r\n", "\n").strip()
    return hashlib.sha256(f"{title}\n{said}".encode("utf-8", "surrogatepass")).hexdigest()


def noted(record: PostRecord, event: Event, stands: str, text: str, url: str) -> PostRecord:
    """The record with one event more. `text` is the digest of what readers see now, `url` its path on the site."""
    line = {"what": event.what, "at": event.at, "by": event.by, "why": event.why, "passed": list(event.passed)}
    trail = [*events(record), {key: value for key, value in line.items() if value}]
    return replace(record, publishing={**record.publishing, "state": stands, "text": text, "url": url, "trail": trail})


def events(record: PostRecord) -> list[Mapping[str, Any]]:
    """What was done so far, oldest first; entries that are no tables are left out."""
    found = record.publishing.get("trail")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def agreed(record: PostRecord, text: str, obstacles: Iterable[str]) -> bool:
    """Whether the writer passed over just these obstacles already, for the very text that stands there."""
    last: Mapping[str, Any] = next(
        (one for one in reversed(events(record)) if one.get("what") in (PUBLISHED, "updated")), {}
    )
    known = last.get("passed")
    return record.publishing.get("text") == text and isinstance(known, list) and set(obstacles) <= set(known)
