"""The time for what is sent: begun at the ledger's, going on evenly, never set back while a program runs."""

from collections.abc import Callable
from datetime import datetime, timedelta


class SendClock:
    """`wall` is the writer's clock, in their zone; `seconds` runs evenly; `start` is the ledger's time now."""

    def __init__(self, wall: Callable[[], datetime], seconds: Callable[[], float], start: datetime) -> None:
        self.local = wall
        self.seconds = seconds
        self._start, self._begun = start, seconds()

    def now(self) -> datetime:
        """What the ledger counts in."""
        return self._start + timedelta(seconds=self.seconds() - self._begun)

    def advance(self, to: datetime) -> None:
        """Follow the ledger's time when it is ahead, as after the machine slept."""
        if to > self.now():
            self._start, self._begun = to, self.seconds()
