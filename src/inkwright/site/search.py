"""Searching the site without a server: a page, and what its script knows of each post.

What is searched is what lists know of a post (title, headings, tags, summary) and the few words that say most in it:
enough to find a post again, and little enough to be loaded at once. The file is a script and no JSON, so that a page
that was opened from a folder can read it.
"""

import json
from collections.abc import Iterator

from inkwright.model.post import Page
from inkwright.site.context import day
from inkwright.site.entry import Entry
from inkwright.site.pages import Frame
from inkwright.site.paths import relative
from inkwright.site.places import SEARCH
from inkwright.site.recipe import Recipe, digest

SCRIPT = "search.js"
"""The theme's file that searches."""
KNOWN = "search/posts.js"
"""The place of what it searches."""


def search_recipes(frame: Frame) -> Iterator[Recipe]:
    """The page and what it searches, when the settings ask for it."""
    if not frame.look.search:
        return
    yield Recipe(SEARCH, digest("search", frame.said), lambda: (_page(frame),))
    said = (part for entry in frame.catalog.posts for part in (entry.said, entry.kept.marks, entry.place))
    yield Recipe(KNOWN, digest("search", frame.said, *said), lambda: (_known(frame),))


def _page(frame: Frame) -> Page:
    head = frame.head(SEARCH, "Search", f"Search the posts of {frame.catalog.info.title}.")
    return frame.page(SEARCH, "search.html", {"head": head, "title": "Search"})


def _known(frame: Frame) -> Page:
    language = frame.catalog.info.language
    rows = (
        json.dumps(_row(entry, language), ensure_ascii=False, separators=(",", ":")) for entry in frame.catalog.posts
    )
    return Page(KNOWN, ("posts=[" + ",\n".join(rows) + "]\n").encode("utf-8", "replace"))


def _row(entry: Entry, language: str) -> list[str]:
    """Title, address as seen from the page, date, summary, and the other words by which a post is found."""
    card = entry.card
    headings = (title for title, name in card.headings if name != card.title_id)
    others = dict.fromkeys((*card.metadata.tags, card.metadata.series, *headings, *entry.kept.sketch()))
    date = day(entry.when, language)["text"] if entry.when else ""
    return [entry.title, relative(SEARCH, entry.place), date, entry.summary, " ".join(filter(None, others))]
