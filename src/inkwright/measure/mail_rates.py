"""Results of mails -> shares opened and clicked by pillar and year, each with its interval, best first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from inkwright.measure.intervals import wilson
from inkwright.measure.portfolio import GOAL
from inkwright.model.mail_result import MailResult, PillarMail, Share

INFLATED = (
    "Openings are inflated: mail programs load pictures that nobody looked at, and one reader may open twice. "
    "Clicks and replies say more."
)
"""**Source:** Apple, "Mail Privacy Protection" (2021): Mail loads remote content in the background."""


def by_pillar(found: Iterable[MailResult]) -> list[PillarMail]:
    """Each pillar in each year, the best first: by the lower end of the share clicked where clicks were counted, else
    of the share opened, so that few mails do not win by luck. Those of which nothing was counted come last. Case is of
    no account."""
    groups, names = defaultdict[tuple[str, str], list[MailResult]](list), dict[str, str]()
    for one in found:
        groups[names.setdefault(one.pillar.casefold(), one.pillar), one.day[:4]].append(one)
    rows = [_row(pillar, year, some) for (pillar, year), some in groups.items()]
    return sorted(rows, key=lambda row: (-_worth(row.clicked), -_worth(row.opened), row.pillar, row.year))


def early(found: Sequence[MailResult]) -> str:
    """Why mails are not compared yet, "" when there are enough. **Source:** requirement MSR-4: six."""
    return f"Too early to compare: {len(found)} of {GOAL} issues." if len(found) < GOAL else ""


def share(count: int, sent: int) -> Share:
    """A share of what was sent, never above 1. `sent` is at least 1."""
    known = min(count, sent)
    low, high = wilson(known, sent)
    return Share(round(known / sent, 4), round(low, 4), round(high, 4), sent)


def _row(pillar: str, year: str, some: Sequence[MailResult]) -> PillarMail:
    opened = [one for one in some if one.opens_low is not None]
    clicked = [one for one in some if one.clicks is not None]
    return PillarMail(
        pillar, year, len(some), sum(one.sent for one in some),
        share(sum(one.opens_low or 0 for one in opened), sum(one.sent for one in opened)) if opened else None,
        share(sum(one.clicks or 0 for one in clicked), sum(one.sent for one in clicked)) if clicked else None,
    )  # fmt: skip


def _worth(one: Share | None) -> float:
    return -1.0 if one is None else one.low
