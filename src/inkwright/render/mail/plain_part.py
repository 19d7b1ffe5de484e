"""The text part of a mail, made from Markdown: what a person would type, in lines that fit a terminal."""

import re
from collections.abc import Iterator
from html import unescape
from textwrap import wrap

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.render.markdown.tables import columns

WIDTH = 72
"""Characters of a line. **Source:** RFC 3676, section 4.2 (78 at most; shorter lines survive being quoted)."""
DEEPEST = 40
"""Lists and quotations in each other, beyond which the source is shown."""
_TAG = regex(r"<[^<>]*>")
_BLANKS = regex(r"\n{3,}")
_HARD = "\n"


def plain_part(document: Document) -> str:
    """A document as text, ended by one line end; "" for an empty one."""
    text = "\n\n".join(_blocks(document, document.blocks, WIDTH, 0))
    text = _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip("\n")
    return f"{text}\n" if text else ""


def _blocks(document: Document, blocks: tuple[Block, ...], width: int, depth: int) -> Iterator[str]:
    for block in blocks:
        shown = _block(document, block, width, depth)
        if shown.strip():
            yield shown.strip("\n")


def _block(document: Document, block: Block, width: int, depth: int) -> str:
    if depth > DEEPEST:
        return document.slice(block.span)
    inside = "\n\n".join(_blocks(document, block.children, width, depth + 1)) if block.kind not in _ALONE else ""
    if block.kind == "heading":
        return _heading(block, _filled(document, block.inlines, width))
    if block.kind == "list":
        return _list(document, block, width, depth)
    if block.kind in ("blockquote", "callout"):
        return _prefixed("\n\n".join(_blocks(document, block.children, width - 2, depth + 1)), "> ", ">")
    if block.kind in ("code", "math"):
        return _prefixed(block.text.replace("\r", "").rstrip("\n"), "    ", "")
    if block.kind == "table":
        rows = [[_line(document, cell.inlines) for cell in row.children] for row in block.children]
        return _prefixed("\n".join(columns(rows).split("\n")[1:-1]), "    ", "")
    if block.kind == "thematic_break":
        return "* * *"
    if block.kind == "html":
        return _words_of(block.text)
    if block.kind in ("comment", "definition", "footnote"):
        return ""
    own = _filled(document, block.inlines, width)
    return "\n\n".join(part for part in (own, inside) if part)


_ALONE = frozenset(
    {"list", "blockquote", "callout", "code", "math", "table", "html", "comment", "definition", "footnote"}
)


def _heading(block: Block, words: str) -> str:
    if block.level > 2 or "\n" in words:
        return f"{'#' * block.level} {words}"
    return f"{words}\n{('=' if block.level == 1 else '-') * min(len(words), WIDTH)}" if words else ""


def _list(document: Document, block: Block, width: int, depth: int) -> str:
    """A list, items that are one paragraph each without blank lines between them."""
    number = block.level
    items = []
    for item in block.children:
        mark = "- " if number < 0 else f"{number}. "
        number += number >= 0
        inside = "\n\n".join(_blocks(document, item.children, max(width - len(mark), 20), depth + 1))
        items.append(mark + _prefixed(inside, " " * len(mark), "")[len(mark) :])
    tight = all(child.tight or child.kind == "list" for item in block.children for child in item.children)
    return ("\n" if tight else "\n\n").join(
        _BLANKS.sub("\n", re.sub(r"\n\n+", "\n", one)) if tight else one for one in items
    )


def _prefixed(text: str, before: str, empty: str) -> str:
    return "\n".join(f"{before}{line}" if line else empty for line in text.split("\n"))


def _filled(document: Document, inlines: tuple[Inline, ...], width: int) -> str:
    """Inlines in lines of a width; an address is never broken."""
    lines = _inlines(document, inlines, 0).split(_HARD)
    made = (wrap(line, max(width, 20), break_long_words=False, break_on_hyphens=False) for line in lines)
    return "\n".join(line for part in made for line in part)


def _line(document: Document, inlines: tuple[Inline, ...]) -> str:
    return " ".join(_inlines(document, inlines, 0).split())


def _inlines(document: Document, inlines: tuple[Inline, ...], depth: int) -> str:
    return "".join(_inline(document, inline, depth) for inline in inlines)


def _inline(document: Document, inline: Inline, depth: int) -> str:
    kind = inline.kind
    if depth > DEEPEST:
        return document.slice(inline.span)
    if kind in ("text", "soft_break"):
        return inline.text if kind == "text" else " "
    if kind == "hard_break":
        return _HARD
    if kind == "code":
        return f"`{inline.text}`"
    if kind == "html":
        return _HARD if inline.text.lower().startswith("<br") else ""
    if kind == "comment":
        return ""
    if kind == "task":
        return "[x] " if inline.target.strip() else "[ ] "
    inner = _inlines(document, inline.children, depth + 1)
    if kind == "image":
        return f"[Picture: {inner}]" if inner else "[Picture]"
    if kind == "link":
        return _link(inner, inline.target)
    if kind == "strong":
        return f"*{inner}*"
    return inner or inline.text or document.slice(inline.span)


def _link(label: str, target: str) -> str:
    """A link with its address behind it, unless the label says it or it leads nowhere a reader can go."""
    bare = target.removeprefix("mailto:")
    if label.strip() in (target, bare, bare.removeprefix("https://"), bare.removeprefix("http://")):
        return target if "://" in target else bare
    return f"{label} <{target}>" if target.startswith(("https://", "http://", "mailto:")) else label


def _words_of(html: str) -> str:
    """The words of HTML, each line of it one."""
    return "\n".join(line.strip() for line in unescape(_TAG.sub("", html)).split("\n") if line.strip())
