"""Single visits -> views, visitors and referrers by page and day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from inkwright.model.reading import Reading, Unread


class Visit(NamedTuple):
    """One view of a page on an ISO day by a visitor (any text that tells them from others on that day), coming from a
    host ("" for unknown). The visitor is counted and forgotten."""

    page: str
    day: str
    visitor: str
    referrer: str = ""


def counted(visits: Iterable[Visit | Unread]) -> Iterator[Reading | Unread]:
    """The readings that visits come to; lines that are none are passed on. Days and pages sorted."""
    views, people, came = (
        Counter[tuple[str, str]](),
        defaultdict[tuple[str, str], set[str]](set),
        Counter[tuple[str, str, str]](),
    )
    for visit in visits:
        if isinstance(visit, Unread):
            yield visit
            continue
        views[visit.day, visit.page] += 1
        people[visit.day, visit.page].add(visit.visitor)
        if visit.referrer:
            came[visit.day, visit.page, visit.referrer] += 1
    for (day, page), number in sorted(views.items()):
        yield Reading(page, "views", number, day)
        yield Reading(page, "visitors", len(people[day, page]), day)
    for (day, page, referrer), number in sorted(came.items()):
        yield Reading(page, "views", number, day, referrer=referrer)
