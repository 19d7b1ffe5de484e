"""Lists of subscribers as other services export them: how each is recognised, and what its words mean in ours.

**Source:** the files that the services wrote, and their help: Substack (members, signups), Kit (subscriber states),
Ghost (member import and export), Mailchimp (subscribed, unsubscribed and cleaned contacts), Buttondown (subscriber
types of its API), beehiiv (subscriber statuses).
"""

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from inkwright.model.errors import UsageError
from inkwright.model.subscriber import Said, SuppressionReason

Meaning = Said | SuppressionReason
"""What a word of a list means: how they stand, or why mail to them must not go out."""

REASONS: tuple[SuppressionReason, ...] = ("soft-bounces", "hard-bounce", "owner", "erased", "complaint")

_TRUE: dict[str, Meaning] = {"true": "subscribed", "yes": "subscribed", "1": "subscribed", "y": "subscribed"}
_FALSE: dict[str, Meaning] = {"false": "unsubscribed", "no": "unsubscribed", "0": "unsubscribed", "n": "unsubscribed"}
_OFF: dict[str, Meaning] = {
    "true": "unsubscribed", "yes": "unsubscribed", "1": "unsubscribed", "false": "subscribed", "no": "subscribed",
    "0": "subscribed",
}  # fmt: skip
_COMMON: dict[str, Meaning] = {
    "active": "subscribed", "subscribed": "subscribed", "confirmed": "subscribed", "enabled": "subscribed",
    "pending": "pending", "unconfirmed": "pending", "unverified": "pending", "unactivated": "pending",
    "validating": "pending", "unsubscribed": "unsubscribed", "cancelled": "unsubscribed", "canceled": "unsubscribed",
    "removed": "unsubscribed", "deleted": "unsubscribed", "archived": "unsubscribed", "disabled": "unsubscribed",
    "blocked": "unsubscribed", "blocklisted": "unsubscribed", "opted out": "unsubscribed",
    "bounced": "hard-bounce", "cleaned": "hard-bounce", "undeliverable": "hard-bounce", "invalid": "hard-bounce",
    "hard-bounce": "hard-bounce", "complained": "complaint", "complaint": "complaint", "spam": "complaint",
}  # fmt: skip


class Format(Struct, frozen=True):
    """A service's list. It is one when it has all columns of `needs` and one of `any_of` (when there are any).

    `words` says for a column what each of its words means, `set_means` what it means that a column holds anything.
    Columns are in small letters with `_` for what is no letter or digit.
    """

    name: str
    label: str
    needs: Collection[str] = ()
    any_of: Collection[str] = ()
    words: Mapping[str, Mapping[str, Meaning]] = field(default_factory=dict)
    set_means: Mapping[str, Meaning] = field(default_factory=dict)


FORMATS = (
    Format(
        "inkwright", "Inkwright", ("email", "status", "suppressed"),
        words={"status": _COMMON, "suppressed": {reason: reason for reason in REASONS}},
    ),
    Format(
        "mailchimp", "Mailchimp", ("email_address",), ("member_rating", "optin_time", "leid", "euid"),
        set_means={"unsub_time": "unsubscribed", "clean_time": "hard-bounce"},
    ),
    Format(
        "buttondown", "Buttondown", (), ("subscriber_type", "creation_date", "undeliverability_date"),
        words={column: {
            **_COMMON, "regular": "subscribed", "premium": "subscribed", "trialed": "subscribed",
            "unpaid": "subscribed", "gifted": "subscribed", "churning": "subscribed", "churned": "subscribed",
            "paused": "subscribed", "past_due": "subscribed", "upcoming": "pending", "spammy": "unsubscribed",
        } for column in ("subscriber_type", "type")},
        set_means={"unsubscription_date": "unsubscribed", "undeliverability_date": "hard-bounce"},
    ),
    Format(
        "ghost", "Ghost", ("email",), ("subscribed_to_emails", "complimentary_plan"),
        words={"subscribed_to_emails": {**_TRUE, **_FALSE}}, set_means={"deleted_at": "unsubscribed"},
    ),
    Format(
        "substack", "Substack", ("email",), ("email_disabled", "active_subscription", "prefer_digests"),
        words={"email_disabled": _OFF},
    ),
    Format(
        "beehiiv", "beehiiv", ("email", "status"), ("tier", "subscriber_id", "unsubscribed_at"),
        words={"status": {**_COMMON, "inactive": "unsubscribed", "needs attention": "pending"}},
        set_means={"unsubscribed_at": "unsubscribed"},
    ),
    Format(
        "kit", "Kit", ("first_name",), ("state", "status", "subscriber_state"),
        words={column: {**_COMMON, "inactive": "pending", "cold": "subscribed"}
               for column in ("state", "status", "subscriber_state")},
    ),
    Format(
        "csv", "a table",
        words={
            "status": _COMMON, "subscription_status": _COMMON, "email_status": _COMMON,
            "subscribed": {**_TRUE, **_FALSE}, "unsubscribed": _OFF, "opt_out": _OFF, "opted_out": _OFF,
            "email_disabled": _OFF,
        },
        set_means={"unsubscribed_at": "unsubscribed", "unsub_time": "unsubscribed", "bounced_at": "hard-bounce"},
    ),
)  # fmt: skip
"""In the order in which they are tried; the last one is any table with a column of addresses."""


def format_of(columns: Collection[str], typed: str = "auto") -> Format:
    """The format of a table by its columns, or the one that the user names. Raises UsageError for an unknown name."""
    if typed != "auto":
        named = next((one for one in FORMATS if one.name == typed), None)
        if named is None:
            known = ", ".join(one.name for one in FORMATS)
            raise UsageError(f"there is no list format {typed!r}", hint=f"Known are auto, {known}.")
        return named
    return next(one for one in FORMATS if _is(one, set(columns)))


def _is(one: Format, columns: set[str]) -> bool:
    return columns.issuperset(one.needs) and (not one.any_of or not columns.isdisjoint(one.any_of))
