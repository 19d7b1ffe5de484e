"""What the template of a post knows of it besides its text: dates, people, contents, series, how to cite it."""

from collections.abc import Callable
from typing import Any

from inkwright.model.when_needed import when_needed
from inkwright.render.toc import Entry as TocEntry
from inkwright.render.toc import contents
from inkwright.site.article import Renderer
from inkwright.site.catalog import Catalog, unique_tags
from inkwright.site.dates import spoken
from inkwright.site.entry import Entry
from inkwright.site.people import people
from inkwright.site.places import author_place, series_place, tag_place
from inkwright.text.anchors import anchors

with when_needed(__name__):
    from inkwright.site import cite

TOC_HEADINGS = 3
"""Headings from which a post gets a table of contents unless its front matter says otherwise."""


def toc(entry: Entry) -> tuple[TocEntry, ...]:
    """The two highest levels of headings below the title, when there are enough of them or the author asks."""
    headings = [block for block, name in anchors(entry.post.document) if name != entry.card.title_id]
    wanted = entry.metadata.show_toc
    if not headings or wanted is False or (wanted is None and len(headings) < TOC_HEADINGS):
        return ()
    top = min(heading.level for heading in headings)
    found: list[TocEntry] = []
    for item in contents(entry.post.document, top, top + 1):
        found += item.children if entry.card.title_id and item.anchor == entry.card.title_id else (item,)
    return tuple(found)


def article_context(renderer: Renderer, entry: Entry, url: Callable[[str], str]) -> dict[str, Any]:
    """What the templates `post.html` and `page.html` know of a post, its body apart. `url` leads from its page."""
    metadata, language = entry.metadata, renderer.catalog.info.language
    tags = [{"name": name, "url": url(tag_place(slug))} for slug, name in unique_tags(metadata.tags)]
    authors = people(renderer.catalog, entry)
    return {
        "title": entry.title,
        "title_id": entry.card.title_id,
        "subtitle": metadata.subtitle,
        "authors": [one.name for one in authors],
        "people": [{"name": one.name, "url": url(author_place(one.slug)) if one.known else ""} for one in authors],
        "date": entry.when and day(entry.when, language),
        "updated": day(entry.updated, language) if entry.updated and entry.updated != entry.when else None,
        "minutes": entry.card.minutes,
        "tags": tags if entry.listed and entry.file.kind == "post" else [],
        "toc": toc(entry),
        "toc_open": bool(metadata.toc_open),
        "preview": entry.preview,
        "series": series_context(renderer.catalog, entry, url),
    }


def cite_context(renderer: Renderer, entry: Entry, wanted: bool) -> dict[str, str] | None:
    """How a post is cited, as a sentence and as BibTeX; None where that is not wanted, for a page, and for a post
    without a date, an author or an address."""
    info, when = renderer.catalog.info, entry.when
    names = [one.name for one in people(renderer.catalog, entry)]
    url = entry.metadata.canonical_url or (renderer.address(entry.place) if info.base_url else "")
    if not wanted or when is None or not names or not url or entry.file.kind != "post":
        return None
    said = (names, entry.title, info.title, when, url)
    return {"text": cite.sentence(*said, info.language), "bibtex": cite.bibtex(*said)}


def series_context(shown: Catalog, entry: Entry, url: Callable[[str], str]) -> dict[str, Any] | None:
    """The series that a post is a part of: which part, and all of them in time order; None for one in
    none and for one alone in its own."""
    series = shown.series_of(entry)
    if series is None or len(series.entries) < 2:
        return None
    at = series.entries.index(entry)
    parts = [{"title": one.title, "url": url(one.place), "current": one is entry} for one in series.entries]
    return {
        "name": series.name, "url": url(series_place(series.slug)), "number": at + 1, "parts": parts,
        "next": parts[at + 1] if at + 1 < len(parts) else None,
    }  # fmt: skip


def day(when: Any, language: str) -> dict[str, str]:
    """A date for a `time` element: `iso` for machines, `text` for people."""
    return {"iso": when.date().isoformat(), "text": spoken(when, language)}
