"""What an answer of the relay means for a reader, and when so many go wrong that sending must stop. Pure."""

from collections import Counter, deque
from datetime import datetime

from inkwright.model.delivery import Addressee, Mark, Policy
from inkwright.model.relay import RelayReply
from inkwright.newsletter.retry import TRIES, wait

WINDOW = 200
"""Last answers that are looked at. **Source:** the newsletter's design, "more than 20 % of the last 200 fail"."""
MOST = 40
"""More failures than this among them stop the sending: 20 % of 200."""
FIRST = 10
"""When the first answers are failures without exception, it is the sender's fault and not that of ten readers.

**Source:** own choice; the rule of 200 would let a list of 40 fail whole."""


def outcome(to: Addressee, reply: RelayReply, now: datetime, chance: float, policy: Policy) -> Mark:
    """What is written down after a try. `chance` in [0, 1) spreads the next tries."""
    said = str(reply)
    if reply.said == "sent":
        return Mark(to.sub, "sent", said, sent_at=now)
    if reply.said == "refused":
        return Mark(to.sub, "failed", said)
    if reply.said in ("sender", "unopened"):
        return Mark(to.sub, "queued", said, counts=False)
    if reply.said == "uncertain" and policy == "hold":
        return Mark(to.sub, "uncertain", said)
    pause = wait(to.attempts, chance, soon=reply.said != "later")
    if pause is None:
        # After the last try nobody knows of an uncertain one, and the account says so
        return Mark(to.sub, "uncertain" if reply.said == "uncertain" else "failed", f"{TRIES} tries: {said}")
    return Mark(to.sub, "retry", said, due=now + pause)


class Health:
    """The last answers of the relay, and whether they are a reason to stop."""

    def __init__(self) -> None:
        self._failures: deque[str] = deque(maxlen=WINDOW)
        self._seen = 0
        self._sender = ""

    def record(self, reply: RelayReply) -> None:
        """Take note of one answer; that there was no line to ask on is none."""
        if reply.said == "unopened":
            return
        if reply.said == "sender":
            self._sender = str(reply)
        self._seen += 1
        self._failures.append("" if reply.said == "sent" else str(reply))

    @property
    def trouble(self) -> str:
        """Why sending must stop, in words for the writer; "" while all is well."""
        if self._sender:
            return f"the relay takes nothing from this sender ({self._sender})"
        failed = Counter(one for one in self._failures if one)
        count = failed.total()
        if count > MOST:
            return f"{count} of the last {len(self._failures)} messages failed ({_usual(failed)})"
        if FIRST <= self._seen == count:
            return f"the first {count} messages all failed ({_usual(failed)})"
        return ""


def _usual(failed: Counter[str]) -> str:
    """The answer that came most often."""
    return failed.most_common(1)[0][0]
