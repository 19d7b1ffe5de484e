"""Telling what a run waits for, once for each wait."""

from collections.abc import Callable
from datetime import datetime, timedelta

SHORT = timedelta(seconds=5)
"""A wait that is not worth a word."""

Say = Callable[[datetime, str], None]
"""Told until when nothing is done, and what is in the way ("" for nothing but the time)."""


class Waits:
    """Says it, and not again before the moment it named has come."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._told: dict[str, datetime] = {}

    def until(self, moment: datetime, now: datetime, why: str = "") -> None:
        """Nothing can be done until that moment."""
        told = self._told.get(why)
        if moment - now >= SHORT and (told is None or now >= told):
            self._told[why] = moment
            self._say(moment, why)
