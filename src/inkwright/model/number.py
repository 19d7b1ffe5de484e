"""A figure in a post that is bound to data, and how it stands against that data."""

from typing import Literal

from msgspec import Struct

from inkwright.model.span import Span


class BoundNumber(Struct, frozen=True):
    """A figure in prose bound to data: `45 ms<!--=results.json#int8.p50 .1f ms-->`.

    `span` covers figure and mark, `figure` the figure alone with its unit (empty, right before the mark, when no
    number stands there). `file` is "" for the post's own shown output, `key` one dotted key or a ratio `a/b`,
    `format` a Python format with the unit after it, "" for none.
    """

    span: Span
    figure: Span
    mark: Span
    file: str
    key: str
    format: str


class NumberState(Struct, frozen=True):
    """How a bound number stands.

    `holds`: the figure is what the data gives. `stale`: it is not; `wanted` is the figure with its unit that should
    stand there, and `place` gets `text`. `broken`: the binding leads to no number, `problem` says why and what to do.
    `value` is the number behind the figure, None when broken. `source` names file and key as a person would. `lost`
    says that the whole file cannot be read, so that all figures bound to it share the problem.
    """

    number: BoundNumber
    state: Literal["holds", "stale", "broken"]
    source: str
    value: float | int | None = None
    wanted: str = ""
    place: Span = Span(0, 0)
    text: str = ""
    problem: str = ""
    lost: bool = False
