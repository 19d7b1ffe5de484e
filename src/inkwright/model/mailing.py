"""An issue as mail: what is the same for every reader, and what is put in for one."""

from typing import Literal

from msgspec import Struct

Form = Literal["header", "text", "html"]
"""Where a personal value stands, which says how it is written."""
Field = Literal["to", "name", "unsubscribe", "one_click", "mailto", "preferences", "message_id", "date"]


class Slot(Struct, frozen=True):
    """A place in a message that each reader fills. `before` and `after` stand around the value, `otherwise` in place
    of all three for a reader without it."""

    field: Field
    form: Form
    before: str = ""
    after: str = ""
    otherwise: str = ""


class Frozen(Struct, frozen=True):
    """A message cut at its personal fields. `pieces`: bytes as they are sent, and slots between them. `html` and
    `text` are the bytes of those parts before their transfer encoding, personal values left out."""

    pieces: tuple[bytes | Slot, ...]
    text: int = 0
    html: int = 0


class Personal(Struct, frozen=True):
    """What is put in for one reader. `date` as RFC 5322 writes it, `message_id` with its angle brackets, `mailto` the
    address that a mail to leave goes to. Where undeliverable mail returns to is no part of a message (RFC 5321, 4.4):
    it goes into the envelope."""

    to: str
    date: str
    message_id: str
    name: str = ""
    unsubscribe: str = ""
    one_click: str = ""
    preferences: str = ""
    mailto: str = ""


class Inline(Struct, frozen=True):
    """A picture that travels inside a message. `cid` is the name that the HTML calls it by, `kind` its MIME type."""

    cid: str
    kind: str
    data: bytes


class Head(Struct, frozen=True):
    """The headers that are the same for every reader. `sender` and `reply_to` as the settings write them, `list_id` a
    name like a domain, `archive` the address of the blog; all but the first two may be ""."""

    sender: str
    subject: str
    reply_to: str = ""
    list_name: str = ""
    list_id: str = ""
    archive: str = ""
    language: str = ""


class Projected(Struct, frozen=True):
    """What a post would take as a letter: bytes of HTML if nothing were cut, those from which on a writer is warned,
    and those that no letter exceeds. `before` is the heading of the first section that is cut off, "" for a whole
    letter and for a cut within a section."""

    html: int
    warn: int
    limit: int
    before: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether the letter would end before the post does."""
        return self.html > self.limit

    @property
    def said(self) -> str:
        """In words, without a full stop."""
        size = f"{self.html // 1000} KB of HTML as a letter"
        if self.is_cut:
            where = f"before “{self.before}”" if self.before else "within a section"
            return f"{size}, of which {self.limit // 1000} KB fit: it is cut {where}"
        return f"{size}, of which {self.limit // 1000} KB fit"
