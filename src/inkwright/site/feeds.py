"""RSS 2.0, Atom and JSON Feed, whole texts with absolute addresses, and the sitemap. Nothing here reads the clock.

An entry is known by its address: a reader who followed the blog before it moved here sees nothing twice. What a post
is in each feed is written by itself, so that it can be kept; a feed is these pieces in a frame.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

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
_DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n'


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


class Written(Struct, frozen=True):
    """A post as it stands in each feed, encoded; `signed` says that it names who wrote it."""

    rss: bytes
    atom: bytes
    json: bytes
    signed: bool


def written(item: FeedItem) -> Written:
    """A post for each feed."""
    html = _text(item.html)
    return Written(_in_rss(item, html).encode(), _in_atom(item, html).encode(), _in_json(item), bool(item.authors))


def _text(text: str) -> str:
    """A text as XML holds it."""
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    """A text as an attribute holds it."""
    found = _text(text).replace('"', "&quot;")
    return found.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _tag(name: str, inside: str = "", **attributes: str) -> str:
    """An element; `inside` is XML already."""
    opened = "".join((name, *(f' {key}="{_quoted(value)}"' for key, value in attributes.items())))
    return f"<{opened}>{inside}</{name}>" if inside else f"<{opened} />"


def _person(name: str, depth: int) -> str:
    lead = "\n" + " " * depth
    return f"<author>{lead} {_tag('name', _text(name))}{lead}</author>"


def _on_lines(tags: Iterable[str], depth: int) -> str:
    """Elements on a line each, so many spaces in."""
    lead = "\n" + " " * depth
    return "".join(lead + tag for tag in tags)


def _in_rss(item: FeedItem, html: str) -> str:
    tags = [
        _tag("title", _text(item.title)), _tag("link", _text(item.url)),
        _tag("guid", _text(item.url), isPermaLink="true"), _tag("pubDate", rfc822(item.published)),
        *(_tag("dc:creator", _text(name)) for name in item.authors),
        *(_tag("category", _text(tag)) for tag in item.tags),
        _tag("description", _text(item.summary or item.title)), _tag("content:encoded", html),
    ]  # fmt: skip
    return f"\n  <item>{_on_lines(tags, 3)}\n  </item>"


def _in_atom(item: FeedItem, html: str) -> str:
    tags = [
        _tag("id", _text(item.url)), _tag("title", _text(item.title)),
        _tag("link", rel="alternate", type="text/html", href=item.url),
        _tag("published", rfc3339(item.published)), _tag("updated", rfc3339(item.updated)),
        *(_person(name, 2) for name in item.authors), *(_tag("category", term=tag) for tag in item.tags),
        *([_tag("summary", _text(item.summary))] if item.summary else ()), _tag("content", html, type="html"),
    ]  # fmt: skip
    return f"\n <entry>{_on_lines(tags, 2)}\n </entry>"


def _in_json(item: FeedItem) -> bytes:
    found = {
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
    return _json(found).replace(b"\n", b"\n  ")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def atom(info: SiteInfo, items: Sequence[Written], address: str, updated: datetime) -> bytes:
    """The Atom feed that is served from `address`, newest post first; `updated` is when the newest text changed.

    **Source:** RFC 4287.
    """
    tags = [
        _tag("id", _text(f"{info.base_url}/")), _tag("title", _text(info.title or info.base_url)),
        *([_tag("subtitle", _text(info.description))] if info.description else ()), _tag("updated", rfc3339(updated)),
        _tag("link", rel="self", type="application/atom+xml", href=address),
        _tag("link", rel="alternate", type="text/html", href=f"{info.base_url}/"),
        _person(info.author or info.title or info.base_url, 1), _tag("generator", "Inkwright"),
    ]  # fmt: skip
    head = f'{_DECLARED}<feed xmlns="{_ATOM}" xml:lang="{_quoted(info.language)}">{_on_lines(tags, 1)}'
    return b"".join((head.encode(), *(item.atom for item in items), b"\n</feed>\n"))


def rss(info: SiteInfo, items: Sequence[Written], address: str, updated: datetime) -> bytes:
    """The RSS feed that is served from `address`, newest post first; `updated` is when the newest text changed.

    **Source:** RSS 2.0 specification (RSS Advisory Board), and its best-practices profile for `content:encoded`.
    """
    spaces = {"atom": _ATOM, "content": items and _CONTENT, "dc": any(item.signed for item in items) and _CREATOR}
    used = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in spaces.items() if name)
    tags = [
        _tag("title", _text(info.title or info.base_url)), _tag("link", _text(f"{info.base_url}/")),
        _tag("description", _text(info.description or info.title or info.base_url)),
        _tag("language", _text(info.language)),
        _tag("atom:link", rel="self", type="application/rss+xml", href=address), _tag("generator", "Inkwright"),
        *([_tag("lastBuildDate", rfc822(updated))] if items else ()),
    ]  # fmt: skip
    head = f'{_DECLARED}<rss{used} version="2.0">\n <channel>{_on_lines(tags, 2)}'
    return b"".join((head.encode(), *(item.rss for item in items), b"\n </channel>\n</rss>\n"))


def json_feed(info: SiteInfo, items: Sequence[Written], address: str, updated: datetime) -> bytes:
    """The JSON feed that is served from `address`, newest post first.

    **Source:** JSON Feed, version 1.1.
    """
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": info.title or info.base_url,
        "home_page_url": f"{info.base_url}/",
        "feed_url": address,
        "description": info.description,
        "language": info.language,
        "authors": [{"name": info.author}] if info.author else [],
        "items": [],
    }
    inside = b",".join(b"\n  " + item.json for item in items)
    return _json(head).removesuffix(b"]\n}") + inside + (b"\n ]\n}\n" if items else b"]\n}\n")


def sitemap(addresses: Sequence[tuple[str, datetime | None]]) -> bytes:
    """The sitemap of absolute addresses with the day each last changed (None when unknown).

    **Source:** sitemaps.org protocol 0.9.
    """
    tags = (
        (_tag("loc", _text(place)), *((_tag("lastmod", changed.date().isoformat()),) if changed else ()))
        for place, changed in addresses
    )
    urls = [f"<url>{_on_lines(said, 2)}\n </url>" for said in tags]
    inside = f"{_on_lines(urls, 1)}\n" if urls else ""
    return f"{_DECLARED}{_tag('urlset', inside, xmlns=_SITEMAP)}\n".encode()
