"""Evidence that readers want a topic, and where a topic stands between what can be proved and what is wanted."""

from msgspec import Struct


class Demand(Struct, frozen=True):
    """One piece of evidence for a topic ("" where that is not known yet): where it was seen, what people typed or
    asked ("" for a bare count), how many times in which `unit` (0 where that is not known), its address and the day on
    which it was seen (ISO)."""

    topic: str
    source: str
    text: str = ""
    count: int = 0
    unit: str = ""
    url: str = ""
    date: str = ""


class DemandFile(Struct, frozen=True):
    """What a pasted or exported file holds: the kind of file, its evidence, and what could not be read as (1-based
    line or number of the entry, why)."""

    kind: str
    rows: tuple[Demand, ...]
    broken: tuple[tuple[int, str], ...] = ()


class Imported(Struct, frozen=True):
    """What became of a file: how many lines went to which topic, those that fit none, and what could not be read."""

    kind: str
    kept: tuple[Demand, ...]
    unplaced: tuple[str, ...]
    broken: tuple[tuple[int, str], ...]


class Placed(Struct, frozen=True):
    """A topic in the matrix. `prove` and `need` are points, each with its reasons; `place` is "write now", "prove it
    first", "for your own sake" or "let it rest"; `post` is the template that it wants."""

    topic: str
    place: str
    prove: int
    need: int
    prove_why: tuple[str, ...]
    need_why: tuple[str, ...]
    post: str


class Sought(Struct, frozen=True):
    """A phrase that people typed and a post is about: its evidence, whether it is a `question`, and where the post has
    all its words: "title", "heading", "opening" (the first 100 words), "text", or "" for nowhere."""

    demand: Demand
    question: bool
    place: str
