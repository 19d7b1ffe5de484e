"""Where a text differs from the one that it was before an edit."""

from functools import lru_cache
from typing import NamedTuple

_STEP = 4096


class Change(NamedTuple):
    """Two texts differ from `start` on, up to `was` in the first and `now` in the second."""

    start: int
    was: int
    now: int


@lru_cache(maxsize=4)
def changed(old: str, new: str) -> Change:
    """Where two texts differ: behind what they share at the start, before what they share at the end."""
    start = _shared(old, new)
    end = _shared_at_end(old, new, min(len(old), len(new)) - start)
    return Change(start, len(old) - end, len(new) - end)


def changed_lines(old: str, new: str) -> tuple[str, str]:
    """The lines of each text that hold the change, without the line ends around them."""
    start, was, now = changed(old, new)
    first = old.rfind("\n", 0, start) + 1
    last, end = old.find("\n", was), new.find("\n", now)
    return old[first : last if last >= 0 else len(old)], new[first : end if end >= 0 else len(new)]


def _shared(old: str, new: str) -> int:
    """How many characters two texts share at the start."""
    at, most, step = 0, min(len(old), len(new)), _STEP
    while step:
        while at + step <= most and old[at : at + step] == new[at : at + step]:
            at += step
        step //= 2
    return at


def _shared_at_end(old: str, new: str, most: int) -> int:
    """How many characters two texts share at the end, at most so many."""
    at, step, old_end, new_end = 0, _STEP, len(old), len(new)
    while step:
        while at + step <= most and old[old_end - at - step : old_end - at] == new[new_end - at - step : new_end - at]:
            at += step
        step //= 2
    return at
