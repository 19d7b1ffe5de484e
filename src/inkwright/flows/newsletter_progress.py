"""What somebody who watches a sending is told, counted from the account it began with."""

from collections.abc import Callable
from datetime import datetime

from inkwright.model.delivery import Tally

Tell = Callable[[int, int], None]
"""Told how many readers are dealt with, and of how many."""
Waits = Callable[[datetime, int, str], None]
"""Told until when nothing is done, how many readers wait for it, and what is in the way ("" for nothing but time)."""


class Watched:
    """Turns the steps of a run into how far all of it is."""

    def __init__(self, before: Tally, tell: Tell, waits: Waits) -> None:
        self._done, self._all = before.audience - before.open, before.audience
        self._tell, self._waits = tell, waits

    def step(self, more: int) -> None:
        """So many more readers are dealt with."""
        self._done += more
        self._tell(self._done, self._all)

    def wait(self, until: datetime, why: str) -> None:
        """Nothing is done until then."""
        self._waits(until, self._all - self._done, why)
