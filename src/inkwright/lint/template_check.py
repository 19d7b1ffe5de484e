"""Finds the sections of a post that its template names, and what they lack."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from inkwright.lint.content import content_stems
from inkwright.lint.outline import outline_headings
from inkwright.lint.template_parts import ASKED, WANTS, Want
from inkwright.lint.template_titles import TITLES
from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.model.template import Template, TemplateSection
from inkwright.text.parts import has_part
from inkwright.text.plan_marks import section_marks
from inkwright.text.prose import passages

_EMPTY = frozenset({"comment", "heading", "thematic_break", "definition"})
"""Blocks that say nothing to a reader."""
_NEXT = regex(r"\W*(?:the )?next\b", re.I)
_PROSE = 12
"""Words that say what a step does."""
_COMMENT = regex(r"<!--.*?-->|\{/\*.*?\*/\}", re.S)
_EVIDENCE = regex(r"\d|https?://|\]\(|`|^ *>|[“\"]|\[\^|\b(?:I|we|my|our|one|two|three|four|five)\b", re.M)
_PAPER = regex(
    r"arxiv|doi\.org|\.pdf\b|paper|proceedings|openreview|aclanthology|acm\.org|ieee|usenix|rfc|nature\.com|jmlr|"
    r"specification|original|docs?\b|manual|book|\bspec\b|source",
    re.I,
)
_NAMES = {
    "code": "code", "diagram": "a diagram", "formula": "a formula", "link": "a link", "metric": "a figure",
    "table": "a table",
}  # fmt: skip


class Lack(NamedTuple):
    """Something missing: the section's title, the heading it should stand below (None when there is none), and what."""

    section: str
    heading: Block | None
    part: str


class _Part(NamedTuple):
    """A section of the post that stands for one of the template, with its blocks and its text as a reader sees it."""

    heading: Block
    blocks: list[Block]
    text: str


def lacks(document: Document, template: Template) -> Iterator[Lack]:
    """Everything that a post of this kind should hold and does not, in the order of the template's sections.

    A section that is not there at all is one lack, whatever it should hold. Nothing for a kind without sections, or
    for a post that follows none of them.
    """
    found = _parts(document, template)
    if not found:
        return
    wants: dict[str, list[Want]] = {}
    for want in WANTS.get(template.kind, ()):
        wants.setdefault(want.section, []).append(want)
    for section in template.sections:
        part = found.get(section.key)
        if part is None:
            yield Lack(section.title, None, "")
            continue
        if not any(block.kind not in _EMPTY for block in part.blocks):
            yield Lack(section.title, part.heading, "everything: nothing is written yet")
            continue
        for required in section.requires:
            said = _lacking(required, part)
            if said:
                yield Lack(section.title, part.heading, said)
        for want in wants.get(section.key, ()):
            if not _holds(document, want, part):
                yield Lack(section.title, part.heading, want.part)


def _parts(document: Document, template: Template) -> dict[str, _Part]:
    """The post's sections by the template's keys: by their marks, else by what their headings share with its titles."""
    marked = {mark.heading.span.start: mark.key for mark in section_marks(document) if mark.heading}
    headings = outline_headings(document)
    keys = {heading.span.start: marked.get(heading.span.start, "") for heading in headings}
    taken = set(marked.values())
    top = min((heading.level for heading in headings if heading.level > 1), default=0)
    for section in template.sections:
        if section.key not in taken:
            free = [heading for heading in headings if not keys[heading.span.start]]
            near = next((heading for heading in free if _is_called(heading, section)), None) or _near(
                free, section, template, top
            )
            if near is not None:
                keys[near.span.start] = section.key
    return {
        keys[heading.span.start]: _part(document, heading, headings, keys)
        for heading in headings
        if keys[heading.span.start]
    }


def _is_called(heading: Block, section: TemplateSection) -> bool:
    """Whether a heading reads like the section's title or key."""
    said = content_stems(heading.plain())
    title = content_stems(section.title)
    if section.key == "steps" and _NEXT.match(heading.plain()):
        return False
    return bool(said & content_stems(section.key)) or bool(title and title <= said)


