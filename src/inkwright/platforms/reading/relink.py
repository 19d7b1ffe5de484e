"""Links between the posts of one export -> links between the posts here."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote, urlsplit

from inkwright.model.finding import Edit
from inkwright.model.imports import Incoming, Item
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.model.span import Span
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.markdown import parse

_DESTINATION = regex(r"\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")


def addresses(placed: Iterable[tuple[Incoming, str]]) -> dict[str, str]:
    """Where each old address and each file of the export is now, by key, from pairs of a post and its place: its file,
    or its site path with a slash before it."""
    found: dict[str, str] = {}
    for post, here in placed:
        if post.near:
            found.setdefault(f"file:{_bare(post.near)}", here)
        for url in post.urls:
            key = _key(url)
            if key:
                found.setdefault(key, here)
    return found


def relinked(body: str, near: str, where: Mapping[str, str], folder: str) -> tuple[str, list[Item]]:
    """A text whose links to other posts of the export lead to where these are now. `near` is its file there, `folder`
    its own here, from which files are named."""
    if "](" not in body or not where:
        return body, []
    edits, items = [], []
    for link in parse(Source("post.md", body)).inlines_of("link"):
        to = where.get(_key(link.target)) or where.get(_beside(link.target, near))
        found = _DESTINATION.match(body[link.span.start : link.span.end], link.inner.end - link.span.start)
        if to and found and link.name == "inline":
            to = to if to.startswith("/") else quote(posixpath.relpath(to, folder))
            anchor = link.target.partition("#")[2]
            at = link.span.start
            edits.append(Edit(Span(at + found.start(1), at + found.end(1)), f"{to}#{anchor}" if anchor else to))
            items.append(Item("link between posts", "changed", link.target, f"it leads to {to}"))
    return apply(body, non_overlapping(edits)), items


def _key(url: str) -> str:
    """An address without what does not matter: scheme, `www.`, query, anchor, the last slash. "" for no page."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").lower()
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/").lower()
    if not path or parts.scheme not in ("", "http", "https") or (not host and not path.startswith("/")):
        return ""
    return f"{host}{path}"


def _beside(target: str, near: str) -> str:
    """The key of a file of the export that a relative link means."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    if not near or not path or path.startswith("/") or ":" in path:
        return ""
    return f"file:{_bare(posixpath.normpath(posixpath.join(posixpath.dirname(near), path)))}"


def _bare(path: str) -> str:
    return re.sub(r"\.(?:md|mdx|markdown|html?|qmd)$", "", path, flags=re.I).removesuffix("/index").lower()
