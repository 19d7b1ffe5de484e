"""Posts that just stop."""

from collections.abc import Iterator

from inkwright.lint.endings import closes, is_closing_heading
from inkwright.lint.front import is_published_post
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_component, is_english, prose
from inkwright.model.context import Context
from inkwright.model.document import Block, Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.span import Span
from inkwright.text.prose import word_count

_LAST = 2
"""Paragraphs at the end that may hold the ending."""
_ASIDE = frozenset({"comment", "footnote", "definition", "thematic_break"})
_BEFORE_CODE = frozenset({"code", "opaque", "html", "math"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the last paragraph of a post without any ending."""
    if not is_published_post(document, context) or context.metadata.template == "none":
        return
    if word_count(document) < number(context, "missing-conclusion", "words") or not is_english(document):
        return
    if _has_closing_section(document):
        return
    last = _last(document)
    if last and not _ends(document, last) and not _is_list_of_links(_final_block(document)):
        message = "the post stops here: say what it comes to, or what the reader can do next"
        yield found(_last_sentence(last[-1]), message)


def _has_closing_section(document: Document) -> bool:
    """Whether a section in the second half of the post is named as its ending; exercises may follow it."""
    headings = outline_headings(document)
    half = (document.front_matter.span.end + len(document.text)) // 2
    return any(
        is_closing_heading(heading.plain(), last=heading is headings[-1])
        for heading in headings
        if heading.span.start >= half
    )


def _last(document: Document) -> list[Passage]:
    """The paragraphs that may hold the ending; a list counts with what introduces it. Empty without prose."""
    passages = [passage for passage in prose(document) if passage.kind not in ("note", "heading")]
    last = passages[-_LAST:]
    if last and last[-1].kind == "item":
        running = [passage for passage in passages if passage.kind != "item"]
        last = [*running[-1:], *(passage for passage in last if passage.kind == "item")]
    return last


def _is_list_of_links(block: Block | None) -> bool:
    """Whether a post ends by naming places to go on: a list of which most items hold a link."""
    if block is None or block.kind != "list":
        return False
    linked = [any(i.kind == "link" for part in item.walk() for i in part.walk_inlines()) for item in block.children]
    return 2 * sum(linked) > len(linked)


def _ends(document: Document, last: list[Passage]) -> bool:
    """Whether the last paragraphs are an ending; when code stands after them they have to say so outright."""
    final = _final_block(document)
    cut = final is not None and final.span.start >= last[-1].span.end and _is_code(document, final)
    return any(closes(_shown(document, passage), before_code=cut) for passage in last)


def _final_block(document: Document) -> Block | None:
    return next((block for block in reversed(document.blocks) if block.kind not in _ASIDE), None)


def _is_code(document: Document, block: Block) -> bool:
    return block.kind in _BEFORE_CODE or is_component(document, block)


def _shown(document: Document, passage: Passage) -> str:
    return passage.block.plain() if passage.block.inlines else document.slice(passage.span)


def _last_sentence(passage: Passage) -> Span:
    return passage.sentences[-1] if passage.sentences else passage.span
