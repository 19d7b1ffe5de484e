"""Sittings as an iCalendar file, which every calendar program reads.

**Source:** RFC 5545: 3.1 (lines of at most 75 octets, CRLF), 3.3.11 (escapes in texts), 3.6.1 (events).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from inkwright.model.week import Sitting

PRODUCT = "-//Inkwright//plan week//EN"
"""What a calendar file of ours says of its maker."""
OCTETS = 75


def calendar(sittings: Iterable[Sitting], title: str, now: datetime) -> str:
    """The text of the file; `title` names the post, "" for none. `now` has a time zone and stamps the entries.

    An entry keeps its UID when it is made again and carries a later stamp, so a second import moves it (RFC 5546,
    2.1.5). Times are in UTC, so that no table of time zones is needed. No sittings give a calendar without entries.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for sitting in sittings:
        lines += _event(sitting, title, now)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(sitting: Sitting, title: str, now: datetime) -> Iterator[str]:
    start = sitting.start.astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{sitting.uid}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(start)}"
    yield f"DTEND:{_moment(start + timedelta(minutes=sitting.minutes))}"
    what = sitting.what[:1].upper() + sitting.what[1:]
    yield f"SUMMARY:{_escaped(f'{what}: {title}' if title else what)}"
    if sitting.command:
        yield f"DESCRIPTION:{_escaped(sitting.command)}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    plain = "".join(sign if sign >= " " and sign != "\x7f" else " " for sign in " ".join(text.splitlines()))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets; each but the first begins with a blank, no character is cut in two."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8", "replace"))
        if size + octets > OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part
