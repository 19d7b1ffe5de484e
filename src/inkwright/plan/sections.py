"""A document cut into the sections that an outline speaks of, with words, marks and bullets of each."""

from bisect import bisect_right

from msgspec.structs import replace

from inkwright.model.document import Block, Document
from inkwright.model.outline import NOT_PLACED, Bullet, Section
from inkwright.model.span import Span
from inkwright.model.template import Budget, Template
from inkwright.plan.coverage import THRESHOLD, content_words, coverage
from inkwright.plan.parts import missing_parts
from inkwright.text.plan_marks import PlanMark, SectionMark, plan_marks, section_marks
from inkwright.text.prose import passages


def sections(document: Document, template: Template | None = None) -> tuple[Section, ...]:
    """The sections in reading order; the part before the first heading only when it holds words or a plan.

    A section starts at a heading of the section level (the highest level that is not a lone title on top) or above,
    and at every heading with a section mark. A mark's budget wins over the template's. Bullets not placed come last, as
    a section of their own. Empty for an empty document.
    """
    marked = {mark.heading.span.start: mark for mark in section_marks(document) if mark.heading}
    starts = _starts(document, marked)
    bounds = [*(heading.span.start for heading in starts), len(document.text)]
    words = _words_at(document)
    every = plan_marks(document)
    plans = [plan for plan in every if not plan.spare]
    found = []
    title = _lone_title(document)
    top = title.span.end if title else document.front_matter.span.end
    preamble = _section(document, None, Span(top, max(top, bounds[0])), words, plans, None, None)
    if preamble.words or preamble.bullets or preamble.questions:
        found.append(preamble)
    for heading, end in zip(starts, bounds[1:], strict=True):
        mark = marked.get(heading.span.start)
        span = Span(heading.span.start, end)
        found.append(_section(document, heading, span, words, plans, mark, template))
    return (*found, *_not_placed(document, [plan for plan in every if plan.spare]))


def _not_placed(document: Document, spare: list[PlanMark]) -> tuple[Section, ...]:
    """The bullets without a section, as one; none where there is no such list."""
    if not spare:
        return ()
    at = spare[-1].span
    bullets = tuple(bullet for plan in spare for bullet in _own_bullets(document, plan))
    return (Section("Not placed", 0, at, at, 0, NOT_PLACED, bullets=bullets, line=document.position(at.start).line),)


def _lone_title(document: Document) -> Block | None:
    """The heading that is the post's title rather than a section: a lone first-level one above lower headings."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    firsts = [heading for heading in headings if heading.level == 1]
    lone = len(firsts) == 1 and headings[0] is firsts[0] and len(headings) > 1
    return firsts[0] if lone and not _is_marked(document, firsts[0]) else None


def _is_marked(document: Document, heading: Block) -> bool:
    return any(mark.heading is heading for mark in section_marks(document))


def _starts(document: Document, marked: dict[int, SectionMark]) -> list[Block]:
    title = _lone_title(document)
    headings = [block for block in document.blocks if block.kind == "heading" and block is not title]
    level = min((heading.level for heading in headings), default=0)
    return [heading for heading in headings if heading.level <= level or heading.span.start in marked]


def _words_at(document: Document) -> tuple[list[int], list[int]]:
    """Start of every passage and the words from the first up to and including it; headings of sections count too."""
    starts: list[int] = []
    totals: list[int] = [0]
    for passage in sorted(passages(document), key=lambda passage: passage.span.start):
        starts.append(passage.span.start)
        totals.append(totals[-1] + len(passage.words))
    return starts, totals


def _section(
    document: Document,
    heading: Block | None,
    span: Span,
    words: tuple[list[int], list[int]],
    plans: list[PlanMark],
    mark: SectionMark | None,
    template: Template | None,
) -> Section:
    body = Span(heading.span.end if heading else span.start, span.end)
    inside = [plan for plan in plans if plan.span.start in body]
    known = template.section(mark.key) if template and mark else None
    budget = mark.budget if mark and mark.budget.high else known.budget if known else Budget(0, 0)
    blocks = [block for block in document.all_blocks if block.span in body]
    bullets = tuple(bullet for plan in inside for bullet in _own_bullets(document, plan))
    section = Section(
        title=heading.plain().strip() if heading else "",
        level=heading.level if heading else 0,
        span=span,
        body=body,
        words=_count(words, body),
        key=mark.key if mark else "",
        budget=budget,
        questions=tuple(question for plan in inside for question in plan.questions),
        line=document.position(span.start).line,
        missing=missing_parts(known.requires, blocks, bullets) if known else (),
    )
    return replace(section, bullets=_covered(document, section, bullets))


def _own_bullets(document: Document, plan: PlanMark) -> list[Bullet]:
    """The top-level bullets of a plan, empty slots left out; a nested bullet is a detail of the one above."""
    depth = [_indent(document.text, bullet) for bullet in plan.bullets]
    top = min(depth, default=0)
    return [bullet for bullet, at in zip(plan.bullets, depth, strict=True) if at == top and bullet.text]


def _indent(text: str, bullet: Bullet) -> int:
    start = bullet.span.start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return len(text[line:start].expandtabs(4))


def _count(words: tuple[list[int], list[int]], body: Span) -> int:
    starts, totals = words
    first, last = bisect_right(starts, body.start - 1), bisect_right(starts, body.end - 1)
    return totals[last] - totals[first]


def _covered(document: Document, section: Section, bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets with `written` set where the section's prose takes up enough of them, or they are ticked."""
    if not bullets:
        return ()
    prose = content_words(" ".join(passage.text for passage in passages(document) if passage.span in section.body))
    return tuple(
        replace(bullet, written=bullet.ticked or coverage(bullet.text, prose) >= THRESHOLD) for bullet in bullets
    )
