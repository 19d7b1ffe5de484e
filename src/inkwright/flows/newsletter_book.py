"""The ledger as the sending of one issue uses it: each method is one transaction."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from inkwright.flows.newsletter_clock import SendClock
from inkwright.ledger.deliveries import claim, mark, next_due, release, renew, sent_by_day, skip_rest
from inkwright.ledger.issues import finish, issue_by_id, turn
from inkwright.ledger.marks import set_mark
from inkwright.ledger.open import Ledger
from inkwright.ledger.senders import LEASE, Alive, beat, ledger_time, live
from inkwright.model.delivery import Addressee, DeliveryState, Issue, Mark, Policy, Sender
from inkwright.newsletter.doors import Rest

SEEN = "sending-seen"
"""The fact of the ledger that tells when somebody was last sending, by which a clock that was set back is known."""


CANCELLED = "the issue was cancelled"
"""What is written down of readers who are left out then."""


def freed(policy: Policy) -> DeliveryState:
    """The state of a reader whose sender died while it was sending to them."""
    return "uncertain" if policy == "hold" else "queued"


class LedgerBook:
    """`Book` over a ledger, for one sender and one issue. `lists` are the names of all lists that there are."""

    def __init__(
        self, ledger: Ledger, issue: Issue, me: Sender, clock: SendClock, policy: Policy, lists: Collection[str],
        alive: Alive,
    ) -> None:  # fmt: skip
        self._ledger, self._issue, self._me, self._clock = ledger, issue, me, clock
        self._policy, self._lists, self._alive = policy, tuple(lists), alive

    def record(self, marks: Sequence[Mark], most: int, *, again: bool) -> tuple[list[Addressee], int]:
        """Results down, then readers taken. With `hold` the taking is on the disk before a message is sent, so that
        even a power cut makes no second copy."""
        with self._ledger.write(durable=bool(most) and self._policy == "hold") as connection:
            mark(connection, self._issue.id, self._me.owner, marks)
            if not most:
                return [], 0
            now = self._clock.now()
            return claim(
                connection, self._issue.id, self._me.owner, now, now + LEASE, most,
                list_=self._issue.list, lists=self._lists, again=again,
            )  # fmt: skip

    def rest(self) -> Rest:
        """What is left; the issue is called sent in the same breath when nothing is."""
        with self._ledger.write(durable=True) as connection:
            finish(connection, self._issue.id, self._clock.now())
            found = issue_by_id(connection, self._issue.id)
            if found is not None and found.state == "cancelled":
                skip_rest(connection, found.id, CANCELLED)  # what came back from the relay meanwhile to be tried again
            due = next_due(connection, self._issue.id)
        return Rest(found.state if found else "cancelled", found.pause_reason if found else "", due)

    def pause(self, reason: str) -> None:
        """Stop the issue until the writer goes on with it."""
        with self._ledger.write(durable=True) as connection:
            turn(connection, self._issue.id, ["sending"], "paused", reason)

    def beat(self) -> tuple[bool, int]:
        """Say that this sender lives; free whom dead ones had taken, and on a server whose lease has ended."""
        with self._ledger.write() as connection:
            self._clock.advance(ledger_time(connection, self._clock.local()))
            now = self._clock.now()
            counts = beat(connection, self._me.owner, now)
            renew(connection, self._issue.id, self._me.owner, now + LEASE)
            owners = [one.owner for one in live(connection, now, self._alive)]
            release(connection, self._issue.id, freed(self._policy), owners=owners, now=now)
            if self._ledger.dialect == "postgresql":
                release(connection, self._issue.id, freed(self._policy), owners=None, now=now)
            set_mark(connection, SEEN, now.isoformat())
        return counts, len(owners)

    def sent_by_day(self) -> dict[str, int]:
        """How many messages went out on each day of the writer's zone."""
        with self._ledger.read() as connection:
            return sent_by_day(connection, self._clock.local().utcoffset() or timedelta())

    def sync(self) -> bool:
        """Bring what was written to the disk; on a server the commit did."""
        self._ledger.sync()
        return self._ledger.file is not None
