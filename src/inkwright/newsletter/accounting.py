"""Whether the account of an issue adds up, how far it is, and how long it will take. Pure."""

from collections.abc import Iterator
from datetime import timedelta

from inkwright.model.delivery import Issue, Tally


def faults(issue: Issue, tally: Tally, *, body_is_whole: bool) -> Iterator[str]:
    """What is wrong with the account of an issue, one sentence each; nothing for a sound one."""
    if not tally.adds_up:
        missing = tally.audience - tally.known
        many = f"{missing} are missing" if missing > 0 else f"{-missing} are too many"
        yield f"{issue.slug} was frozen for {tally.audience} readers and accounts for {tally.known}: {many}"
    if issue.state == "sent" and tally.open:
        yield f"{issue.slug} counts as sent, but {tally.open} readers are still to be served"
    if not body_is_whole:
        yield f"the message of {issue.slug} is not the one that was frozen"


def share(tally: Tally) -> float:
    """How much of the audience is dealt with, in [0, 1]; 1.0 for an empty audience."""
    return (tally.audience - tally.open) / tally.audience if tally.audience else 1.0


def remaining(tally: Tally, recent: int, over: timedelta) -> timedelta | None:
    """How long the rest takes at the pace of the last while: `recent` messages in `over`. None when nothing moved or
    nothing is left."""
    if not recent or not tally.open:
        return None
    return timedelta(seconds=round(over.total_seconds() * tally.open / recent))
