"""An index and a text -> the texts that it links to, by path, title or alias, and those that link to it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from inkwright.model.found import Wanted
from inkwright.notes.links import linked_names, name_key
from inkwright.similar.stems import WORD
from inkwright.workspace.finder import Finder, Row

LOOKED_AT = 200
"""Texts with the words of a name that are looked into for links by it."""


class Subject(NamedTuple):
    """The text asked about, without front matter; path and id are "" for a paragraph from elsewhere."""

    path: str
    id: str
    names: tuple[str, ...]
    text: str
    tags: tuple[str, ...] = ()


def linking(finder: Finder, subject: Subject, *kinds: str) -> list[Row]:
    """The texts that link to the one asked about, and those of some kinds that it links to."""
    keys = link_keys(subject.id, subject.names) if subject.path else frozenset()
    phrases = [f'"{" ".join(words)}"' for key in sorted(keys) if (words := WORD.findall(key))]
    found = finder.matches(" OR ".join(phrases), Wanted(), LOOKED_AT) if phrases else []
    here = [row for row in found if keys & linked_names(finder.text(row.no))]
    return [*here, *linked_rows(finder, linked_names(subject.text), *kinds)]


def linked_rows(finder: Finder, names: Collection[str], *kinds: str) -> list[Row]:
    """The files of some kinds that links with these keys mean: by path or file name, else by title or alias."""
    found = {row.no: row for row in finder.files(*kinds) if name_key(row.id) in names}
    left = set(names) - {name_key(row.id) for row in found.values()}
    for name in sorted(left):
        for row in finder.called(name):
            if row.kind in kinds and name in map(name_key, finder.names(row.no)):
                found[row.no] = row
    return sorted(found.values(), key=lambda row: row.path)


def link_keys(id_: str, names: Sequence[str]) -> frozenset[str]:
    """What links may call a text by."""
    return frozenset(filter(None, map(name_key, (id_, *names))))
