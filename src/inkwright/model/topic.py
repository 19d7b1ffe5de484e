"""What grouping gives: article topics, and what the writer decided about them by hand."""

from msgspec import Struct


class Member(Struct, frozen=True):
    """A note, a paper or an idea in a topic. `key` is what `topics.toml` calls it: the path, or `idea: ` with the text
    of an idea; `line` is 1-based."""

    key: str
    path: str
    line: int
    title: str
    kind: str


class Topic(Struct, frozen=True):
    """Notes that would make one article, `members` in the order of their keys. `shared` are the terms in common that
    say most, `by_hand` tells a topic of the writer's own, `post` is the template that it wants, `why` the reason in
    plain words, `role` whom such a post serves. `pillar`, `project` ("" for none) and `interest` (1 to 5, 0 where it
    was not said) are what the writer set."""

    label: str
    members: tuple[Member, ...]
    shared: tuple[str, ...]
    by_hand: bool = False
    post: str = ""
    why: str = ""
    role: str = ""
    pillar: str = ""
    interest: int = 0
    project: str = ""


class HandTopic(Struct, frozen=True):
    """A topic as the writer decided it: its name, the keys of the notes that stay in it, its editorial theme, how much
    the writer wants to write it (1 to 5, 0 where it was not said), the project that it belongs to."""

    name: str
    notes: tuple[str, ...] = ()
    pillar: str = ""
    interest: int = 0
    project: str = ""


class Grouping(Struct, frozen=True):
    """All topics, the notes that are in none, and how many notes were left out because there are too many."""

    topics: tuple[Topic, ...]
    alone: tuple[Member, ...]
    left_out: int = 0


LOW_INTEREST = 2
"""Interest from which down a writer is warned. **Source:** own choice: the two lower of five steps."""


def interest_warning(interest: int) -> str:
    """One sentence where a writer said that they care little, "" otherwise."""
    if not 0 < interest <= LOW_INTEREST:
        return ""
    return f"you rated your interest {interest} of 5: a post that bores its writer is seldom finished"
