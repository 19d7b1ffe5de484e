"""When a message is tried again, and when no more. Pure; chance is handed in."""

from datetime import timedelta

TRIES = 8
"""Tries of one reader in all; with the waits between them they end within 48 hours.

**Source:** the newsletter's design, "failed(5xx, or 8 tries / 48 h)"."""

_WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 45, 120, 300, 600, 1200))
"""Waits after the first, second, ... try when a relay asks for patience; 38 h 5 min in all, 47 h 36 min with chance.

**Source:** own choice within the 48 hours; the first is what greylisting asks for (RFC 6647, section 5: 5 minutes)."""

_SOON = (timedelta(seconds=5), timedelta(seconds=30))
"""Waits after the first tries when only the connection broke, which says nothing about the reader."""

_CHANCE = 0.25
"""A wait is up to a quarter longer, so that what failed together does not come back together."""


def wait(attempts: int, chance: float, *, soon: bool = False) -> timedelta | None:
    """The time between try number `attempts` (from 1) and the next; None when it was the last.

    `chance` lies in [0, 1). `soon` is for a broken connection.
    """
    if attempts >= TRIES:
        return None
    waits = (*_SOON, *_WAITS[len(_SOON) :]) if soon else _WAITS
    return waits[max(1, attempts) - 1] * (1 + _CHANCE * chance)
