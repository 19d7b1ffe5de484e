"""One view of a page as a log or an export of single views tells it, and its mark: what is remembered of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b
from struct import pack as packed_as
from struct import unpack as unpacked_as
from typing import NamedTuple

_DAY = 86_400
_WHO, _SAME = 8, 6
"""Bits of a mark for who it was, and for which of several views of one second it is. **Source:** decision 0067."""
_MOST = (1 << _SAME) - 1
_LAST = (1 << _WHO + _SAME) - 1


class Visit(NamedTuple):
    """One view of a page on an ISO day by a visitor (any text that tells them from others on that day, "" where it is
    not known), coming from a host ("" for unknown), at a moment (whole seconds since 1970), told by a line. The visitor
    is counted and forgotten. `id` is what its writer calls this one view, "" where they do not say."""

    page: str
    day: str
    visitor: str
    referrer: str = ""
    at: int = 0
    line: int = 0
    id: str = ""


class Marked(NamedTuple):
    """A visit and its mark: its moment, then 14 bits of a digest of its id; or without one a byte of a digest of its
    visitor, and the how manieth of these it is."""

    visit: Visit
    mark: int


def marked(visits: Iterable[Visit]) -> Iterator[Marked]:
    """Visits with their marks, in the order of their lines.

    The same view read from two files has the same mark. Views that cannot be told apart (page, second, the byte) are
    several where they stand together within their second; where time has gone on in between they are copies of one.
    Where a view has an id, one id is one view.
    """
    same: Counter[tuple[str, int]] = Counter()
    second = -1
    for visit in visits:
        if visit.id:
            said = int.from_bytes(blake2b(visit.id.encode(), digest_size=2).digest(), "big")
            yield Marked(visit, visit.at << _WHO + _SAME | said & _LAST)
            continue
        if visit.at != second:
            second = visit.at
            same.clear()
        who = blake2b(visit.visitor.encode(), digest_size=1).digest()[0]
        number = same[visit.page, who]
        same[visit.page, who] += 1
        yield Marked(visit, (visit.at << _WHO | who) << _SAME | min(number, _MOST))


def pack(marks: Iterable[int], day: str) -> bytes:
    """The marks of views that were counted on an ISO day, as four bytes each, sorted. In any time zone a day lies
    within the three days in UTC around its date."""
    start = _start(day)
    found = sorted(mark - start for mark in marks)
    return packed_as(f"<{len(found)}I", *found)


def unpack(packed: bytes, day: str) -> list[int]:
    """The marks of an ISO day, in order."""
    start = _start(day)
    return [start + mark for mark in unpacked_as(f"<{len(packed) // 4}I", packed)]


def _start(day: str) -> int:
    """The mark below all others of an ISO day."""
    midnight = int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp())
    return (midnight - _DAY) << _WHO + _SAME
