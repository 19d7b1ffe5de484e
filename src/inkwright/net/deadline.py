"""A point in time by which all of a request must be done."""

import time
from collections.abc import Callable

from inkwright.model.errors import NetError


class Deadline:
    """Seconds that are left of a whole request, its redirects included; each wait takes only what is left."""

    def __init__(self, url: str, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds, more than 0. Raises NetError "timeout" when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> NetError:
        """The error of a request that took too long."""
        return NetError("timeout", f"no whole answer in {self._seconds:g} s", url=self._url, passing=True)
