"""The programme from zero to a habit: its steps, what a post must hold for one, and how far the writer is."""

from typing import Literal

from msgspec import Struct


class PostNeeds(Struct, frozen=True):
    """What a published post must hold for a step: words between two bounds, and at least so many of each."""

    words: tuple[int, int] = (0, 1_000_000)
    snippets: int = 0
    diagrams: int = 0
    tables: int = 0
    numbers: int = 0


class PostFacts(Struct, frozen=True):
    """A post by its numbers: words of prose, code that can be run, diagrams, tables, numbers bound to data."""

    id: str
    path: str
    date: str
    published: bool
    words: int
    snippets: int
    diagrams: int
    tables: int
    numbers: int


class ProgrammeStep(Struct, frozen=True):
    """A step as it is written down: `post` for one that a published post fulfils, else `counts` names what is counted
    and `at_least` how many there must be. `minutes` is what it takes, 0 for what is no work of its own."""

    name: str
    days: str
    minutes: int
    title: str
    what: str
    command: str
    post: PostNeeds | None = None
    counts: str = ""
    at_least: int = 0


class Progress(Struct, frozen=True):
    """How a step stands: `done`, the `next` one, or still `open`; `evidence` gives the numbers that say so, "" where
    there is nothing yet, and `path` the post that fulfils it or comes nearest."""

    step: ProgrammeStep
    state: Literal["done", "next", "open"]
    evidence: str = ""
    path: str = ""
