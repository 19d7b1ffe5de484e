"""A post -> links that it could have to other posts of its author, and links to it that older posts could have."""

from inkwright.flows.related import Subject, related
from inkwright.model.found import LinkProposal, Relation
from inkwright.notes.link_proposals import best_place
from inkwright.similar.stems import stems
from inkwright.similar.vectors import rarity
from inkwright.workspace.finder import Finder, Row

MOST = 20
"""Posts near the one asked about that are looked into."""


def link_proposals(finder: Finder, subject: Subject, limit: int) -> list[LinkProposal]:
    """Links between a post and the posts nearest to it that are not there yet, both ways, nearest post first."""
    rows = {row.path: row for row in finder.files("post", "page")}
    own = rows.get(subject.path)
    found: list[LinkProposal] = []
    for relation in related(finder, subject, MOST, "post"):
        other = rows[relation.path]
        if own and relation.links not in ("to", "both"):
            found += _proposed(finder, own, other, relation)
        if own and relation.links not in ("from", "both"):
            found += _proposed(finder, other, own, relation)
    return found[:limit]


def _proposed(finder: Finder, where: Row, to: Row, relation: Relation) -> list[LinkProposal]:
    """At most one link from a text to another."""
    title = stems(" ".join(finder.names(to.no)))
    weight = {word: rarity(finder.total, finder.count(f'"{word}"*') or finder.total) for word in title}
    place = best_place(finder.text(where.no), title, weight)
    if place is None:
        return []
    line = where.first_line + place.line - 1
    return [LinkProposal(where.path, line, place.words, to.path, to.title, relation.score)]
