"""The pages that list posts: home, archive, tags; and the page for addresses that do not exist."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from inkwright.model.post import Page
from inkwright.site.catalog import Catalog
from inkwright.site.context import day
from inkwright.site.entry import Entry
from inkwright.site.lists import ListPage, pages
from inkwright.site.pages import Frame
from inkwright.site.places import ARCHIVE, NOT_FOUND, TAGS, tag_place
from inkwright.site.recipe import Recipe, digest


def overview_places(shown: Catalog, size: int) -> set[str]:
    """The places of all pages that `overview_pages` makes, so that posts can link to them."""
    places = {ARCHIVE, NOT_FOUND, *(page.place for page in pages(shown.posts, size))}
    for tag in shown.tags:
        places |= {TAGS, *(page.place for page in pages(tag.entries, size, f"tags/{tag.slug}/"))}
    return places


def overview_recipes(frame: Frame) -> Iterator[Recipe]:
    """Home with its older pages, the archive, the tags with theirs, and the page for what does not exist."""
    shown, info = frame.catalog, frame.catalog.info
    for page in pages(shown.posts, frame.size):
        title = f"Posts, page {page.number}" if page.number else info.title
        older = f"Earlier posts of {info.title}."
        yield listed(
            frame, page, title, *(("", older) if page.number else (info.description, f"Posts of {info.title}."))
        )
    said = digest(frame.said, *(entry.said for entry in shown.posts))
    yield Recipe(ARCHIVE, digest("archive", said), lambda: (_archive(frame),))
    if shown.tags:
        yield Recipe(TAGS, digest("tags", said), lambda: (_tags(frame),))
    for tag in shown.tags:
        for page in pages(tag.entries, frame.size, f"tags/{tag.slug}/"):
            named = f"{tag.name}, page {page.number}" if page.number else tag.name
            yield listed(frame, page, named, "", f"Posts of {info.title} on {named}.")
    yield Recipe(NOT_FOUND, digest("404", frame.said), lambda: (_not_found(frame),))


def _not_found(frame: Frame) -> Page:
    return frame.page(NOT_FOUND, "404.html", {"head": {"title": "There is no such page", "noindex": True}})


def listed(frame: Frame, page: ListPage, title: str, lead: str, says: str) -> Recipe:
    """One page of a list of posts; `says` describes it to search engines where it has no lead."""
    said = (entry.said for entry in page.entries)
    key = digest("list", frame.said, title, lead, says, page.older, page.newer, *said)
    return Recipe(page.place, key, lambda: (_list(frame, page, title, lead, says),))


def _list(frame: Frame, page: ListPage, title: str, lead: str, says: str) -> Page:
    url = frame.url_from(page.place)
    home = page.place == "index.html"
    head = {"title": "" if home else title, "description": lead or says, "canonical": frame.address(page.place)}
    context = {
        "head": head, "title": title, "lead": lead,
        "items": [frame.card(entry, url) for entry in page.entries],
        "older": url(page.older) if page.older else "",
        "newer": url(page.newer) if page.newer else "",
    }  # fmt: skip
    return frame.page(page.place, "list.html", context)


def _archive(frame: Frame) -> Page:
    url, language = frame.url_from(ARCHIVE), frame.catalog.info.language

    def line(entry: Entry) -> dict[str, Any]:
        return {"title": entry.title, "url": url(entry.place), "date": entry.when and day(entry.when, language)}

    years = [
        {"id": year or "undated", "label": year or "Without a date", "entries": [line(entry) for entry in found]}
        for year, found in groupby(frame.catalog.posts, lambda entry: str(entry.when.year) if entry.when else "")
    ]
    head = frame.head(ARCHIVE, "Archive", f"All posts of {frame.catalog.info.title}, the newest first.")
    return frame.page(ARCHIVE, "archive.html", {"head": head, "title": "Archive", "years": years})


def _tags(frame: Frame) -> Page:
    url = frame.url_from(TAGS)
    tags = [
        {"name": tag.name, "url": url(tag_place(tag.slug)), "count": len(tag.entries)} for tag in frame.catalog.tags
    ]
    head = frame.head(TAGS, "Tags", f"The subjects of {frame.catalog.info.title}, each with its posts.")
    return frame.page(TAGS, "tags.html", {"head": head, "title": "Tags", "tags": tags})
