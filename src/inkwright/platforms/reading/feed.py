"""XML of feeds and of WordPress's exports, also when it is damaged -> items with their elements by plain name."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from msgspec import Struct

from inkwright.model.errors import UnreadableError
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
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.S)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)(?:([A-Za-z][A-Za-z0-9]{1,31});)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.S)


class Feed(Struct, frozen=True):
    """The root element of a file, and what was wrong with it, in a few words each."""

    root: Any
    problems: tuple[str, ...]

    def items(self) -> Iterator[Any]:
        """The items of RSS or the entries of Atom, in their order."""
        for one in self.root.iter():
            if isinstance(one.tag, str) and name_of(one) in ("item", "entry"):
                yield one


def read_feed(export: Export, name: str) -> Feed:
    """A file as a feed. Bare `&` and named entities, which no XML allows, are mended first; of a file that is broken
    off all complete items are read. Raises UnreadableError for what is no XML."""
    text, encoding = decoded(export.read(name), name)
    text = _DOCTYPE.sub("", re.sub(r"\A\s*<\?xml[^>]*\?>", "", _CONTROL.sub("", text.lstrip("\ufeff"))))
    parts = _CDATA.split(text)
    parts[0::2] = [_ENTITY.sub(_mended, part) for part in parts[0::2]]
    root, errors = html_tools().feed("".join(parts))
    if root is None:
        raise UnreadableError("this is no XML that can be read", path=name, hint="Export it again.")
    said = [f"{name}: read as {encoding}, as it is not UTF-8"] if encoding else []
    if errors:
        said.append(f"{name}: damaged at {errors[0]}; what stands before and after was read")
    return Feed(root, tuple(said))


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
