"""Parts of a post for one kind of reader: `<!-- only: web -->` ... `<!-- end -->`, in MDX `{/* only: mail */}`.

A part that is not shown is blanked, never cut out, so that every place in the text stays where it is.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from inkwright.model.document import Document, Source
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.markdown import parse

Where = Literal["web", "mail"]
PLACES: tuple[Where, ...] = ("web", "mail")
_MARK = regex(
    r"(?:<!--[ \t]*(?P<html>only:[^\r\n>]*?|end)[ \t]*-->|\{/\*[ \t]*(?P<mdx>only:[^\r\n*]*?|end)[ \t]*\*/\})"
)
_SHOWN = regex(r"[^\r\n]")


class Part(Struct, frozen=True):
    """A part for some readers: `span` with its marks, `where` as written after `only:`, `opening` the first mark.
    `closed` is False where no `end` follows: it then reaches to the next such mark, or to the end of the text."""

    where: str
    span: Span
    opening: Span
    closed: bool = True


def parts(document: Document) -> tuple[Part, ...]:
    """The parts of a text in reading order, none inside another; empty without marks. Code shows marks as they are."""
    return tuple(part for part in _parts(document) if part.where)


def ends_alone(document: Document) -> tuple[Span, ...]:
    """Marks `end` that end nothing, in reading order; only where the text also has parts."""
    found = tuple(_parts(document))
    return tuple(part.span for part in found if not part.where) if any(part.where for part in found) else ()


def only_for(document: Document, where: Where) -> Document:
    """The document as one kind of reader sees it, every span unchanged; the same object where it hides nothing.

    A part whose mark names neither web nor mail is shown to both.
    """
    hidden = [part.span for part in parts(document) if part.where in PLACES and part.where != where]
    if not hidden:
        return document
    text = document.text
    for span in hidden:
        text = text[: span.start] + _blanked(text, span) + text[span.end :]
    return parse(Source(document.source.path, text, document.source.dialect))


def _parts(document: Document) -> Iterator[Part]:
    """Every part, and every `end` alone as a part without a place."""
    opened: Part | None = None
    for span, said in _marks(document):
        if said != "end":
            if opened is not None:
                yield Part(opened.where, Span(opened.span.start, span.start), opened.opening, False)
            opened = Part(said.partition(":")[2].strip().lower(), span, span)
        elif opened is None:
            yield Part("", span, span)
        else:
            yield Part(opened.where, Span(opened.span.start, span.end), opened.opening)
            opened = None
    if opened is not None:
        yield Part(opened.where, Span(opened.span.start, len(document.text)), opened.opening, False)


def _marks(document: Document) -> Iterator[tuple[Span, str]]:
    text = document.text
    if "only:" not in text:
        return
    code = [block.span for block in document.all_blocks if block.kind in ("code", "math")]
    code += [inline.span for inline in document.all_inlines if inline.kind in ("code", "math")]
    for found in _MARK.finditer(text, document.front_matter.span.end):
        if not any(span.start <= found.start() < span.end for span in code):
            yield Span(*found.span()), found["html"] or found["mdx"]


def _blanked(text: str, span: Span) -> str:
    """What stands in the place of a part: blanks on lines of its own, a comment within a line, where blanks at the end
    would break it."""
    line = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    alone = not text[line : span.start].strip() and not text[span.end : len(text) if end < 0 else end].strip()
    part = text[span.start : span.end]
    blank = _SHOWN.sub(" ", part)
    if alone or "\n" in part or "\r" in part:
        return blank
    return f"{{/*{blank[6:]}*/}}" if part.startswith("{") else f"<!--{blank[7:]}-->"
