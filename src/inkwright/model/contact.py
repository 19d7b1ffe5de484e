"""A person who wrote because of a post: the readers that count are few, so they are noted by hand."""

from typing import Literal, get_args

from msgspec import Struct

ContactKind = Literal["reply", "mention", "hiring", "talk", "other"]
CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)


class ContactRow(Struct, frozen=True):
    """One contact as it is listed: `date` is ISO, `post` an id and `pillar` that post's theme, "" where there is
    none; `line` is 1-based in the file of contacts."""

    date: str
    who: str
    kind: str
    text: str
    post: str
    pillar: str
    line: int


class ContactCount(Struct, frozen=True):
    """How many people a pillar brought ("" for none): in all, and by kind, most first (who has two is in both)."""

    pillar: str
    contacts: int
    kinds: tuple[tuple[str, int], ...]
