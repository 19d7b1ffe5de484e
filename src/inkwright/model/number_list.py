"""The bound numbers of a post as `numbers` lists them, beside those that could be bound."""

from typing import Literal

from msgspec import Struct


class NumberRow(Struct, frozen=True):
    """A bound number as a list shows it. `state` is that of `NumberState`, `now` what the figure should say ("" when
    the binding is broken), `problem` why it is broken."""

    line: int
    column: int
    figure: str
    source: str
    state: Literal["holds", "stale", "broken"]
    value: float | int | None
    now: str
    problem: str


class Proposal(Struct, frozen=True):
    """A figure that is bound to nothing and equals a value beside the post; `mark` would bind it."""

    line: int
    column: int
    figure: str
    source: str
    mark: str


class NumberList(Struct, frozen=True):
    """The bound numbers of the post at a path, and the figures that could be bound, both in reading order."""

    path: str
    numbers: tuple[NumberRow, ...]
    proposals: tuple[Proposal, ...]
