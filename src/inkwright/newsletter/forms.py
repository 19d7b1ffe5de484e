"""What somebody wrote into the form for new readers -> a sign-up, or why it is none. Pure.

A form carries a sealed time, so that it cannot be filled in by who never saw it, nor faster than a person types; and a
field that no person sees, which only programs fill in. Neither needs a cookie or a script.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from inkwright.newsletter.tokens import make_token, read_token

SOONEST = timedelta(seconds=2)
"""From showing a form to sending it. **Source:** newsletter.md, Consent."""
LATEST = timedelta(days=1)
"""How long a form that was shown may be sent. **Source:** own choice: a tab left open over night still works."""
TRAP = "website"
"""Name of the field that no person sees."""
FORM_VERSION = "1"
"""What the form promised, as it is kept with the consent; raise it with its words."""
_LONGEST_NAME = 100
_LONGEST_ADDRESS = 320


class SignUp(Struct, frozen=True):
    """Somebody's wish to become a reader: as written, the address not yet looked at."""

    email: str
    name: str = ""
    lists: tuple[str, ...] = ()


class Refusal(Struct, frozen=True):
    """Why a form is not taken: `kind` is `incomplete` (no form was shown: show one), `hasty`, `stale`, `trapped` (a
    program filled it in: answer as if it were taken) or `address`."""

    kind: str
    said: str = ""


def form_token(key: bytes, now: datetime) -> str:
    """What a form carries: that it was shown, and when."""
    return make_token(key, "form", _milliseconds(now), 0, b"")


def read_form(
    fields: Mapping[str, str], keys: Iterable[bytes], lists: Collection[str], now: datetime
) -> SignUp | Refusal:
    """The sign-up in a form's fields (`email`, `name`, `list.NAME` for each list, `form`, and the trap). Lists that
    there are not are left out; without any list they get all."""
    if fields.get(TRAP, ""):
        return Refusal("trapped")
    email = fields.get("email", "").strip()
    if len(email) > _LONGEST_ADDRESS:
        return Refusal("address", "This address is too long.")
    token = read_token(keys, "form", fields.get("form", ""), lambda _: b"")
    if token is None:
        return Refusal("incomplete")
    age = timedelta(milliseconds=_milliseconds(now) - token.issue)
    if age > LATEST:
        return Refusal("stale", "This page was open for long. Please send it once more.")
    if age < SOONEST:
        return Refusal("hasty", "That was quick. Please send it once more.")
    return SignUp(email, plain_name(fields.get("name", "")), chosen(fields, lists))


def chosen(fields: Mapping[str, str], lists: Collection[str]) -> tuple[str, ...]:
    """The lists that are ticked in a form, in the order of `lists`."""
    return tuple(name for name in lists if fields.get(f"list.{name}", ""))


def plain_name(written: str) -> str:
    """A name on one line, at most 100 characters; "" for one that holds an address of a page, as spam does."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in written).split())[:_LONGEST_NAME]
    return "" if "://" in name or "www." in name.lower() else name


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
