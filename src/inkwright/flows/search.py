"""Words -> the places that hold them, best first."""

from collections.abc import Iterable

from inkwright.flows.finding import opened_finder
from inkwright.flows.search_rank import ranked
from inkwright.model.found import Hit, Wanted
from inkwright.notes.links import linked_names, name_key
from inkwright.notes.search import LINE, Query, coverage, excerpt, expression, parse_query
from inkwright.workspace.finder import Finder, Line, Row
from inkwright.workspace.folder import Workspace


def search(workspace: Workspace, typed: str, wanted: Wanted, limit: int = 10) -> list[Hit]:
    """What a workspace holds of the words typed. Raises UsageError for a text without words, UnreadableError."""
    query = parse_query(typed)
    with opened_finder(workspace) as finder:
        return found_in(finder, query, wanted, limit)


def found_in(finder: Finder, query: Query, wanted: Wanted, limit: int) -> list[Hit]:
    """The best hits of a query, at most `limit`."""
    scored = ranked(finder, query, wanted, _used(finder) if wanted.unused else ())[:limit]
    best = scored[0][1] if scored else 1.0
    hits = [_hit(finder, query, row, score) for row, score in scored]
    if not wanted.tag:
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
        fits = (
            wanted.kind in ("", line.kind) and wanted.origin in ("", line.origin) and not (wanted.unused and line.used)
        )
        share = coverage(query, line.text) if fits else 0.0
        if share >= 0.5:
            found = excerpt(query, line.text)
            score = round(best * LINE * share, 4)
            hits.append(Hit(line.path, line.line, line.kind, "", "", line.date, (), score, found.text, found.marks))
    return hits


def _used(finder: Finder) -> list[str]:
    """The notes that a post or page links to, plans included, and the posts themselves."""
    posts = finder.files("post", "page")
    names = frozenset[str]().union(*(linked_names(finder.text(post.no)) for post in posts))
    used = [row.path for row in finder.files("note", "paper") if name_key(row.id) in names]
    return [*used, *(post.path for post in posts)]
