"""Parts of a design that stand in its diagram or in its table of components, but not in both."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.design import Named, component_rows, flowcharts

_WORD = regex(r"[^\W_]+")
_SHARED = 2
"""Parts that a diagram has in common with the table when it is about the same thing."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each row of the table that no diagram shows, one for each node that the table does not list."""
    rows = component_rows(document)
    charts = list(flowcharts(document)) if rows else []
    drawings = list(context.design.drawn.values())
    near = [chart for chart in charts if _shares(rows, [node.name for node in chart])]
    if rows and not near and len(charts) == 1 and not drawings:
        near = charts
    labels = [node.name for chart in near for node in chart]
    labels += [label for drawing in drawings if _shares(rows, drawing) for label in drawing]
    if not labels:
        return
    for row in rows:
        if not any(_same(row.name, label) for label in labels):
            yield found(row.span, f"“{row.name}” is in the table of components and in no diagram")
    for chart in near:
        yield from _unlisted(rows, chart)


def _unlisted(rows: tuple[Named, ...], chart: tuple[Named, ...]) -> Iterator[Finding]:
    for node in chart:
        if not any(_same(row.name, node.name) for row in rows):
            yield found(node.span, f"“{node.name}” is in the diagram and has no row in the table of components")


def _shares(rows: tuple[Named, ...], labels: list[str] | tuple[str, ...]) -> bool:
    common = sum(any(_same(row.name, label) for label in labels) for row in rows)
    return common >= min(_SHARED, len(rows))


def _same(one: str, other: str) -> bool:
    """Whether two names mean one part: the words of the shorter are among those of the longer."""
    left, right = _words(one), _words(other)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> frozenset[str]:
    """A name's words, plurals as singulars."""
    words = (word.casefold() for word in _WORD.findall(name))
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words
    )
