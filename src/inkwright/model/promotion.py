"""Telling people of a post: what its text offers, how a network counts, the drafts, and what is left to do."""

from typing import Literal

from msgspec import Struct

from inkwright.model.finding import Severity
from inkwright.model.span import Span

Counting = Literal["characters", "x", "mastodon", "graphemes"]
Form = Literal["text", "thread", "title", "people"]
Role = Literal["finding", "surprise", "why", "limits", "takeaway", "question", "detail"]
Phase = Literal["day", "week", "ongoing"]


class Saying(Struct, frozen=True):
    """A sentence of a post as a reader reads it, markup gone: `span` is where it stands in the file.

    `passage` numbers its paragraph and `order` the sentence in it; `heading` is the heading above ("" on top) and
    `place` where in the text it stands, 0 to 1. `code` counts pieces of code in it. `alone` says that it can be read
    without the one before it.
    """

    text: str
    span: Span
    passage: int
    order: int
    heading: str = ""
    place: float = 0.0
    code: int = 0
    alone: bool = True


class Slot(Struct, frozen=True):
    """A place in a draft: the roles that may fill it, the best first, and what the writer is asked where none does.
    `asked` says that a draft has this place in any case."""

    roles: tuple[Role, ...]
    question: str
    asked: bool = False


class NetworkRule(Struct, frozen=True):
    """One rule of a network. `kind` names the check, `value` what it needs, `phrases` the wordings it looks for."""

    name: str
    kind: str
    severity: Severity
    message: str
    why: str
    value: str = ""
    phrases: tuple[str, ...] = ()


class Network(Struct, frozen=True):
    """A network as its page describes it.

    `parts` is how many messages a draft has, `limit` how long each may be as `counting` counts; 0 for no limit. `slots`
    are filled in their order; `sentences` is how many a draft holds and `title` the longest title (0: it has none).
    `hint` is what a draft's comment says. `checked` is the day on which the `sources` were read, ISO.
    """

    name: str
    label: str
    form: Form
    order: int
    counting: Counting
    limit: int
    parts: tuple[int, int]
    slots: tuple[Slot, ...]
    rules: tuple[NetworkRule, ...]
    hint: str
    tone: tuple[str, ...]
    checked: str
    sources: tuple[str, ...]
    sentences: tuple[int, int] = (1, 2)
    title: int = 0


class Draft(Struct, frozen=True):
    """The text of one draft as its file holds it; `sayings` are the sentences in it, `open` how many places are left
    to the writer."""

    network: str
    text: str
    sayings: tuple[Saying, ...] = ()
    open: int = 0


DraftState = Literal["new", "unchanged", "renewed", "yours", "beside"]
"""What became of a draft's file: made, as it was, made again because the post changed, left as the writer changed it,
or left so with a newer draft beside it."""


class DraftFile(Struct, frozen=True):
    """A draft on the disk: `path` is the file, `beside` the one that holds a newer draft ("" for none)."""

    network: str
    label: str
    path: str
    state: DraftState
    open: int
    beside: str = ""


class Item(Struct, frozen=True):
    """One thing to do for a post: `days` after it is published."""

    id: str
    phase: Phase
    text: str
    days: int


class ItemState(Struct, frozen=True):
    """How an item stands: `due` ISO, "" while the post has no date; `done` the day it was done, "" when it is not;
    `left_out` why it does not count, "" when it does."""

    id: str
    phase: Phase
    text: str
    due: str
    done: str = ""
    left_out: str = ""

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return not self.done and not self.left_out


class Person(Struct, frozen=True):
    """Somebody to tell: the name, where the post or its notes name them, and the address found with it, if any."""

    name: str
    path: str
    line: int
    why: str
    url: str = ""


class Share(Struct, frozen=True):
    """Own links among what was posted on Reddit: counts and where they come from; `verdict` is the sentence to show.
    `over` says that there are too many, None when nobody can tell."""

    own: int
    total: int
    over: bool | None
    verdict: str


class Subject(Struct, frozen=True):
    """What drafts are made from besides the text: title, address ("" when it is not known), slug, whom it names."""

    title: str
    url: str
    slug: str
    people: tuple[Person, ...] = ()


class Promotion(Struct, frozen=True):
    """How telling people of a post stands. `url` is where readers find it; `remarks` are sentences to show."""

    post: str
    path: str
    title: str
    url: str
    published: str
    items: tuple[ItemState, ...]
    drafts: tuple[DraftFile, ...] = ()
    people: tuple[Person, ...] = ()
    share: Share | None = None
    remarks: tuple[str, ...] = ()
    closing: str = ""
