"""The template set aside, so that a plan is plain bullets, and its sections put back round what was written meanwhile.

Only sections without a word are set aside; written ones stay as they are. Nothing is thrown away: bullets and prose
that belong to no section stay on top. The text from before is needed to come back; whoever keeps it is no matter here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from inkwright.model.document import Block, Document
from inkwright.model.finding import Edit
from inkwright.model.outline import NOT_PLACED, Bullet, Section
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.plan.coverage import THRESHOLD, content_words, coverage
from inkwright.plan.marks import plan_mark
from inkwright.plan.moves import Place, lines_of, newline_of
from inkwright.plan.sections import sections
from inkwright.text.edits import apply
from inkwright.text.plan_marks import PlanMark, plan_marks, section_marks

_NO_BULLET = regex(r"|plan|Q:.*|[-*+]?\s*(?:\[[ xX]\])?")
"""Lines of a plan comment that may go without a loss: its head, a guiding question, an empty bullet."""


class _Part(Struct, frozen=True):
    """A section that is set aside: what its heading, mark and plan take up, and its bullets."""

    section: Section
    head: Span
    plans: tuple[PlanMark, ...]
    bullets: tuple[tuple[Bullet, str], ...]


def set_aside(document: Document) -> str:
    """The text with its unwritten sections gone and their bullets in one list on top; the same where there are none."""
    parts = _parts(document)
    if not parts:
        return document.text
    cuts = [Edit(_whole_lines(document.text, span), "") for part in parts for span in _spans(part)]
    lines = [lines for part in parts for _, lines in part.bullets]
    top = sections_top(document)
    return apply(document.text, [Edit(Span(top, top), _list(document, lines)), *cuts])


def set_back(now: Document, before: Document) -> str:
    """The text of `now` with the sections of `before` that were set aside; that of `before` where nothing changed.

    A bullet goes to the section that it came from, a new one to that of the bullet above it; a paragraph on top goes
    with the bullet whose words it has, else with the paragraph above it.
    """
    if now.text == set_aside(before):
        return before.text
    there = {section.key for section in sections(now)}
    parts = [part for part in _parts(before) if part.section.key not in there]
    if not parts:
        return now.text
    stay = frozenset(bullet.text for one in sections(before) if not one.level for bullet in one.bullets)
    bullets, bullet_cuts = _bullets_back(now, _homes(parts), stay)
    prose, prose_cuts = _prose_back(now, parts)
    made = [(part, _section_text(before, part, bullets[n], prose[n])) for n, part in enumerate(parts)]
    inserts = _inserts(now, before, made)
    return apply(now.text, _merged([*bullet_cuts, *prose_cuts], inserts))


def sections_top(document: Document) -> int:
    """Where the opening of a post begins: below the front matter and a title of its own."""
    first = next((section for section in sections(document) if section.level), None)
    title = next((block for block in document.blocks if block.kind == "heading"), None)
    if title and title.level == 1 and (first is None or title.span.start < first.span.start):
        return _past_blanks(document.text, _line_end(document.text, title.span.end))
    return _past_blanks(document.text, document.front_matter.span.end)


def _parts(document: Document) -> list[_Part]:
    """The sections of a template without a word, in order, each key once."""
    found: dict[str, _Part] = {}
    marks = {mark.heading.span.start: mark for mark in section_marks(document) if mark.heading}
    plans = [plan for plan in plan_marks(document) if not plan.spare]
    for section in sections(document):
        mark = marks.get(section.span.start)
        if not section.level or mark is None or section.key in found or not _is_bare(document, section):
            continue
        if document.text[section.body.start : mark.span.start].strip():
            continue
        inside = tuple(plan for plan in plans if plan.span.start in section.body)
        if not all(_is_plain(document, section, plan) for plan in inside):
            continue
        bullets = tuple(
            (bullet, document.slice(lines_of(document, Place(section, no))).rstrip(" \t\r\n"))
            for no, bullet in enumerate(section.bullets, 1)
        )
        found[section.key] = _Part(section, Span(section.span.start, mark.span.end), inside, bullets)
    return list(found.values())


def _is_bare(document: Document, section: Section) -> bool:
    """Whether a section holds nothing but comments."""
    return not section.words and all(
        block.kind == "comment" for block in document.blocks if block.span.start in section.body
    )


def _is_plain(document: Document, section: Section, plan: PlanMark) -> bool:
    """Whether a plan comment holds bullets and questions and nothing else that could get lost."""
    spans = [lines_of(document, Place(section, no)) for no in range(1, len(section.bullets) + 1)]
    rest = _cut_out(document.slice(plan.inner), plan.inner, spans)
    return all(_NO_BULLET.fullmatch(line.strip()) for line in rest.splitlines())


def _cut_out(text: str, place: Span, spans: Iterable[Span]) -> str:
    """The text of a place without those of some spans that lie in it."""
    return apply(text, [Edit(Span(span.start - place.start, span.end - place.start), "")
                        for span in spans if span in place])  # fmt: skip


def _spans(part: _Part) -> Iterable[Span]:
    return (part.head, *(plan.span for plan in part.plans))


def _list(document: Document, lines: list[str]) -> str:
    """A plan comment of whole bullet lines, and a blank line; "" for none."""
    if not lines:
        return ""
    newline = newline_of(document.text)
    opened, closed = plan_mark((), dialect=document.source.dialect).split("\n")
    top = (
        "" if document.text[: sections_top(document)].endswith(("\n", "\r")) or not sections_top(document) else newline
    )
    return f"{top}{newline.join((opened, *lines, closed))}{newline}{newline}"


def _homes(parts: list[_Part]) -> dict[str, list[int]]:
    """For each bullet's words the numbers of the parts that it came from, in order."""
    homes: dict[str, list[int]] = {}
    for number, part in enumerate(parts):
        for bullet, _ in part.bullets:
            homes.setdefault(bullet.text, []).append(number)
    return homes


