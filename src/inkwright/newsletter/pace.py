"""How fast mail may go out: a bucket that fills with the rate and is emptied by each message. Pure."""


class Pace:
    """At most `rate` messages a second, and at most one second's worth at once; 0 sets no limit. `now` are seconds of
    a clock that is never set back.

    **Source:** token bucket, as in RFC 2697, section 3 (one rate, one burst size).
    """

    def __init__(self, rate: float, now: float) -> None:
        self._rate = rate
        self._full = max(1.0, rate)
        self._tokens = min(1.0, self._full)
        self._seen = now

    def set_rate(self, rate: float) -> None:
        """Go on with another rate, for example when senders share it."""
        self._rate, self._full = rate, max(1.0, rate)
        self._tokens = min(self._tokens, self._full)

    def ready(self, now: float, wanted: int) -> int:
        """How many of `wanted` messages may go out now; 0 for none."""
        if self._rate <= 0:
            return wanted
        self._tokens = min(self._full, self._tokens + max(0.0, now - self._seen) * self._rate)
        self._seen = max(self._seen, now)
        return min(wanted, int(self._tokens + 1e-9))

    def spend(self, count: int) -> None:
        """Note that so many go out."""
        if self._rate > 0:
            self._tokens -= count

    def wait(self) -> float:
        """Seconds until the next message may go out, as of the last `ready`; 0.0 when one may at once."""
        return max(0.0, (1.0 - self._tokens) / self._rate) if self._rate > 0 else 0.0