def _near(free: list[Block], section: TemplateSection, template: Template, top: int) -> Block | None:
    """The first top heading that authors use for a section instead of its title and that is no other one's title."""
    pattern = TITLES.get(template.kind, {}).get(section.key)
    others = [other for other in template.sections if other is not section]
    for heading in free if pattern else ():
        said = heading.level == top and pattern and pattern.search(_straight(heading.plain()))
        if said and not any(_is_called(heading, other) for other in others):
            return heading
    return None


def _part(document: Document, heading: Block, headings: Sequence[Block], keys: dict[int, str]) -> _Part:
    after = (h for h in headings if h.span.start > heading.span.start)
    end = next((h.span.start for h in after if h.level <= heading.level or keys[h.span.start]), len(document.text))
    body = Span(heading.span.end, end)
    blocks = [block for block in document.all_blocks if block.span in body]
    return _Part(heading, blocks, _COMMENT.sub(" ", document.slice(body)))


def _lacking(required: str, part: _Part) -> str:
    """What a section lacks of one entry of `requires`, "" when it is there."""
    if required == "evidence":
        return "" if _is_evidence(part.text) else "evidence: a figure, code, a link or a quotation"
    if required in ASKED:
        name, pattern = ASKED[required]
        return "" if _pattern(pattern).search(_straight(part.text)) else name
    if has_part(required, part.blocks):
        return ""
    name, _, count = required.partition(":")
    if count:
        low, high = count.split("-")
        many = low if low == high else f"{low} to {high}"
        return f"{many} subsections" if name == "subsections" else f"a list of {many} items"
    return _NAMES[name]


def _holds(document: Document, want: Want, part: _Part) -> bool:
    if want.how == "says":
        text = part.text
        if want.opening:
            text = document.text[document.front_matter.span.end : part.heading.span.start] + text
        return _pattern(want.pattern).search(_straight(text)) is not None
    if want.how == "each-item":
        return all(_is_whole(document, item, want.pattern) for item in _items(part))
    if want.how == "each-subsection":
        return all(_has(document, blocks, want.pattern) for blocks in _subsections(part))
    if want.how == "before-formula":
        return not any(has_part("formula", [block]) for block in _before(document, part.heading))
    return any(_PAPER.search(document.slice(i.span)) for b in part.blocks for i in b.walk_inlines() if i.kind == "link")


def _items(part: _Part) -> list[Block]:
    lists = [block for block in part.blocks if block.kind == "list"]
    return list(max(lists, key=lambda block: len(block.children)).children) if lists else []


def _is_whole(document: Document, item: Block, pattern: str) -> bool:
    text = document.slice(item.span)
    return _is_evidence(text) if pattern == "evidence" else len(text.split()) >= int(pattern)


def _subsections(part: _Part) -> list[list[Block]]:
    """The blocks below each heading of the section's next level."""
    headings = [block for block in part.blocks if block.kind == "heading"]
    level = min((heading.level for heading in headings), default=0)
    starts = [heading.span.start for heading in headings if heading.level == level]
    ends = [*starts[1:], part.blocks[-1].span.end if part.blocks else 0]
    return [
        [block for block in part.blocks if start < block.span.start < end]
        for start, end in zip(starts, ends, strict=False)
    ]


def _has(document: Document, blocks: list[Block], what: str) -> bool:
    if what == "code":
        return has_part("code", blocks)
    inside = {block.span for block in blocks}
    if what == "prose":
        return sum(len(passage.words) for passage in passages(document) if passage.block.span in inside) >= _PROSE
    return any(_is_evidence(document.slice(block.span)) or block.kind == "table" for block in blocks)


def _is_evidence(text: str) -> bool:
    """Whether a text shows anything: a figure, code, a link, a quotation, or somebody to whom it happened."""
    return _EVIDENCE.search(text) is not None


def _before(document: Document, heading: Block) -> list[Block]:
    return [block for block in document.all_blocks if block.span.start < heading.span.start]


def _straight(text: str) -> str:
    return text.replace("’", "'")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