def _bullets_back(
    now: Document, homes: dict[str, list[int]], stay: frozenset[str]
) -> tuple[dict[int, list[str]], list[Edit]]:
    """The lines that go back to each part, and the edits that take them from the top. Bullets that stood in the opening
    before (`stay`) stay there."""
    back: dict[int, list[str]] = defaultdict(list)
    opening = next((one for one in sections(now) if not one.level and one.key != NOT_PLACED), None)
    if opening is None:
        return back, []
    cuts: list[Span] = []
    above: int | None = None
    used: Counter[str] = Counter()
    for no, bullet in enumerate(opening.bullets, 1):
        known = homes.get(bullet.text, [])
        above = known[min(used[bullet.text], len(known) - 1)] if known else None if bullet.text in stay else above
        used[bullet.text] += 1
        if above is not None:
            cuts.append(lines_of(now, Place(opening, no)))
            back[above].append(now.slice(cuts[-1]).rstrip(" \t\r\n"))
    return back, [*_emptied(now, cuts)]


def _emptied(now: Document, cuts: list[Span]) -> Iterable[Edit]:
    """The edits that take lines out, a plan comment that holds nothing else as a whole."""
    for plan in plan_marks(now):
        mine = [span for span in cuts if span in plan.inner]
        if mine and _cut_out(now.slice(plan.inner), plan.inner, mine).strip() == "plan":
            yield Edit(_whole_lines(now.text, plan.span), "")
        else:
            yield from (Edit(span, "") for span in mine)


def _prose_back(now: Document, parts: list[_Part]) -> tuple[dict[int, list[str]], list[Edit]]:
    """The blocks of the opening that go to each part, and the edits that take them from the top."""
    back: dict[int, list[str]] = defaultdict(list)
    cuts: list[Edit] = []
    end = min((section.span.start for section in sections(now) if section.level), default=len(now.text))
    home: int | None = None
    top, plans = sections_top(now), plan_marks(now)
    for block in now.blocks:
        if not top <= block.span.start < end or block.kind in ("comment", "heading", "footnote", "definition"):
            continue
        if any(plan.span.start in block.span for plan in plans):
            continue  # something stands behind the plan on its last line
        home = _home(now, block, parts, home)
        if home is not None:
            back[home].append(now.slice(block.span))
            cuts.append(Edit(_whole_lines(now.text, block.span), ""))
    return back, cuts


