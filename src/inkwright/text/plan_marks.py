"""What a post says about its own plan: section marks with word budgets, and plan blocks with bullets and questions.

```
## What we measured
<!-- section: results 200-300 -->
<!-- plan
Q: What surprised you?
- int8 halves the memory [[quantisation]]
- [x] the table of latencies
- ? does it hold on CPU
-->
```
`<!-- plan: not placed` holds, in the same form, bullets that belong to no section yet, wherever it stands.
They are written by the planning room; whether a bullet is covered by prose is decided there.
"""

from bisect import bisect_right

from msgspec import Struct

from inkwright.model.document import Block, Document
from inkwright.model.outline import Bullet
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.model.template import Budget
from inkwright.text.marks import marks_of

_SECTION = regex(r"section:\s*(?P<key>[^\s,]+)?[\s,]*(?:(?P<low>\d+)(?:\s*[-–]\s*(?P<high>\d+))?)?")
_BULLET = regex(r"(?P<indent>[ \t]*)[-*+][ \t]+(?:\[(?P<tick>[ xX])\](?:[ \t]+|$))?(?P<text>.*?)[ \t]*$")
_QUESTION = regex(r"[ \t]*Q:[ \t]*(?P<text>.*?)[ \t]*$")
_NOTE = regex(r"!?\[\[(?P<note>[^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
_SPARE = regex(r"plan:[ \t]*not placed\b")
_LINE = regex(r"[^\r\n]+")


class SectionMark(Struct, frozen=True):
    """`<!-- section: results 200-300 -->`: the template's section that a heading stands for.

    `heading` is the heading it belongs to: the last one before it, when nothing but marks and comments stands between
    them; None for a mark that has lost its heading. A mark without a budget has Budget(0, 0).
    """

    key: str
    budget: Budget
    span: Span
    heading: Block | None


class PlanMark(Struct, frozen=True):
    """`<!-- plan ... -->`: `bullets` and guiding `questions` in reading order; `inner` is where a further line may go.

    `heading` is the heading whose section it stands in, of any level; None before the first. `spare` for bullets that
    belong to no section yet.
    """

    span: Span
    inner: Span
    bullets: tuple[Bullet, ...]
    questions: tuple[str, ...]
    heading: Block | None
    spare: bool = False


def section_marks(document: Document) -> list[SectionMark]:
    """Every section mark in reading order; a mark without a key is left out."""
    found = []
    for mark in marks_of(document, "section"):
        parts = _SECTION.match(mark.text)
        if not parts or not parts["key"]:
            continue
        low = int(parts["low"] or 0)
        budget = Budget(low, int(parts["high"] or low))
        found.append(SectionMark(parts["key"], budget, mark.span, _marked_heading(document, mark.span.start)))
    return found


def plan_marks(document: Document) -> list[PlanMark]:
    """Every plan block in reading order."""
    headings = document.of_kind("heading")
    starts = [heading.span.start for heading in headings]
    found = []
    for mark in marks_of(document, "plan"):
        bullets, questions = _plan_lines(document.text, mark.inner)
        at = bisect_right(starts, mark.span.start)
        heading = headings[at - 1] if at else None
        spare = bool(_SPARE.match(mark.text))
        found.append(PlanMark(mark.span, mark.inner, tuple(bullets), tuple(questions), heading, spare))
    return found


def _marked_heading(document: Document, start: int) -> Block | None:
    last = None
    for block in document.all_blocks:
        if block.span.start >= start:
            break
        if block.kind != "comment":
            last = block
    return last if last is not None and last.kind == "heading" else None


def _plan_lines(text: str, inner: Span) -> tuple[list[Bullet], list[str]]:
    """The bullets and questions of a plan; an indented line that is neither belongs to the bullet above."""
    bullets: list[Bullet] = []
    questions: list[str] = []
    for line in _LINE.finditer(text, inner.start, inner.end):
        written = line[0]
        bullet = _BULLET.match(written)
        question = _QUESTION.match(written)
        if bullet:
            start, end = line.start() + len(bullet["indent"]), line.start() + bullet.end("text")
            bullets.append(_bullet(bullet["text"], Span(start, end), bullet["tick"] in ("x", "X")))
        elif question:
            questions.append(question["text"])
        elif bullets and written[0] in " \t" and written.strip():
            above = bullets.pop()
            whole = f"{text[above.span.start : above.span.end]} {written.strip()}"
            again = _BULLET.match(whole)
            span = Span(above.span.start, line.start() + len(written.rstrip()))
            bullets.append(_bullet(again["text"] if again else whole, span, above.ticked))
    return bullets, questions


def _bullet(written: str, span: Span, ticked: bool) -> Bullet:
    question = written.startswith("?")
    note = _NOTE.search(written)
    bare = " ".join(_NOTE.sub(" ", written.lstrip("? ") if question else written).split())
    return Bullet(bare, span, note["note"].strip() if note else "", ticked, written=ticked, question=question)
