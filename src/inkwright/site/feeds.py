"""RSS 2.0, Atom and JSON Feed, whole texts with absolute addresses, and the sitemap. Nothing here reads the clock.

An entry is known by its address: a reader who followed the blog before it moved here sees nothing twice.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo
from inkwright.site.dates import rfc822, rfc3339

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_CREATOR = "http://purl.org/dc/elements/1.1/"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot carry. **Source:** XML 1.0, production 2 (Char)."""


class FeedItem(Struct, frozen=True):
    """A post as a feed carries it: `url` absolute, `html` with absolute addresses, moments with a zone."""

    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@lru_cache(64)  # a body stands in two feeds
def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    child = SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()})
    if text:
        child.text = _clean(text)
    return child


def _written(root: Element) -> bytes:
    indent(root, " ")
    text = tostring(root, encoding="unicode", short_empty_elements=True)  # encoding piece by piece takes longer
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode("utf-8", "xmlcharrefreplace") + b"\n"


def _newest(items: Sequence[FeedItem]) -> datetime:
    return max((item.updated for item in items), default=datetime(1970, 1, 1, tzinfo=UTC))


def atom(info: SiteInfo, items: Sequence[FeedItem], address: str) -> bytes:
    """The Atom feed that is served from `address`, newest post first.

    **Source:** RFC 4287.
    """
    register_namespace("", _ATOM)
    feed = Element(f"{{{_ATOM}}}feed", {"xml:lang": info.language})

    def put(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
        return _add(parent, f"{{{_ATOM}}}{name}", text, **attributes)

    def person(parent: Element, name: str) -> None:
        put(put(parent, "author"), "name", name)

    put(feed, "id", f"{info.base_url}/")
    put(feed, "title", info.title or info.base_url)
    if info.description:
        put(feed, "subtitle", info.description)
    put(feed, "updated", rfc3339(_newest(items)))
    put(feed, "link", rel="self", type="application/atom+xml", href=address)
    put(feed, "link", rel="alternate", type="text/html", href=f"{info.base_url}/")
    person(feed, info.author or info.title or info.base_url)
    put(feed, "generator", "Inkwright")
    for item in items:
        entry = put(feed, "entry")
        put(entry, "id", item.url)
        put(entry, "title", item.title)
        put(entry, "link", rel="alternate", type="text/html", href=item.url)
        put(entry, "published", rfc3339(item.published))
        put(entry, "updated", rfc3339(item.updated))
        for name in item.authors:
            person(entry, name)
        for tag in item.tags:
            put(entry, "category", term=tag)
        if item.summary:
            put(entry, "summary", item.summary)
        put(entry, "content", item.html, type="html")
    return _written(feed)


def rss(info: SiteInfo, items: Sequence[FeedItem], address: str) -> bytes:
    """The RSS feed that is served from `address`, newest post first.

    **Source:** RSS 2.0 specification (RSS Advisory Board), and its best-practices profile for `content:encoded`.
    """
    for prefix, name in (("atom", _ATOM), ("content", _CONTENT), ("dc", _CREATOR)):
        register_namespace(prefix, name)
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _add(channel, "title", info.title or info.base_url)
    _add(channel, "link", f"{info.base_url}/")
    _add(channel, "description", info.description or info.title or info.base_url)
    _add(channel, "language", info.language)
    _add(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=address)
    _add(channel, "generator", "Inkwright")
    if items:
        _add(channel, "lastBuildDate", rfc822(_newest(items)))
    for item in items:
        entry = SubElement(channel, "item")
        _add(entry, "title", item.title)
        _add(entry, "link", item.url)
        _add(entry, "guid", item.url, isPermaLink="true")
        _add(entry, "pubDate", rfc822(item.published))
        for name in item.authors:
            _add(entry, f"{{{_CREATOR}}}creator", name)
        for tag in item.tags:
            _add(entry, "category", tag)
        _add(entry, "description", item.summary or item.title)
        _add(entry, f"{{{_CONTENT}}}encoded", item.html)
    return _written(root)


def json_feed(info: SiteInfo, items: Sequence[FeedItem], address: str) -> bytes:
    """The JSON feed that is served from `address`, newest post first.

    **Source:** JSON Feed, version 1.1.
    """
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": info.title or info.base_url,
        "home_page_url": f"{info.base_url}/",
        "feed_url": address,
        "description": info.description,
        "language": info.language,
        "authors": [{"name": info.author}] if info.author else [],
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "title": item.title,
                "summary": item.summary,
                "content_html": item.html,
                "date_published": rfc3339(item.published),
                "date_modified": rfc3339(item.updated),
                "authors": [{"name": name} for name in item.authors],
                "tags": list(item.tags),
            }
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def sitemap(addresses: Sequence[tuple[str, datetime | None]]) -> bytes:
    """The sitemap of absolute addresses with the day each last changed (None when unknown).

    **Source:** sitemaps.org protocol 0.9.
    """
    register_namespace("", _SITEMAP)
    root = Element(f"{{{_SITEMAP}}}urlset")
    for address, changed in addresses:
        url = SubElement(root, f"{{{_SITEMAP}}}url")
        _add(url, f"{{{_SITEMAP}}}loc", address)
        if changed is not None:
            _add(url, f"{{{_SITEMAP}}}lastmod", changed.date().isoformat())
    return _written(root)