def _home(now: Document, block: Block, parts: list[_Part], above: int | None) -> int | None:
    """The part whose bullet a block covers best; the one of the block above where it covers none."""
    words = content_words(now.slice(block.span))
    shares = [(max((coverage(bullet.text, words) for bullet, _ in part.bullets), default=0.0), -number)
              for number, part in enumerate(parts)]  # fmt: skip
    best, number = max(shares)
    return -number if best >= THRESHOLD else above


def _section_text(before: Document, part: _Part, lines: list[str], prose: list[str]) -> str:
    """A section as it was, with the bullets that are its own now and the prose that came to it."""
    newline = newline_of(before.text)
    pieces = [before.slice(part.head)]
    plans = [_without(before, part, plan) for plan in part.plans] or [plan_mark((), dialect=before.source.dialect)]
    closing = max(plans[-1].rfind("-->"), plans[-1].rfind("*/}"))
    head = plans[-1][:closing].rstrip(" \t")
    head = head if head.endswith(("\n", "\r")) else f"{head}{newline}"
    plans[-1] = f"{head}{''.join(f'{line}{newline}' for line in lines)}{plans[-1][closing:]}"
    pieces += plans
    blocks = "".join(f"{newline}{block.rstrip()}{newline}" for block in prose)
    return f"{newline.join(pieces)}{newline}{blocks}{newline}"


def _without(before: Document, part: _Part, plan: PlanMark) -> str:
    """A plan comment without the lines of its bullets."""
    spans = [lines_of(before, Place(part.section, no)) for no in range(1, len(part.bullets) + 1)]
    return _cut_out(before.slice(plan.span), plan.span, spans)


def _inserts(now: Document, before: Document, made: list[tuple[_Part, str]]) -> list[tuple[int, str]]:
    """Each section's text with the offset where it goes: before the next section of old that is still there."""
    order = [section.key for section in sections(before) if section.level]
    there = {section.key: section.span.start for section in sections(now) if section.level and section.key}
    last = next((plan.span for plan in reversed(plan_marks(now)) if plan.spare), None)
    end = last.start if last and not now.text[last.end :].strip() else len(now.text)
    lead = "" if now.text[:end].endswith(("\n", "\r")) or not end else newline_of(now.text) * 2
    found = [(end, lead)] if lead else []
    for part, text in made:
        later = order[order.index(part.section.key) + 1 :]
        found.append((next((there[key] for key in later if key in there), end), text))
    return found


def _merged(cuts: list[Edit], inserts: list[tuple[int, str]]) -> list[Edit]:
    """Cuts and inserts without overlap, texts for one place joined in their order."""
    joined: dict[int, str] = {}
    for at, text in inserts:
        joined[at] = joined.get(at, "") + text
    return [*cuts, *(Edit(Span(at, at), text) for at, text in joined.items())]


def _whole_lines(text: str, span: Span) -> Span:
    """A span with the rest of its last line, and the blank lines that follow."""
    return Span(span.start, _past_blanks(text, _line_end(text, span.end)))


def _past_blanks(text: str, at: int) -> int:
    """Where the blank lines from the start of a line on are over; `at` itself where words follow on its line."""
    while at < len(text) and (not at or text[at - 1] in "\r\n") and (after := _line_end(text, at)) > at:
        at = after
    return at


def _line_end(text: str, at: int) -> int:
    """Where the line after the one at `at` starts; `at` itself when words follow on the line."""
    end = at
    while end < len(text) and text[end] in " \t":
        end += 1
    if end < len(text) and text[end] not in "\r\n":
        return at
    end += 2 if text.startswith("\r\n", end) else 1 if end < len(text) else 0
    return end
