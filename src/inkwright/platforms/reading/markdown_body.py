"""A post that is Markdown already -> the same with its files noted, nothing in it that runs, and the account."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from inkwright.model.document import Block, Document, Inline
from inkwright.model.finding import Edit
from inkwright.model.imports import Attached, Item
from inkwright.model.regex import regex
from inkwright.model.source import Source
from inkwright.model.span import Span
from inkwright.platforms.platform import MARKDOWN
from inkwright.platforms.reading.html_body import Body, body_of
from inkwright.platforms.reading.page import Page, titled
from inkwright.platforms.reading.pandoc import plain_markdown
from inkwright.platforms.reading.tidy import tidied
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.markdown import parse

_ACTIVE = regex(
    r"<\s*/?\s*(?:script|iframe|object|embed|form|style|link|meta|base)\b|[\s\"'/]on\w+\s*=|"
    r"(?:href|src|action|data)\s*=\s*[\"']?\s*(?:javascript|vbscript|data:text)", re.I
)  # fmt: skip
_FIGURE = regex(r"<(?:figure|picture|img)\b", re.I)
_IMAGE = regex(r"(<img\b[^>]*?\bsrc\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.I)
_DESTINATION = regex(r"\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_FAR = regex(r"[a-z][a-z0-9+.-]*:|//|#|\?|\Z", re.I)
_NO_FILES = (*MARKDOWN, ".html", ".htm", ".php", ".aspx", "")


class _Work:
    """One text: its files, its account, its edits."""

    def __init__(self, path: str, prepare: Callable[[Page], None] | None, given: int) -> None:
        self.path = path
        self.prepare = prepare
        self.given = given
        self.attached: list[Attached] = []
        self.items: list[Item] = []
        self.edits: list[Edit] = []

    def token(self, address: str, kind: str = "picture") -> str:
        token = f"inkwright-file-{self.given + len(self.attached)}-{kind}"
        self.attached.append(Attached(token, address, kind=kind))
        return token


def markdown_body(
    text: str, path: str = "post.md", *, pandoc: bool = False, prepare: Callable[[Page], None] | None = None,
    first: int = 0,
) -> Body:  # fmt: skip
    """Take a Markdown text (without front matter) as it is, its pictures and local files as tokens.

    `path` tells the dialect; `first` is the number of the first attached file. With `pandoc` the text is made plain
    first. HTML that could run something is turned into Markdown; figures in HTML too.
    """
    if pandoc:
        text = plain_markdown(text)
    work = _Work(path, prepare, first)
    document = parse(Source(path, text))
    for block in document.all_blocks:
        _block(block, document, work, pandoc)
    for inline in document.all_inlines:
        _inline(inline, document, work)
    made = tidied(apply(document.text, non_overlapping(work.edits)))
    kept = []
    for one in work.attached:
        if one.token in made:
            kept.append(one)
        else:
            work.items.append(Item(one.kind, "lost", one.address, "the place where it stood could not be kept"))
    return Body(made, tuple(kept), tuple(work.items))


def _block(block: Block, document: Document, work: _Work, pandoc: bool) -> None:
    words = document.slice(block.span)
    if block.kind == "html" and (_ACTIVE.search(words) or (pandoc and _FIGURE.search(words))):
        inner = body_of(words, work.path, work.prepare, first=work.given + len(work.attached))
        work.attached += inner.attached
        work.items += inner.items
        work.edits.append(Edit(block.span, inner.text.rstrip("\n")))
    elif block.kind == "html":
        _images(block.span.start, words, work)
    elif block.kind == "footnote":
        work.items.append(Item("footnote", "kept", f"[^{block.name}]"))
    elif block.kind == "code" and block.name != "indented":
        work.items.append(Item("code block", "kept", block.info or "code"))
    elif block.kind == "table":
        work.items.append(Item("table", "kept", words.split("\n", 1)[0][:80]))
    elif block.kind == "opaque":
        work.items.append(Item("construct", "changed", words.split("\n", 1)[0][:120], "it stays as it is written"))


def _images(start: int, words: str, work: _Work) -> None:
    """Tokens for the pictures in HTML that stays."""
    for found in _IMAGE.finditer(words):
        address = found[2].strip("\"'")
        span = Span(start + found.start(2), start + found.end(2))
        work.edits.append(Edit(span, f'"{work.token(address)}"'))


def _inline(inline: Inline, document: Document, work: _Work) -> None:
    words = document.slice(inline.span)
    if inline.kind == "image":
        _picture(inline, document, work)
    elif inline.kind == "link" and inline.name == "inline" and _is_file(inline.target):
        found = _DESTINATION.match(words, inline.inner.end - inline.span.start)
        if found:
            at = inline.span.start
            span = Span(at + found.start(1), at + found.end(1))
            work.edits.append(Edit(span, work.token(inline.target, "file")))
    elif inline.kind == "html" and _ACTIVE.search(words):
        work.items.append(Item("script", "lost", words[:120], "what could run something is not taken over"))
        work.edits.append(Edit(inline.span, ""))
    elif inline.kind == "html":
        _images(inline.span.start, words, work)
    elif inline.kind == "opaque" and inline.name != "tag":
        work.items.append(Item("construct", "changed", words[:120], "it stays as it is written"))


def _picture(inline: Inline, document: Document, work: _Work) -> None:
    """A token in the place of a picture's address; one that names its address elsewhere gets it in its place."""
    words = document.slice(inline.span)
    found = _DESTINATION.match(words, inline.inner.end - inline.span.start) if inline.name == "inline" else None
    if not inline.target:
        work.items.append(Item("picture", "lost", words[:80], "it has no address"))
    elif found:
        at = inline.span.start
        work.edits.append(Edit(Span(at + found.start(1), at + found.end(1)), work.token(inline.target)))
    else:
        title = f' "{titled(inline.title)}"' if inline.title else ""
        work.edits.append(Edit(inline.span, f"![{document.slice(inline.inner)}]({work.token(inline.target)}{title})"))


def _is_file(target: str) -> bool:
    """Whether a link leads to a file beside the post, not to a page."""
    if _FAR.match(target) or target.startswith("{"):
        return False
    return PurePosixPath(target.partition("#")[0].partition("?")[0]).suffix.lower() not in _NO_FILES
