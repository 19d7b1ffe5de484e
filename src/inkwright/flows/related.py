"""A text -> the notes and posts that are related to it, with the reason."""

from collections.abc import Collection

from inkwright.flows.related_linked import Subject, link_keys, linked_rows, linking
from inkwright.model.found import Relation, Wanted
from inkwright.notes.links import linked_names
from inkwright.notes.related import (
    LINKED,
    Nearness,
    Parts,
    asked_words,
    nearness,
    parts_of,
    reason,
    surface_words,
    telling,
)
from inkwright.workspace.finder import Finder, Row

_KINDS = ("note", "paper", "post", "page")
LOOKED_AT = 200
"""Texts that are compared closely."""
LEAST = 0.02
"""The score from which a text is shown. **Source:** the set of linked notes, see `docs/decisions/0033-finding.md`."""


def related(finder: Finder, subject: Subject, limit: int, *kinds: str) -> list[Relation]:
    """The texts related most, best first; only of some kinds where these are named, nothing for an empty text."""
    parts = parts_of(subject.names, subject.text, subject.tags)
    words = surface_words(" ".join((*subject.names, subject.text)))
    held_by = {one: finder.count(f'"{words[one]}"') for one in telling(parts)}
    asked = [f'"{words[one]}"' for one in asked_words(parts, held_by, finder.total)]
    rows = {row.path: row for row in finder.matches(" OR ".join(asked), Wanted(), LOOKED_AT)} if asked else {}
    rows |= {row.path: row for row in linking(finder, subject, *_KINDS)}
    rows.pop(subject.path, None)
    chosen = [row for row in rows.values() if not kinds or row.kind in kinds]
    texts = [finder.text(row.no) for row in chosen]
    others = [_parts(finder, row, text) for row, text in zip(chosen, texts, strict=True)]
    near = nearness(parts, others, held_by, finder.total)
    there = {row.no for row in linked_rows(finder, linked_names(subject.text), *_KINDS)}
    found = [_relation(*one, subject, words, there) for one in zip(chosen, texts, near, strict=True)]
    return sorted((one for one in found if one.score >= LEAST), key=lambda one: (-one.score, one.path))[:limit]


def _parts(finder: Finder, row: Row, text: str) -> Parts:
    return parts_of(finder.names(row.no), text, row.tags)


def _relation(
    row: Row, text: str, near: Nearness, subject: Subject, words: dict[str, str], there: Collection[int]
) -> Relation:
    to = row.no in there
    back = bool(subject.path) and bool(link_keys(subject.id, subject.names) & linked_names(text))
    links = "both" if to and back else "to" if to else "from" if back else ""
    shared = tuple(words.get(one, one) for one in near.shared)
    score = round(near.score + (LINKED if links else 0.0), 4)
    why = reason(shared, near.pointers, links)
    return Relation(row.path, row.kind, row.id, row.title, row.date, score, shared, why, links)
