"""Words -> the places that hold them, best first."""

from collections.abc import Iterable

from inkwright.flows.finding import opened_finder
from inkwright.flows.search_narrow import admits, check_kind, narrowed, used
from inkwright.flows.search_rank import ranked
from inkwright.model.found import Hit, Wanted
from inkwright.notes.search import LINE, Query, coverage, excerpt, expression, parse_query
from inkwright.workspace.finder import Finder, Line, Row
from inkwright.workspace.folder import Workspace


def search(workspace: Workspace, typed: str, wanted: Wanted, limit: int = 10) -> list[Hit]:
    """What a workspace holds of the words typed. Raises UsageError for a text without words, UnreadableError."""
    query = parse_query(typed)
    wanted = narrowed(workspace, wanted)
    with opened_finder(workspace) as finder:
        hits = found_in(finder, query, wanted, limit)
        if not hits:
            check_kind(finder, wanted)
        return hits


def found_in(finder: Finder, query: Query, wanted: Wanted, limit: int) -> list[Hit]:
    """The best hits of a query, at most `limit`."""
    scored = ranked(finder, query, wanted, used(finder) if wanted.unused else ())[:limit]
    best = scored[0][1] if scored else 1.0
    hits = [_hit(finder, query, row, score) for row, score in scored]
    hits += _lines(finder.lines(expression(query), wanted.since), query, wanted, best)
    return sorted(hits, key=lambda hit: (-hit.score, hit.path, hit.line))[:limit]


def _hit(finder: Finder, query: Query, row: Row, score: float) -> Hit:
    found = excerpt(query, finder.text(row.no))
    line = row.first_line + found.line - 1
    place = (row.path, line, row.kind, row.id, row.title, row.date, row.tags)
    return Hit(*place, round(score, 4), found.text, found.marks)


def _lines(lines: Iterable[Line], query: Query, wanted: Wanted, best: float) -> list[Hit]:
    """Captured lines that hold at least half of the words."""
    hits = []
    for line in lines:
        share = coverage(query, line.text) if admits(wanted, line) else 0.0
        if share >= 0.5:
            found = excerpt(query, line.text)
            score = round(best * LINE * share, 4)
            hits.append(Hit(line.path, line.line, line.kind, "", "", line.date, (), score, found.text, found.marks))
    return hits
