"""What grouping gives: article topics, and what the writer decided about them by hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A note, a paper or an idea in a topic. `key` is what `topics.toml` calls it: the path, or `idea: ` with the text
    of an idea; `line` is 1-based."""

    key: str
    path: str
    line: int
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Notes that would make one article, `members` in the order of their keys. `shared` are the terms in common that
    say most, `by_hand` tells a topic of the writer's own, `post` is the template that it wants, `why` the reason in
    plain words, `role` whom such a post serves."""

    label: str
    members: tuple[Member, ...]
    shared: tuple[str, ...]
    by_hand: bool = False
    post: str = ""
    why: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class HandTopic:
    """A topic as the writer decided it: its name and the keys of the notes that stay in it."""

    name: str
    notes: tuple[str, ...] = ()
