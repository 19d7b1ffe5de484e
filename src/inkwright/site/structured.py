"""A post as search engines read it: schema.org's types as JSON-LD, each part of it also said on the page.

**Source:** schema.org; for what Google reads of it, developers.google.com/search/docs/appearance/structured-data.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed
from inkwright.render.plain import inline_text, paragraphs
from inkwright.site.article import Renderer
from inkwright.site.catalog import unique_tags
from inkwright.site.dates import rfc3339
from inkwright.site.entry import Entry
from inkwright.site.people import people
from inkwright.site.places import ARCHIVE, author_place, series_place
from inkwright.text.anchors import anchors

with when_needed(__name__):
    from inkwright.text import plan_marks

_STEP = regex(r"(?:step\s*)?\d+\s*[.:)–—-]\s*(?=\S)", re.IGNORECASE)
STEPS = "steps"
"""The section of the template `tutorial` whose parts are the steps."""
Said = dict[str, Any]


def json_ld(renderer: Renderer, entry: Entry, canonical: str, picture: str) -> str:
    """What a post is, as JSON that is safe inside a script element: a BlogPosting, the way to it from the home page,
    and what its template makes of it (an FAQPage, a HowTo)."""
    graph = [one for one in (_posting(renderer, entry, canonical, picture), _way(renderer, entry)) if one]
    kind = entry.metadata.template
    if kind == "faq":
        graph += _questions(entry.document)
    elif kind == "tutorial":
        graph += _how_to(entry, canonical)
    said = {"@context": "https://schema.org", **graph[0]}
    if len(graph) > 1:
        said = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _known(said: Said) -> Said:
    return {key: value for key, value in said.items() if value}


def _posting(renderer: Renderer, entry: Entry, canonical: str, picture: str) -> Said:
    metadata, info = entry.metadata, renderer.catalog.info
    series = renderer.catalog.series_of(entry)
    return _known({
        "@type": "BlogPosting",
        "headline": entry.title,
        "description": entry.summary,
        "url": canonical,
        "image": picture,
        "datePublished": entry.when and rfc3339(entry.when),
        "dateModified": entry.changed and rfc3339(entry.changed),
        "author": [
            _known({"@type": "Person", "name": one.name, "url": _address(renderer, author_place(one.slug, one.known))})
            for one in people(renderer.catalog, entry)
        ],
        "keywords": [name for _, name in unique_tags(metadata.tags)],
        "inLanguage": info.language,
        "timeRequired": f"PT{entry.card.minutes}M",
        "isPartOf": series and _known({
            "@type": "CreativeWorkSeries", "name": series.name, "url": _address(renderer, series_place(series.slug)),
        }),
        "position": series and series.entries.index(entry) + 1,
    })  # fmt: skip


def _address(renderer: Renderer, place: str) -> str:
    return renderer.address(place) if place and renderer.catalog.info.base_url else ""


def _way(renderer: Renderer, entry: Entry) -> Said:
    """The pages above a post; nothing where the site's address is not known or no list names the post."""
    info, series = renderer.catalog.info, renderer.catalog.series_of(entry)
    if not info.base_url or not entry.listed:
        return {}
    above = (series.name, series_place(series.slug)) if series else ("Archive", ARCHIVE)
    steps = [(info.title, "index.html"), above, (entry.title, entry.place)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": renderer.address(place)}
            for at, (name, place) in enumerate(steps, 1)
        ],
    }


def _questions(document: Document) -> Iterator[Said]:
    """Headings that ask, with the text below each; nothing when there are none."""
    asked = [
        {"@type": "Question", "name": title, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for title, _, answer in parts(document)
        if title.endswith(("?", "？")) and answer
    ]
    if asked:
        yield {"@type": "FAQPage", "mainEntity": asked}


def _how_to(entry: Entry, canonical: str) -> Iterator[Said]:
    """The steps of a tutorial: headings that are numbered, else those of its section of steps; fewer than two are
    none."""
    found = parts(entry.document)
    steps = [one for one in found if _STEP.match(one[0])]
    if len(steps) < 2:
        inside = _below(entry.document, STEPS)
        steps = [one for one in found if one[1] in inside]
    if len(steps) < 2:
        return
    names = {id(block): name for block, name in anchors(entry.post.document)}
    yield _known({
        "@type": "HowTo",
        "name": entry.title,
        "description": entry.summary,
        "step": [
            _known({
                "@type": "HowToStep", "name": _STEP.sub("", title, count=1), "text": text or title,
                "url": canonical and f"{canonical}#{names.get(id(heading), '')}",
            })
            for title, heading, text in steps
        ],
    })  # fmt: skip


def parts(document: Document) -> list[tuple[str, Block, str]]:
    """Each heading as text, the heading, and the paragraphs up to the next heading of its level or above."""
    blocks = document.blocks
    found = []
    for at, block in enumerate(blocks):
        if block.kind == "heading":
            rest = blocks[at + 1 :]
            end = next((n for n, b in enumerate(rest) if b.kind == "heading" and b.level <= block.level), len(rest))
            text = " ".join(paragraphs(replace(document, blocks=rest[:end])))
            found.append((inline_text(block.inlines, document), block, text))
    return found


def _below(document: Document, key: str) -> list[Block]:
    """The headings one level below the one that a section mark names."""
    top = next((mark.heading for mark in plan_marks.section_marks(document) if mark.key == key and mark.heading), None)
    if top is None:
        return []
    rest = document.blocks[document.blocks.index(top) + 1 :]
    headings = [block for block in rest if block.kind == "heading"]
    end = next((n for n, block in enumerate(headings) if block.level <= top.level), len(headings))
    least = min((block.level for block in headings[:end]), default=0)
    return [block for block in headings[:end] if block.level == least]
