"""Moving, adding and dropping planned bullets: each as edits that touch the bullet's own lines and nothing else."""

from msgspec import Struct

from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.finding import Edit
from inkwright.model.outline import NOT_PLACED, Outline, Section
from inkwright.model.span import Span
from inkwright.plan.marks import bullet_line, plan_mark
from inkwright.text.plan_marks import PlanMark, plan_marks
from inkwright.text.plan_marks import section_marks as find_section_marks


class Place(Struct, frozen=True):
    """Where a bullet is or goes: the section, and its 1-based place among the section's bullets, 0 for the end."""

    section: Section
    bullet: int = 0


def find_place(plan: Outline, written: str) -> Place:
    """`3/2`, `results/2`, `Results`, `3`: section by number, key or heading, then a bullet by number; `not-placed/1`.

    Sections are numbered from 1 as `outline` shows them. Raises UsageError for what is not there.
    """
    name, _, number = written.strip().partition("/")
    section = _find_section(plan, name.strip())
    if number and not number.strip().isdigit():
        raise UsageError(f"`{number}` is no bullet's number", hint="Write SECTION/BULLET, for example 3/2.")
    return Place(section, int(number or 0))


def move(document: Document, source: Place, target: Place) -> tuple[Edit, ...]:
    """Edits that move a bullet with what is nested under it; none when it already stands there.

    Raises UsageError when the source has no such bullet.
    """
    cut = lines_of(document, source)
    moved = _text_of(document, cut)
    into = _insertion(document, target, moved, cut if source.section.span == target.section.span else None)
    if cut.start <= into.span.start <= cut.end:
        return ()
    return (Edit(cut, ""), into)


def add(document: Document, target: Place, text: str, note: str = "") -> tuple[Edit, ...]:
    """Edits that add a bullet at a place. Raises UsageError for an empty text."""
    if not text.strip():
        raise UsageError("a bullet needs a text", hint='For example: inkwright outline my-post add 2 "why it is slow"')
    return (_insertion(document, target, bullet_line(text, note), None),)


def drop(document: Document, source: Place) -> tuple[Edit, ...]:
    """Edits that take a bullet out with what is nested under it. Raises UsageError when there is no such bullet."""
    return (Edit(lines_of(document, source), ""),)


def _find_section(plan: Outline, name: str) -> Section:
    numbered = [section for section in plan.sections if section.level]
    if name.isdigit() and 1 <= int(name) <= len(numbered):
        return numbered[int(name) - 1]
    wanted = name.casefold()
    for fits in (lambda s: wanted in (s.key.casefold(), s.title.casefold()),
                 lambda s: s.title.casefold().startswith(wanted) or s.key.casefold().startswith(wanted)):  # fmt: skip
        found = [section for section in numbered if wanted and fits(section)]
        if found:
            return found[0]
    if name == "0" and plan.sections and not plan.sections[0].level and plan.sections[0].key != NOT_PLACED:
        return plan.sections[0]
    if wanted in (NOT_PLACED, "-") and plan.sections and plan.sections[-1].key == NOT_PLACED:
        return plan.sections[-1]
    titles = ", ".join(f"{number} {section.title}" for number, section in enumerate(numbered, 1))
    hint = f"There are: {titles}." if titles else "This post has none; 0 is the plan of the whole post."
    raise UsageError(f"there is no section `{name}`", hint=hint)


def lines_of(document: Document, place: Place) -> Span:
    """The whole lines of a bullet, its nested lines included, from the start of the first to the start of the next."""
    bullets = place.section.bullets
    if not 1 <= place.bullet <= len(bullets):
        title = place.section.title or "the part before the first heading"
        raise UsageError(
            f"`{title}` has no bullet {place.bullet}", hint=f"It has {len(bullets)}; write SECTION/BULLET."
        )
    bullet = bullets[place.bullet - 1]
    plan = next(plan for plan in plan_marks(document) if bullet.span in plan.inner)
    start = max(_line_start(document.text, bullet.span.start), plan.inner.start)
    own = _indent(document.text, start)
    end = _next_line(document.text, bullet.span.end, plan.inner.end)
    while end < plan.inner.end and _belongs(document.text, end, plan.inner.end, own):
        end = _next_line(document.text, end, plan.inner.end)
    return Span(start, end)


def _belongs(text: str, start: int, limit: int, own: int) -> bool:
    """Whether the line at `start` is nested under a bullet of indentation `own`."""
    line = text[start : _next_line(text, start, limit)]
    return bool(line.strip()) and _indent(text, start) > own


def _text_of(document: Document, span: Span) -> str:
    """The lines of a span without their last line end."""
    return document.slice(span).rstrip(" \t\r\n")


def _insertion(document: Document, target: Place, lines: str, cut: Span | None) -> Edit:
    """The edit that puts whole lines at a place; makes the plan comment where the section has none.

    `cut` are the lines that are taken from the same section at once: a place counted past them shifts by one.
    """
    newline = newline_of(document.text)
    plans = [
        plan
        for plan in plan_marks(document)
        if plan.span.start in target.section.body
        and plan.spare == (target.section.key == NOT_PLACED)
        and _editable(document, plan)
    ]
    bullets = target.section.bullets
    if 1 <= target.bullet <= len(bullets):
        before = lines_of(document, target)
        after_cut = cut is not None and cut.start < before.start
        at = before.end if after_cut else before.start
        return Edit(Span(at, at), lines + newline)
    if plans:
        return _at_end(document, plans[-1], lines, newline)
    return _new_plan(document, target.section, lines, newline)


def _editable(document: Document, plan: PlanMark) -> bool:
    """Whether lines can be put into a plan comment: not one written on a single line."""
    return "\n" in document.slice(plan.inner) or "\r" in document.slice(plan.inner)


def _at_end(document: Document, plan: PlanMark, lines: str, newline: str) -> Edit:
    """A new last line of a plan comment, before its closing mark."""
    text = document.text
    closing = _line_start(text, plan.inner.end)
    if closing > plan.inner.start and not text[closing : plan.inner.end].strip():
        return Edit(Span(closing, closing), lines + newline)
    at = plan.inner.start + len(document.slice(plan.inner).rstrip())
    return Edit(Span(at, at), newline + lines)


def _new_plan(document: Document, section: Section, lines: str, newline: str) -> Edit:
    """A plan comment of its own: under the section's mark, else under its heading, else before everything."""
    comment = plan_mark((), dialect=document.source.dialect)
    opened, closed = comment.split("\n")
    body = f"{opened}{newline}{lines}{newline}{closed}"
    mark = next((mark for mark in find_section_marks(document) if mark.span.start in section.body), None)
    at = mark.span.end if mark else section.body.start
    if not section.level:
        return Edit(Span(at, at), f"{body}{newline}{newline}")
    if not mark:
        at = _next_line(document.text, at, section.body.end) if section.body.end > at else at
        lead = "" if at and document.text[at - 1] in "\r\n" else newline
        return Edit(Span(at, at), f"{lead}{body}{newline}")
    return Edit(Span(at, at), f"{newline}{body}")


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _next_line(text: str, at: int, limit: int) -> int:
    """Where the line after the one at `at` starts, at most `limit`."""
    while at < limit and text[at] not in "\r\n":
        at += 1
    if text.startswith("\r\n", at):
        at += 1
    return min(at + 1, limit)


def _indent(text: str, line: int) -> int:
    end = line
    while end < len(text) and text[end] in " \t":
        end += 1
    return len(text[line:end].expandtabs(4))


def newline_of(text: str) -> str:
    r"""The line end that the text uses: \r\n when its first one is."""
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"
