"""Whom a post may be told to: people whose work it names. Never a list to mail to: three at most."""

import re
from collections.abc import Iterable, Iterator

from inkwright.model.document import Document
from inkwright.model.paper import Paper
from inkwright.model.promotion import Person
from inkwright.model.reference import Bibliography
from inkwright.model.regex import regex
from inkwright.text.keyed_citations import cited

MOST = 3
"""**Source:** requirement PRM-7."""
_NAME = regex(r"[^\W\d_a-z][\w.'’-]*(?:\s(?:de|van|von|der|den|la|le|di|da|bin|al))*(?:\s[^\W\d_a-z][\w.'’-]*){1,2}")
_PROFILE = regex(
    r"https?://(?:(?:www\.)?(?:github\.com|gitlab\.com|twitter\.com|x\.com|dev\.to|hachyderm\.io)/@?[\w-]+/?\Z|"
    r"(?:www\.)?linkedin\.com/in/|bsky\.app/profile/[^/]+/?\Z|orcid\.org/|scholar\.google\.\w+/citations|[^/]+/@[\w.-]+/?\Z|"
    r"[^/]+/~\w+/?\Z)|mailto:",
    re.I,
)
_ENTRY = regex(rf"({_NAME.pattern})(?:,| and | et al|\s*\(|:|\.\s[\"“])")
_SMALL = frozenset({"the", "and", "of", "for", "in", "on", "with", "a", "an"})


def people(
    document: Document, path: str, works: Bibliography, papers: Iterable[tuple[str, Paper]], own: str = ""
) -> tuple[Person, ...]:
    """At most three people: authors of works that the post cites by key, of papers in the writer's notes to which it
    links, people whose page it links to, and those whom its footnotes name first. `own` is the author's own name."""
    found: dict[str, Person] = {}
    ways = (
        _cited(document, path, works),
        _papers(document, path, papers),
        _linked(document, path),
        _noted(document, path),
    )
    for person in (one for way in ways for one in way):
        if person.name.casefold() != own.strip().casefold():
            found.setdefault(person.name.casefold(), person)
    return tuple(found.values())[:MOST]


def _line(document: Document, at: int) -> int:
    return document.position(at).line


def _cited(document: Document, path: str, works: Bibliography) -> Iterator[Person]:
    for one in cited(document):
        for work in one.works:
            known = works.references.get(work.key)
            if known and known.authors and known.authors[0].given:
                why = f"first author of “{known.title}”"
                yield Person(known.authors[0].whole, path, _line(document, work.span.start), why, known.url)


def _papers(document: Document, path: str, papers: Iterable[tuple[str, Paper]]) -> Iterator[Person]:
    links = [(inline.target, inline.span.start) for inline in document.inlines_of("link", "wikilink")]
    for place, paper in papers:
        marks = [mark.casefold() for mark in (paper.arxiv, paper.doi, paper.url.partition("://")[2]) if len(mark) > 5]
        name = place.rpartition("/")[2].removesuffix(".md").casefold()
        at = next(
            (
                start for target, start in links
                if target.casefold().rpartition("/")[2] == name or any(mark in target.casefold() for mark in marks)
            ),
            None,
        )  # fmt: skip
        if at is not None and paper.authors and " " in paper.authors[0]:
            why = f"first author of “{paper.title}”, whose note is {place}"
            yield Person(paper.authors[0], path, _line(document, at), why, paper.url)


def _linked(document: Document, path: str) -> Iterator[Person]:
    for inline in document.inlines_of("link"):
        label = " ".join(inline.plain().split())
        if _is_name(label) and _PROFILE.match(inline.target):
            address = "" if inline.target.startswith("mailto:") else inline.target
            yield Person(label, path, _line(document, inline.span.start), "linked by name", address)


def _noted(document: Document, path: str) -> Iterator[Person]:
    for block in document.of_kind("footnote"):
        first = next((child for child in block.children if child.inlines), None)
        match = _ENTRY.match(first.plain().strip()) if first else None
        if first and match and _is_name(match[1]):
            links = (inline.target for inline in first.walk_inlines() if inline.kind == "link")
            address = next((target for target in links if target.startswith("http")), "")
            yield Person(match[1], path, _line(document, block.span.start), "named in a footnote", address)


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _SMALL & set(text.casefold().split()) and not text.isupper()
