"""Lines about an issue on its way, as all verbs tell them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from inkwright.cli.clock import minute
from inkwright.model.delivery import DeliveryState, Tally, readers

_WIDTH = 30
"""Characters of a bar."""


def bar(share: float) -> str:
    """`[######------] 52 %` for a share in [0, 1]; full only when all is done."""
    filled = int(share * _WIDTH)
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {int(share * 100)} %"


def account(tally: Tally, reasons: Iterable[tuple[DeliveryState, str, int]] = ()) -> Iterator[str]:
    """The account of an issue as a sum, and why readers failed, wait, were skipped or are uncertain."""
    yield (
        f"{readers(tally.audience)} = {tally.sent:,} sent + {tally.failed:,} failed + {tally.skipped:,} skipped + "
        f"{tally.uncertain:,} uncertain + {tally.open:,} open"
    )
    for state, said, count in reasons:
        yield f"  {count:,} {'to be tried again' if state == 'retry' else state}: {said or 'no reason is known'}"


def waiting(until: datetime, count: int, why: str) -> str:
    """What a run waits for; `until` is in the writer's zone."""
    whom = readers(count)
    if why:
        return f"{why}; trying again until {until:%H:%M} for {whom}; Ctrl-C is safe."
    return f"Waiting until {until:%H:%M} for {whom}; Ctrl-C is safe."


def ended(slug: str, end: Any, tally: Tally, zone: str) -> str:
    """How a run ended, and what to do next; times are in the writer's zone."""
    again = minute(end.again, zone)
    left = f"{readers(tally.open)} {'have' if tally.open != 1 else 'has'} still to get it"
    go_on = "Run the same command again then, or let cron run `inkwright newsletter send --due`."
    told: dict[str, str] = {
        "sent": f"{slug} is sent. `inkwright newsletter verify {slug}` shows the account.",
        "paused": f"{slug} is paused: {end.reason}. `inkwright newsletter resume {slug}` goes on with it.",
        "cancelled": f"{slug} was cancelled.",
        "later": f"Some readers are tried again from {again} on. {go_on}",
        "window": f"Mail goes out again from {again} on. {go_on}",
        "warm-up": f"No more may go out today (newsletter.warm_up). {go_on.replace('then', 'tomorrow')}",
        "stopped": f"Stopped; {left}. `inkwright newsletter send {slug}` goes on where it was.",
        "ousted": f"Another program took over the sending of {slug}; this one stops.",
    }
    return told[end.why]
