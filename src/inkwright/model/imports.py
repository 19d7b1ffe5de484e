"""What comes in from another platform, and the account of what became of each thing in it."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

Fate = Literal["kept", "changed", "lost"]
State = Literal["new", "updated", "unchanged", "set aside", "removed", "failed"]


class Item(Struct, frozen=True):
    """One thing of the source and what became of it.

    `kind` is a word in the singular ("picture", "footnote", "date"). `what` tells which one it is: an address, a label,
    the first words. `why` is, for a changed one, what stands there now, and for a lost one the reason.
    """

    kind: str
    fate: Fate
    what: str
    why: str = ""


class Attached(Struct, frozen=True):
    """A file that a text names: where `token` stands in the text, the name or the address of the file belongs.

    `address` is how the source calls it, `file` its name in the export ("" when it is elsewhere), `data` its bytes
    where the text itself held them. `kind` is what the account calls it.
    """

    token: str
    address: str
    file: str = ""
    data: bytes = b""
    kind: str = "picture"


class Incoming(Struct, frozen=True):
    """A post as an export holds it, in our words.

    `source` is its id on the platform, the same in every export. `body` is Markdown without front matter, `front` the
    front matter beside `title`, in order; both hold the tokens of `attached`. `urls` are the addresses that it had, the
    main one first. `items` is the account of all but the attached files. `near` is its file in the export.
    """

    source: str
    title: str
    body: str
    slug: str = ""
    front: Mapping[str, Any] = field(default_factory=dict)
    urls: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    items: tuple[Item, ...] = ()
    kind: Literal["post", "page"] = "post"
    near: str = ""


class Arrival(Struct, frozen=True):
    """All that an export holds: posts in the order of the source, `items` that belong to no post, and lists of
    subscribers (name, CSV). `troubles` pairs what could not be read with the reason."""

    posts: tuple[Incoming, ...] = ()
    items: tuple[Item, ...] = ()
    subscribers: tuple[tuple[str, bytes], ...] = ()
    troubles: tuple[tuple[str, str], ...] = ()


class ImportedPost(Struct, frozen=True):
    """A post of the source and its file here. `note` says more of its state where there is more to say."""

    source: str
    title: str
    path: str
    state: State
    items: tuple[Item, ...] = ()
    note: str = ""


class Tally(Struct, frozen=True):
    """How many things of a kind the source had, and what became of them: `kept + changed + lost == source`."""

    kind: str
    source: int
    kept: int
    changed: int
    lost: int


class ImportReport(Struct, frozen=True):
    """What an import did, or would do. `report` is the file that says all of it, "" when nothing was written."""

    format: str
    source: str
    dry_run: bool = False
    posts: tuple[ImportedPost, ...] = ()
    items: tuple[Item, ...] = ()
    counts: tuple[Tally, ...] = ()
    subscribers: tuple[str, ...] = ()
    troubles: tuple[tuple[str, str], ...] = ()
    report: str = ""
