"""An index and a question -> the passages that hold something of what is asked about, best first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from inkwright.flows.search_narrow import admits, used
from inkwright.model.document import Source
from inkwright.model.found import Wanted
from inkwright.notes.ask import BESIDE, ENOUGH, PER_TEXT, Fit, Question, fit, weights
from inkwright.notes.ask_passages import Piece, pieces_of
from inkwright.notes.search import MANY, rarest
from inkwright.plan.session import is_record
from inkwright.similar.stems import roots
from inkwright.text.markdown import parse
from inkwright.workspace.finder import Finder, Line, Row

LOOKED_AT = 60
"""Texts, best by their words, that are cut into passages."""


class Found(NamedTuple):
    """A passage of a text, or a captured line, and how well it fits."""

    of: Row | Line
    piece: Piece
    fit: Fit


def ranked(finder: Finder, question: Question, held_by: Mapping[str, int], wanted: Wanted) -> list[Found]:
    """All passages that hold something of what is asked about; `held_by` says how many texts hold each root of it."""
    weight = weights(question, held_by, finder.total)
    counts = {f'"{question.words[one]}"': count for one, count in held_by.items()}
    either = " OR ".join(counts)
    expression = rarest(counts) if finder.total > MANY else either
    rows = finder.matches(expression, wanted, LOOKED_AT, used(finder) if wanted.unused else ()) if expression else []
    found = [
        Found(row, piece, fit(question, weight, piece, finder.names(row.no), rest))
        for row, piece, rest in _cut(finder, rows)
    ]
    for line in finder.lines(either, wanted.since):
        if admits(wanted, line) and not is_record(line.text):  # words of a post's name answer nothing
            piece = Piece(0, len(line.text), (), line.text)
            found.append(Found(line, piece, fit(question, weight, piece, (), ())))
    held = (one for one in found if one.fit.score > 0)
    return sorted(held, key=lambda one: (-one.fit.score, one.of.path, one.piece.start))


def _cut(finder: Finder, rows: Iterable[Row]) -> Iterator[tuple[Row, Piece, frozenset[str]]]:
    """Each passage of some texts with the roots of its whole text."""
    for row in rows:
        text = finder.text(row.no)
        rest = frozenset(roots(text))
        for piece in pieces_of(parse(Source(row.path, text))):
            yield row, piece, rest


def answering(found: Sequence[Found]) -> list[Found]:
    """Those of some passages, best first, that hold enough of the question and fit not much worse than the best."""
    held = [one for one in found if one.fit.covered >= ENOUGH]
    return [one for one in held if one.fit.score >= BESIDE * held[0].fit.score]


def spread(found: Iterable[Found]) -> list[Found]:
    """The same passages in the same order, but those beyond the first few of a text come after all others."""
    taken = Counter[str]()
    first: list[Found] = []
    later: list[Found] = []
    for one in found:
        taken[one.of.path] += isinstance(one.of, Row)
        (first if taken[one.of.path] <= PER_TEXT else later).append(one)
    return first + later
