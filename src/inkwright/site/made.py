"""What is remembered of a build for the next one, and what a build needs from outside to remember it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from inkwright.model.document import Block
from inkwright.model.post import Page
from inkwright.site.asked import Asked, Question

T = TypeVar("T")
MADE = "made"
"""The kind of the rows that say what was made of each recipe, by place, under its key."""
Work = Callable[[Sequence[T], Callable[[], None]], bytes]
"""What is done with a part of many things, calling something after each."""
Spread = Callable[[Sequence[Any], Work[Any], Callable[[], None], int], list[bytes] | None]
"""Gives the work on many things to several processes (things, work, what to call after each, how many are many); their
answers, or None where it is to be done here."""
Code = Callable[[Block], str]
"""A highlighter: a block of code as HTML."""
ALONE: Spread = lambda things, work, tick, many: None  # noqa: E731 - a value of that type
"""For who does all the work in one process."""
Stamps = Callable[[Iterable[str]], Mapping[str, str]]
"""What changes when a file does, for each of some paths that is there."""


class Lost(NamedTuple):
    """One thing that a page does not show as it was meant: what, the post's path, the line (0 when unknown)."""

    what: str
    path: str
    line: int


class Made(Struct, frozen=True):
    """What was made by a recipe: its pages with the digest of each, the questions that they asked with the answers,
    the files that they looked at, what they lack."""

    pages: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str, str, str], ...] = ()
    files: tuple[str, ...] = ()
    losses: tuple[Lost, ...] = ()


Done = tuple[dict[str, str], int, int, list[str]]
"""What was done to the output: its files with what is known of each, how many were written and removed, which kept."""


class Part(Struct, frozen=True):
    """What one of several processes did: rows to be kept, what each of its memories learned, what it did to the
    output."""

    rows: list[tuple[str, str, str, bytes]]
    learned: list[dict[str, str]]
    done: Done


class Rows(Protocol):
    """Keeps rows of a kind under a name, each with a key and a body, from one build to the next."""

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        """All rows of a kind as an earlier build left them."""

    def some(self, kind: str, names: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """Those of some rows of a kind that are there."""

    def put(self, kind: str, name: str, key: str, body: bytes) -> None:
        """Keep a row in place of the one of that name."""

    def drop(self, kind: str, name: str) -> None:
        """Keep a row no longer."""

    def part(self) -> list[tuple[str, str, str, bytes]]:
        """In a copy of the process: the list of what is put from now on."""

    def encode(self, value: object) -> bytes:
        """A value as bytes."""

    def decode(self, body: bytes, kind: type[T]) -> T | None:
        """The value of those bytes, None when they are none of that kind."""


class _Nothing:
    """Rows that are not kept."""

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        return {}

    def some(self, kind: str, names: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        return {}

    def put(self, kind: str, name: str, key: str, body: bytes) -> None:
        pass

    def drop(self, kind: str, name: str) -> None:
        pass

    def part(self) -> list[tuple[str, str, str, bytes]]:
        return []

    def encode(self, value: object) -> bytes:
        return b""

    def decode(self, body: bytes, kind: type[T]) -> T | None:
        return None


NOTHING: Rows = _Nothing()
"""For a build that keeps nothing."""


class Target(Protocol):
    """The folder that is filled."""

    def keep(self, path: str, digest: str) -> bool:
        """Leave a file as it is; False when it does not hold what has that digest."""

    def put(self, page: Page) -> str:
        """Give a file its content; the digest of that."""

    def part(self) -> None:
        """In a copy of the process: from now on count only what the copy does."""

    def done(self) -> Done:
        """What was done since."""

    def join(self, now: Mapping[str, str], written: int, removed: int, kept: Sequence[str]) -> None:
        """Take over what a copy has done."""


class Memory(Protocol):
    """Something that remembers texts by name, in several processes at once."""

    def part(self) -> dict[str, str]:
        """In a copy of the process: the mapping of what is learned from now on."""

    def learn(self, texts: Mapping[str, str]) -> None:
        """Take over what a copy learned."""


class Notes(Protocol):
    """Writes down what making one recipe asked and touched."""

    @property
    def asked(self) -> Asked:
        """What was asked of the rest of the site."""

    @property
    def files(self) -> set[str]:
        """The files that were looked at."""

    @property
    def losses(self) -> list[Lost]:
        """What the pages lack."""

    def begin(self) -> None:
        """Start anew."""

    def still_shown(self, answers: Mapping[Question, str]) -> bool:
        """Whether what was asked of files besides has the same answers."""
