"""A query and an index -> the files that hold the words, best first."""

from collections.abc import Iterable

from inkwright.model.found import Wanted
from inkwright.notes.search import MANY, Query, every, expression, pairs, rank, rarest, word_expressions
from inkwright.workspace.finder import Finder, Row

LOOKED_AT = 100
"""Files, best by their words alone, whose order is looked at more closely."""


def ranked(finder: Finder, query: Query, wanted: Wanted, unwanted: Iterable[str] = ()) -> list[tuple[Row, float]]:
    """The files that hold the words, with their scores, best first."""
    either, all_of, left_out = expression(query), every(query), list(unwanted)
    narrow = _narrowed(finder, query) or either
    rows = {row.no: row for row in finder.matches(narrow, wanted, LOOKED_AT, left_out)}
    if narrow != either and all_of:
        rows |= {row.no: row for row in finder.matches(all_of, wanted, LOOKED_AT, left_out)}
    scores = finder.scores(either, rows) if narrow != either else {no: row.score for no, row in rows.items()}
    complete = finder.scores(all_of, rows) if all_of else ()
    full = rank(scores, (finder.scores(pair, rows) for pair in pairs(query)), complete)
    return [(rows[no], full[no]) for no in sorted(full, key=lambda no: (-full[no], rows[no].path))]


def _narrowed(finder: Finder, query: Query) -> str:
    """What to look for first where there are very many texts; "" where all can be scored."""
    if finder.total <= MANY:
        return ""
    return rarest({word: finder.count(word) for word in word_expressions(query)})
