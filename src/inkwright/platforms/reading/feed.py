"""XML of feeds and of WordPress's exports, also when it is damaged -> items with their elements by plain name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html.entities import html5
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.errors import UnreadableError
from inkwright.model.imports import Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.reading.export import Export, decoded
from inkwright.text.html_tools import html_tools

_SPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2005/Atom": "", "http://purl.org/atom/app#": "app",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://search.yahoo.com/mrss/": "media",
    "http://purl.org/rss/1.0/": "", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/syndication/thread/1.0": "thr", "http://schemas.google.com/blogger/2018": "blogger",
    "http://www.w3.org/1999/xhtml": "xhtml",
}  # fmt: skip
_CDATA = regex(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.S)
_ENTITY = regex(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOSED = regex(r"</(?:\w+:)?(?:item|entry)\s*>")
_DOCTYPE = regex(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.S)


class Feed(Struct, frozen=True):
    """The root element of a file, what was wrong with it, in a few words each, and the items in which it is damaged."""

    root: Any
    problems: tuple[str, ...]
    damaged: tuple[Any, ...] = ()

    def items(self) -> Iterator[Any]:
        """The items of RSS or the entries of Atom, in their order."""
        return _items(self.root)

    def told(self, post: Incoming, item: Any) -> Incoming:
        """The post that was read from an item. Where the file is damaged within it, its account says so and it is a
        draft: that it was private may be what is missing."""
        if not any(item is one for one in self.damaged):
            return post
        why = "the file is damaged within this post: what stands there, as a draft, may be only its beginning"
        items = (*post.items, Item("text", "lost", post.title or post.source, why))
        return replace(post, items=items, front={**post.front, "draft": True})


def read_feed(export: Export, name: str) -> Feed:
    """A file as a feed. Bare `&` and named entities, which no XML allows, are mended first; a file that is broken off
    is read up to where it ends. Raises UnreadableError for what is no XML."""
    text, encoding = decoded(export.read(name), name)
    text = _DOCTYPE.sub("", re.sub(r"\A\s*<\?xml[^>]*\?>", "", _CONTROL.sub("", text.lstrip("\ufeff"))))
    parts = _CDATA.split(text)
    parts[0::2] = [_ENTITY.sub(_mended, part) for part in parts[0::2]]
    if len(parts) > 1 and not parts[-2].endswith("]]>"):
        parts[-2] += "]]>"
    root, errors = html_tools().feed("".join(parts))
    if root is None:
        raise UnreadableError("this is no XML that can be read", path=name, hint="Export it again.")
    said = [f"{name}: read as {encoding}, as it is not UTF-8"] if encoding else []
    if errors:
        said.append(f"{name}: damaged at line {errors[0][0]}: {errors[0][1]}; what stands before and after was read")
    return Feed(root, tuple(said), tuple(_damaged(root, parts, [line for line, _ in errors])))


def _items(root: Any) -> Iterator[Any]:
    for one in root.iter():
        if isinstance(one.tag, str) and name_of(one) in ("item", "entry"):
            yield one


def _damaged(root: Any, parts: Sequence[str], lines: Sequence[int]) -> Iterator[Any]:
    """The items that begin before a damaged line and end behind it or nowhere. `parts` are the text of the file, every
    second one character data in which nothing closes."""
    items = list(_items(root)) if lines else []
    begins = [one.sourceline or 0 for one in items]
    ends, at = [], 1
    for number, part in enumerate(parts):
        ends += [at + part.count("\n", 0, one.start()) for one in _CLOSED.finditer(part)] if number % 2 == 0 else []
        at += part.count("\n")
    hit = {bisect_right(begins, line) - 1 for line in lines}
    for index in sorted(hit - {-1}):
        closed = [end for end in ends if end >= begins[index]]
        if not closed or any(begins[index] <= line < max(closed[0], begins[index] + 1) for line in lines):
            yield items[index]


def name_of(element: Any) -> str:
    """An element's name with the usual prefix, whatever the file calls it ("content:encoded", "wp:status", "title")."""
    space, brace, name = element.tag.rpartition("}")
    if not brace:
        return str(element.tag)
    space = space[1:]
    prefix = _SPACES.get(space)
    if prefix is None:
        prefix = "excerpt" if "/excerpt/" in space else "wp" if "wordpress.org/export/" in space else ""
    return f"{prefix}:{name}" if prefix else name


def value(item: Any, *names: str) -> str:
    """The text of the first of an item's own elements, in order of the names, that holds any."""
    for name in names:
        for one in item:
            if isinstance(one.tag, str) and name_of(one) == name and (one.text or "").strip():
                return str(one.text).strip()
    return ""


def values(item: Any, name: str) -> list[Any]:
    """All of an item's own elements of a name."""
    return [one for one in item if isinstance(one.tag, str) and name_of(one) == name]


def _mended(found: re.Match[str]) -> str:
    """A named entity as its character, a bare `&` as one that XML allows."""
    if not found[1]:
        return "&amp;"
    char = html5.get(f"{found[1]};")
    return f"&#{ord(char)};" if char and len(char) == 1 else f"&amp;{found[1]};"
