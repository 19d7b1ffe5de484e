"""Keeps requests to one host apart."""

import threading
import time
from collections.abc import Callable


class Pace:
    """At least `gap` seconds between the starts of two requests to one host, whichever threads send them."""

    def __init__(
        self,
        gap: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._gap = gap
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Return when it is this request's turn."""
        if not self._gap:
            return
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self._gap
        if turn > now:
            self._sleep(turn - now)
