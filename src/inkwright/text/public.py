"""What of a post may leave the workspace: its text without marks, comments, planned parts and options of evidence.

Nothing here knows a platform; what each makes of the text is in `render.markdown`.
"""

import re
from collections import Counter
from collections.abc import Iterator

from inkwright.model.document import Block, Document
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.diagrams import kind_of
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.footnotes import fold, unreferenced
from inkwright.text.info_string import parse_info
from inkwright.text.marks import marks

MORE = frozenset({"more", "truncate", "excerpt", "end_excerpt", "excerpt_end"})
"""Comments that are no remark: the excerpt of a post ends there."""
_OWN = "norun|raises|file|source|tolerance|figures|writes|timeout|from|facts"
_OPTION = regex(rf"""\s*\b(?:{_OWN})\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,{{}}]+)""")
_WORD = regex(r"(?<![\w=.\"'-])(?:output|ellipsis|regex)(?![\w=\"'-])")
_LABEL = regex(r"\[((?:[^\[\]\\]|\\.)+)\]")
_REMARK = regex(r"^[ \t>]*%%(?!\{).*(?:\r?\n|\Z)", re.M)
"""A remark in Mermaid; `%%{` begins a setting."""
_HTML_COMMENT = regex(r"<!--.*?-->", re.S)


def public_text(document: Document) -> str:
    """The body of a post as anyone may read it, without front matter; other bytes stay."""
    start = document.front_matter.span.end
    return apply(document.text, [Edit(Span(0, start), ""), *hidden_edits(document)])


def hidden_edits(document: Document) -> list[Edit]:
    """Edits that take away every mark, every comment, notes and definitions that nothing refers to, and the options of
    code that only running it needs; a comment that ends the excerpt stays. Sorted, none overlap."""
    return non_overlapping([*_comments(document), *_unread(document), *_infos(document)])


def title_block(document: Document, title: str) -> Block | None:
    """The heading that only repeats the title above the text, or is the title where none is given; None for none."""
    first = next((block for block in document.blocks if block.kind not in ("comment", "definition")), None)
    if first is None or first.kind != "heading" or first.level != 1:
        return None
    same = " ".join(first.plain().split()).casefold() == " ".join(title.split()).casefold()
    return first if same or not title else None


def public_info(info: str) -> str:
    """The info string of code without the options that only running it needs, and without the word for an output."""
    if not info or info.startswith("{"):
        return info
    bare = _WORD.sub("", _OPTION.sub("", info)).strip()
    language = parse_info(info).written
    return " ".join(bare.split()) if bare or language in ("", "output") else language


def without_comments(html: str) -> str:
    """HTML without its comments; one that ends the excerpt stays."""
    return _HTML_COMMENT.sub(lambda found: found[0] if more_mark(found[0][4:-3]) else "", html)


def more_mark(text: str) -> bool:
    """Whether what stands in a comment says that the excerpt ends there."""
    return text.strip().lower() in MORE


def _comments(document: Document) -> Iterator[Edit]:
    for block in document.of_kind("comment"):
        if not more_mark(block.text):
            yield Edit(_lines_of(document.text, block.span), "")
    for inline in document.inlines_of("comment"):
        if not more_mark(inline.text):
            yield Edit(_with_space(document.text, inline.span), "")
    for mark in marks(document):
        yield Edit(mark.span, "")
    spans = [block.span for block in document.of_kind("html")]
    for span in (*spans, *(inline.span for inline in document.inlines_of("html"))):
        for found in _HTML_COMMENT.finditer(document.slice(span)):
            if not more_mark(found[0][4:-3]):
                yield Edit(Span(*found.span()).shift(span.start), "")


def _unread(document: Document) -> Iterator[Edit]:
    """What stands in the source and is shown to nobody: footnotes and definitions without a reference, remarks in the
    source of a diagram."""
    unseen = unreferenced(document)
    for note in document.of_kind("footnote"):
        if note.span in unseen:
            yield Edit(_lines_of(document.text, note.span), "")
    definitions = document.of_kind("definition")
    named = Counter(fold(found[1]) for found in _LABEL.finditer(document.text)) if definitions else Counter()
    own = Counter(fold(block.name) for block in definitions)
    for block in definitions:
        if named[fold(block.name)] <= own[fold(block.name)]:
            yield Edit(_lines_of(document.text, block.span), "")
    for block in document.of_kind("code"):
        if kind_of(block) == "mermaid":
            for found in _REMARK.finditer(document.text, block.inner.start, block.inner.end):
                yield Edit(Span(*found.span()), "")


def _lines_of(text: str, span: Span) -> Span:
    """The whole lines of a comment and one of two blank lines around it; the span alone where more stands there."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end + 1
    if text[start : span.start].strip() or text[span.end : end].strip():
        return span
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    below = text.find("\n", end)
    if not above.strip() and below >= 0 and not text[end:below].strip():
        end = below + 1
    return Span(start, end)


def _with_space(text: str, span: Span) -> Span:
    """A comment at the end of a line with the spaces before it, which would else break the line."""
    if span.end < len(text) and text[span.end] not in "\r\n":
        return span
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    return Span(start, span.end)


def _infos(document: Document) -> Iterator[Edit]:
    for block in document.of_kind("code"):
        if block.name != "fenced" or not block.info:
            continue
        public = public_info(block.info)
        if public != block.info:
            at = document.text.find(block.info, block.span.start, block.inner.start)
            if at >= 0:
                yield Edit(Span(at, at + len(block.info)), public)
