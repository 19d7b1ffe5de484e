"""A post as prose and code in turn: what a notebook and a script are both made of."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from inkwright.evidence.languages import bad_name, is_program, why_bad
from inkwright.model.document import Document
from inkwright.model.finding import Edit
from inkwright.model.regex import regex
from inkwright.model.snippet import Snippet
from inkwright.model.span import Span
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.marks import marks
from inkwright.text.public import hidden_edits
from inkwright.text.snippets import snippets

_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.S)
_TEXT = regex(r"(?![a-z][a-z0-9+.-]*:|//|#)[^?#]*\.(?:md|markdown|mdx|qmd)(?:[?#].*)?", re.I | re.S)
_BLANKS = regex(r"[ \t]*\n(?:[ \t]*\n){2,}")
_QUOTE_END = regex(r"(?:(?:\A|\n)[ \t>]*)+\Z")
_LEFT_BLANK = regex(r"(?<![ \n])[ \t](?=\n|\Z)")
"""One blank at the end of a line says nothing; two break it."""


class Prose(Struct, frozen=True):
    """Markdown between two pieces of code, as a reader may see it."""

    text: str


Piece = Prose | Snippet


def pieces(document: Document, languages: Collection[str]) -> Iterator[Piece]:
    """A post's prose and its code in reading order. Code is what is written in one of the languages, and every fence
    that is saved as a file; other fences stay in the prose, an output fence goes with its code."""
    at = document.front_matter.span.end
    hidden = _hidden(document)
    for snippet in snippets(document):
        if not _is_code(snippet, languages) or snippet.block.span.start < at:
            continue
        yield from _prose(document, hidden, Span(at, snippet.block.span.start))
        yield snippet
        at = max(snippet.block.span.end, snippet.output.block.span.end if snippet.output else 0)
    yield from _prose(document, hidden, Span(at, len(document.text)))


def held_back(snippet: Snippet) -> str:
    """Why a snippet is not to be run, "" when it is."""
    if snippet.norun:
        return snippet.norun
    name = bad_name(snippet)
    return f"`{name}` {why_bad(name)}" if name else ""


def only_saved(snippet: Snippet) -> str:
    """What to say of a program that is saved as a file and not run, "" of any other snippet."""
    saved = snippet.norun and snippet.file and not snippet.prompt and not bad_name(snippet)
    return f"Saved as {snippet.file}, not run: {snippet.norun}" if saved else ""


def title_lines(document: Document, title: str, subtitle: str) -> list[str]:
    """The title of a post as Markdown, unless the post shows it as its first heading; nothing without one."""
    shown = next((block for block in document.blocks if block.kind not in ("comment", "opaque")), None)
    own = shown is not None and shown.kind == "heading" and shown.level == 1
    return [] if own or not title else [f"# {title}", *([f"*{subtitle}*"] if subtitle else [])]


def fenced(snippet: Snippet) -> str:
    """A snippet as a plain fence in Markdown."""
    ticks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", snippet.code)), default=0))
    code = snippet.code if snippet.code.endswith("\n") or not snippet.code else f"{snippet.code}\n"
    return f"{ticks}{snippet.info.written or snippet.language}\n{code}{ticks}"


def statements(snippet: Snippet) -> str:
    """What was typed in a snippet: its code, or of a transcript the statements alone."""
    code = "".join(exchange.code for exchange in snippet.exchanges) if snippet.prompt else snippet.code
    return code.replace("\r\n", "\n").rstrip("\n") + "\n" if code.strip() else ""


def _is_code(snippet: Snippet, languages: Collection[str]) -> bool:
    return bool(snippet.file and not snippet.prompt) or (is_program(snippet) and snippet.language in languages)


def _prose(document: Document, hidden: Sequence[Edit], span: Span) -> Iterator[Prose]:
    edits = [Edit(edit.span.shift(-span.start), edit.text) for edit in hidden if edit.span in span]
    text = apply(document.slice(span), edits).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _QUOTE_END.sub("", _BLANKS.sub("\n\n", _LEFT_BLANK.sub("", text))).strip("\n")
    if text.strip():
        yield Prose(text.rstrip())


def _hidden(document: Document) -> list[Edit]:
    """Edits that take out what no reader may see (marks, comments, imports of MDX) and write links by reference with
    their addresses, since a cell does not know the definitions of another one."""
    spans = [mark.span for mark in marks(document)]
    blocks, inlines = document.all_blocks, document.all_inlines
    spans += [block.span for block in blocks if block.kind == "comment" or block.name == "esm"]
    spans += [inline.span for inline in inlines if inline.kind == "comment"]
    raw = [block.span for block in blocks if block.kind == "html"]
    raw += [inline.span for inline in inlines if inline.kind == "html"]
    for span in raw:
        spans += [Span(*match.span()).shift(span.start) for match in _COMMENT.finditer(document.slice(span))]
    links = [i for i in inlines if i.kind in ("link", "image") and i.name == "reference" and _is_plain(i.target)]
    links = [link for link in links if not _is_text(link.target)]
    addressed = [
        Edit(link.span, f"{'!' * (link.kind == 'image')}[{document.slice(link.inner)}]({link.target})")
        for link in links
    ]
    unread = [edit for edit in hidden_edits(document) if not edit.text]
    return non_overlapping(
        [
            *unread,
            *_homeless(document),
            *(Edit(span, "") for span in sorted(spans, key=lambda s: (s.start, -s.end))),
            *addressed,
        ]
    )


def _homeless(document: Document) -> Iterator[Edit]:
    """Links to other texts of the workspace as their words: they lead nowhere from a notebook."""
    for link in document.inlines_of("link"):
        if link.name in ("inline", "reference") and _is_text(link.target):
            yield Edit(link.span, document.slice(link.inner))
    for link in document.inlines_of("wikilink"):
        yield Edit(link.span, link.title or link.target)


def _is_text(target: str) -> bool:
    """Whether a destination is a text below the workspace."""
    return bool(_TEXT.fullmatch(target))


def _is_plain(target: str) -> bool:
    return bool(target) and not re.search(r"[\s()<>]", target)
