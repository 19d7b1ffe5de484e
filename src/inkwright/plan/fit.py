"""Which section of a template each point of the notes belongs to, and why; what is left out is counted."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from inkwright.model.outline import NOT_PLACED
from inkwright.model.point import Layout, Placed, Point, Sign
from inkwright.model.template import Template, TemplateSection
from inkwright.plan.breaches import BULLETS
from inkwright.plan.coverage import content_words
from inkwright.plan.marks import bullet_line
from inkwright.plan.signs import SAID, weight

RANKS = (1.0, 0.75, 0.55, 0.4, 0.3)
"""What the first, second ... sign that a section takes counts there."""
SAME_HEADING = 1.5
"""What it counts that the note's own heading shares a word with the section's."""
LEAST = 0.2
"""Below this a point is put into no section. **Source** of all three: own trial on the notes of the demo."""
OF_ONE_NOTE = 2
"""Points of one note that go into one section while other notes have something to say there."""
SPARE, SMALL = 30, 20
"""Points without a place that a new post lists, as many as a writer looks through once; the notes up to which it lists
them all, so that nothing of a small pile is lost. **Source:** own choice."""
WHOLE, UNBUDGETED = "", 24
"""The section of a post that has none, and the bullets that it takes without a budget."""


class _Fit(NamedTuple):
    score: float
    point: int
    section: int
    why: str


def lay_out(points: Sequence[Point], template: Template, cut: int = 0) -> Layout:
    """Put points into sections: first the best of each note, so that every note is heard, then the rest, best first.

    A section takes as many bullets as its budget bears; a template without sections is one, and takes what says most.
    Within a section points keep their order. What finds no place is `left`; of more than `SMALL` notes at most `SPARE`:
    the strongest of each note that is not heard at all, then second ones; the others are counted with `cut`, the points
    that the caller left out. Deterministic; the same points always lie the same way.
    """
    sections = template.sections or (TemplateSection(WHOLE, template.name, template.budget),)
    fits = sorted(_fits(points, sections), key=lambda fit: (-fit.score, fit.point, fit.section))
    taken = _taken(fits, points, [_room(section) for section in sections])
    order = sorted(taken.values(), key=lambda fit: (fit.section, fit.point))
    placed = tuple(Placed(points[fit.point], sections[fit.section].key, fit.why) for fit in order)
    best = {fit.point: fit for fit in reversed(fits)}
    without = [no for no in range(len(points)) if no not in taken]
    spare = _spare(points, without, {_source(points[no]) for no in taken})
    left = tuple(Placed(points[no], "", _why_left(best.get(no), sections)) for no in spare)
    return Layout(placed, left, cut + len(without) - len(spare))


def bullets_of(layout: Layout | None) -> dict[str, list[str]]:
    """The bullets of each section by its key, as `seed` takes them; {} without a layout."""
    found: dict[str, list[str]] = {}
    for key, placed in (
        (*((one.section, one) for one in layout.placed), *((NOT_PLACED, one) for one in layout.left)) if layout else ()
    ):
        found.setdefault(key, []).append(bullet_line(placed.point.text, placed.point.note).removeprefix("- "))
    return found


def _taken(fits: Sequence[_Fit], points: Sequence[Point], room: list[int]) -> dict[int, _Fit]:
    """The place of each point that finds one. `fits` come best first, `room` says what each section bears."""
    taken: dict[int, _Fit] = {}
    heard: Counter[str] = Counter()
    spoken: Counter[tuple[str, int]] = Counter()
    for turn in range(3):
        for fit in fits:
            source = _source(points[fit.point])
            waits = (not turn and heard[source]) or (turn < 2 and spoken[source, fit.section] >= OF_ONE_NOTE)
            if fit.point in taken or not room[fit.section] or waits:
                continue
            taken[fit.point] = fit
            room[fit.section] -= 1
            heard[source] += 1
            spoken[source, fit.section] += 1
    return taken


def _spare(points: Sequence[Point], without: Sequence[int], heard: Collection[str]) -> list[int]:
    """Which of the points without a place are listed, in the order of the notes."""
    if len({_source(point) for point in points}) <= SMALL:
        return list(without)
    turns: Counter[str] = Counter(heard)
    ranked = []
    for no in sorted(without, key=lambda no: (-weight(points[no]), no)):
        source = _source(points[no])
        ranked.append((turns[source], -weight(points[no]), no))
        turns[source] += 1
    return sorted(no for *_, no in sorted(ranked)[:SPARE])


def _source(point: Point) -> str:
    """What a point was said in: a note, or a captured line."""
    return f"{point.path} {point.note or point.line}"


def _fits(points: Sequence[Point], sections: Sequence[TemplateSection]) -> list[_Fit]:
    """Every section that a point may go into, with what speaks for it."""
    titles = [content_words(f"{section.title} {section.key}") for section in sections]
    found = []
    for no, point in enumerate(points):
        headed = content_words(point.heading)
        signs = {sign.name: sign for sign in point.signs}
        for at, section in enumerate(sections):
            if section.key == WHOLE:
                said = sorted(((sign.strength, sign) for sign in point.signs), key=lambda one: -one[0])
                found.append(_Fit(sum(strength for strength, _ in said), no, at, _why(said, "") or "it is there"))
                continue
            reasons = [(RANKS[rank] * signs[name].strength, signs[name])
                       for rank, name in enumerate(section.takes[: len(RANKS)]) if name in signs]  # fmt: skip
            score = sum(weight for weight, _ in reasons)
            same = headed & titles[at]
            score += SAME_HEADING if same else 0.0
            if score >= LEAST:
                found.append(_Fit(round(score, 3), no, at, _why(reasons, point.heading if same else "")))
    return found


def _why(reasons: Sequence[tuple[float, Sign]], heading: str) -> str:
    said = [f"it {SAID[sign.name]} (“{sign.seen}”)" for _, sign in sorted(reasons, key=lambda one: -one[0])[:2]]
    return ", ".join((*((f"it stands under “{heading}”",) if heading else ()), *said))


def _why_left(best: _Fit | None, sections: Sequence[TemplateSection]) -> str:
    if best is None:
        return "nothing in it says where it belongs"
    return f"“{sections[best.section].title}” is full: {best.why}"


def _room(section: TemplateSection) -> int:
    """Bullets that a section bears: what the outline's own rule allows."""
    if section.key == WHOLE:
        return max(BULLETS[1], section.budget.high // 100) if section.budget.high else UNBUDGETED
    return max(BULLETS[1], section.budget.high // 100) if section.takes else 0
