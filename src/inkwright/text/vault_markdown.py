"""A note of a vault -> Markdown that any program reads: wikilinks as links, embedded notes as their words.

Everything else stays as it is written, byte for byte. **Source:** help.obsidian.md (links, embeds).
"""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from inkwright.model.document import Document, Inline
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.text.anchors import slugify
from inkwright.text.edits import apply
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse
from inkwright.text.vault_names import VaultNames

MOST = 500
"""Embedded notes in one note; further ones become links."""
LARGEST = 1_000_000
"""Characters that one note may grow to by what it embeds."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp")
_SIZE = regex(r"\d+(?:x\d+)?")
_BLOCK = regex(r"[ \t]+\^([\w-]+)[ \t]*\Z")


@dataclass(slots=True)
class _Work:
    """One conversion: who answers for names and texts, what was lost, how much more may be embedded."""

    root: str
    names: VaultNames
    text_of: Callable[[str], str | None]
    lost: list[str] = field(default_factory=list)
    left: int = MOST
    room: int = LARGEST


def plain_markdown(
    path: str, text: str, names: VaultNames, text_of: Callable[[str], str | None]
) -> tuple[str, tuple[str, ...]]:
    """The text of the note at `path` as plain Markdown, and the names in it that nothing answers to, in order.

    `text_of` gives the text of another file, None when it cannot be read. Links lead from the folder of `path`.
    """
    work = _Work(path, names, text_of)
    return _converted(path, text, work, ()), tuple(dict.fromkeys(work.lost))


def _converted(path: str, text: str, work: _Work, around: tuple[tuple[str, str], ...]) -> str:
    """A text written in the note `path`, with its links and embeds in plain Markdown; `around` is what embeds it."""
    if "[[" not in text:
        return text
    document = parse(Source(path, text))
    edits = [Edit(one.span, _link(path, one, document, work)) for one in document.inlines_of("wikilink")]
    edits += [Edit(one.span, _embed(path, one, document, work, around)) for one in document.inlines_of("embed")]
    return apply(text, sorted(edits, key=lambda edit: edit.span))


def _parts(target: str) -> tuple[str, str]:
    name, _, part = target.partition("#")
    return name.strip(), part.strip()


def _link(path: str, inline: Inline, document: Document, work: _Work) -> str:
    """A wikilink as a link; its words in italics where nothing answers to it."""
    name, part = _parts(inline.target)
    label = _written(inline, document) or _escaped(_named(name, part))
    found = work.names.find(name, path) if name else path
    if found is None:
        work.lost.append(name)
        return f"*{label}*"
    return f"[{label}]({_address(found, part, work)})"


def _written(inline: Inline, document: Document) -> str:
    """The words after the bar as they are written, "" for none."""
    source = document.text[inline.span.start : inline.span.end]
    return source[source.find("[[") + 2 : -2].partition("|")[2].strip()


def _named(name: str, part: str) -> str:
    """A name and its sections as Obsidian shows them."""
    return " > ".join(filter(None, (name, *(one.strip() for one in part.split("#")))))


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*\[\]]|(?<!\w)_|_(?!\w))", r"\\\1", text)


def _address(path: str, part: str, work: _Work) -> str:
    """The destination of a file and a section in it, from the folder of the note that is converted."""
    place = posixpath.relpath(path, posixpath.dirname(work.root) or ".")
    last = part.split("#")[-1].strip()
    anchor = last[1:] if last.startswith("^") else slugify(last)
    return quote(place, safe="/'!$*,;:@~-._") + (f"#{quote(anchor)}" if anchor else "")


def _embed(path: str, inline: Inline, document: Document, work: _Work, around: tuple[tuple[str, str], ...]) -> str:
    """A picture, a file as a link, or the words of another note; nothing where there is none."""
    name, part = _parts(inline.target)
    found = work.names.find(name, path) if name else path
    if found is None:
        work.lost.append(name)
        return ""
    bare = found.rpartition("/")[2]
    if not bare.lower().endswith((".md", ".markdown")):
        mark = "!" if bare.lower().endswith(_PICTURES) else ""
        said = _written(inline, document)
        label = _escaped(bare) if not said or _SIZE.fullmatch(said) else said
        return f"{mark}[{label}]({_address(found, '', work)})"
    link = f"→ [{_escaped(_named(name, part))}]({_address(found, part, work)})"
    inside = found in {one for one, _ in around} or (found == work.root and (not part or (found, part) in around))
    if inside or work.left <= 0:
        return link
    text = work.text_of(found)
    if text is None or len(text) > work.room:
        return link
    work.left -= 1
    front = read_front_matter(text)
    words = _section(found, text[front.span.end :], part)
    if words is None:
        work.lost.append(f"{name}#{part}")
        return ""
    work.room -= len(words)
    made = _converted(found, words.strip("\r\n").rstrip(), work, (*around, (found, part)))
    return made.replace("\n", f"\n{_prefix(document, inline)}")


def _section(path: str, text: str, part: str) -> str | None:
    """The part of a note that a name after `#` means: a heading with all below it, or a block; None for none."""
    if not part:
        return text
    document = parse(Source(path, text))
    last = part.split("#")[-1].strip()
    if last.startswith("^"):
        for block in document.of_kind("paragraph"):
            found = _BLOCK.search(text[block.span.start : block.span.end])
            if found and found[1] == last[1:]:
                return text[block.span.start : block.span.start + found.start()]
        return None
    headings = document.of_kind("heading")
    for at, heading in enumerate(headings):
        if slugify(heading.plain()) == slugify(last):
            ends = (one.span.start for one in headings[at + 1 :] if one.level <= heading.level)
            return text[heading.span.start : next(ends, len(text))]
    return None


def _prefix(document: Document, inline: Inline) -> str:
    """What begins the line that an embed stands in, where that is a quotation or an indentation."""
    start = document.text.rfind("\n", 0, inline.span.start) + 1
    found = re.match(r"[>\s]*", document.text[start : inline.span.start])
    return found[0] if found else ""
