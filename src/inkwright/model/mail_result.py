"""What came of mails that were sent: openings and clicks, by issue and by pillar and year."""

from msgspec import Struct


class MailResult(Struct, frozen=True):
    """One issue, or one post that another platform mailed: `day` is ISO. Openings lie between `opens_low` (by people,
    as far as one can tell) and `opens_high` (with those of mail programs that load pictures by themselves); None where
    nothing is counted. `source` is "own" or the platform."""

    post: str
    title: str
    day: str
    source: str
    sent: int
    opens_low: int | None
    opens_high: int | None
    clicks: int | None
    pillar: str = ""


class Share(Struct, frozen=True):
    """A share of the `of` mails of which it was counted, with the interval in which the true one lies with 95 %
    certainty."""

    value: float
    low: float
    high: float
    of: int


class PillarMail(Struct, frozen=True):
    """A pillar ("" for none) in a year: mails sent over so many issues, and the shares opened (lower bound) and
    clicked; None where nothing was counted."""

    pillar: str
    year: str
    issues: int
    sent: int
    opened: Share | None
    clicked: Share | None
