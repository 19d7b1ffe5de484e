"""Lines about an issue on its way, as all verbs tell them."""

from collections.abc import Iterable, Iterator
from typing import Any

from inkwright.model.delivery import DeliveryState, Tally

_WIDTH = 30
"""Characters of a bar."""


def bar(share: float) -> str:
    """`[######------] 52 %` for a share in [0, 1]; full only when all is done."""
    filled = int(share * _WIDTH)
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {int(share * 100)} %"


def account(tally: Tally, reasons: Iterable[tuple[DeliveryState, str, int]] = ()) -> Iterator[str]:
    """The account of an issue as a sum, and why readers failed, wait, were skipped or are uncertain."""
    yield (
        f"{tally.audience:,} readers = {tally.sent:,} sent + {tally.failed:,} failed + {tally.skipped:,} skipped + "
        f"{tally.uncertain:,} uncertain + {tally.open:,} open"
    )
    for state, said, count in reasons:
        yield f"  {count:,} {'to be tried again' if state == 'retry' else state}: {said or 'no reason is known'}"


def ended(slug: str, end: Any) -> str:
    """How a run ended, and what to do next."""
    again = f"{end.again.astimezone():%Y-%m-%d %H:%M}" if end.again else ""
    go_on = "Run the same command again then, or let cron run `inkwright newsletter send --due`."
    told: dict[str, str] = {
        "sent": f"{slug} is sent. `inkwright newsletter verify {slug}` shows the account.",
        "paused": f"{slug} is paused: {end.reason}. `inkwright newsletter resume {slug}` goes on with it.",
        "cancelled": f"{slug} was cancelled.",
        "later": f"Some readers are tried again from {again} on. {go_on}",
        "window": f"Mail goes out again from {again} on. {go_on}",
        "warm-up": f"No more may go out today (newsletter.warm_up). {go_on.replace('then', 'tomorrow')}",
        "stopped": f"Stopped. `inkwright newsletter send {slug}` goes on where it was.",
        "ousted": f"Another program took over the sending of {slug}; this one stops.",
    }
    return told[end.why]
