"""What to do next on a post, and which few steps fit into the time there is. Never scolds."""

import shlex
import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence

from inkwright.model.board import BoardPost
from inkwright.model.counted import counted
from inkwright.model.outline import NOT_PLACED, Bullet, Outline, Section
from inkwright.model.post import STAGES, Stage
from inkwright.model.resume import Step
from inkwright.model.session import OpenSession

SHOWN = 90
"""Characters of a bullet that a step names."""
MOST = 3
"""Steps that are named at most."""
SOON = 7
"""Days before its date from which a post goes before others. **Source:** own choice: one writing week."""
WRITE, ANSWER = 25, 10
"""Minutes for one bullet and for one open question. **Source:** own choice: a bullet is a paragraph or two, 150 words,
at the slow end of a first draft (11 words a minute) with time to read in."""
LEAST = 10
"""Minutes in which a writing session is worth beginning."""
_MINUTES: dict[Stage, int] = {
    "idea": 5, "grouped": 5, "outlined": 20, "drafted": WRITE, "evidenced": 15, "edited": 30, "proofed": 10,
    "published": 10, "promoted": 15,
}  # fmt: skip
"""Minutes that the work on each gate takes. **Source:** own choice."""


def next_step(row: BoardPost, plan: Outline, session: OpenSession | None) -> Step | None:
    """The one next step of a post; None when all its gates but promotion are passed.

    A session that is open goes first, then what the draft lacks (an open question, else the bullet whose section is
    the emptiest), then the first open gate.
    """
    name = _quoted(row.id)
    if session:
        gained = session.words - session.before
        why = f"a session of {session.minutes} minutes is open ({gained:+d} words)"
        return Step(f"go on with {row.id}", why, f"inkwright write {name}", LEAST, row.id)
    drafted = next((gate for gate in row.gates if gate.stage == "drafted"), None)
    if drafted and not drafted.passed:
        found = emptiest(plan)
        if found and found[1].question:
            return Step(
                f"answer “{_cut(found[1].text)}”",
                f"{_in(found[0])}{_due(row)}",
                f"inkwright unblock {name}",
                ANSWER,
                row.id,
            )
        if found:
            command = f"inkwright write {name} --minutes {WRITE}"
            return Step(f"write “{_cut(found[1].text)}”", f"{_in(found[0])}{_due(row)}", command, WRITE, row.id)
    gate = row.next
    if gate is None or gate.stage == "promoted":
        return None
    command = gate.command or f"inkwright write {name} --stage edit"
    if gate.stage == "drafted":
        command = f"inkwright write {name} --minutes {WRITE}"
    return Step(f"bring {row.id} to {gate.stage}", f"{gate.missing}{_due(row)}", command, _MINUTES[gate.stage], row.id)


def _cut(text: str) -> str:
    """A bullet on one line of a terminal."""
    return textwrap.shorten(text, SHOWN, placeholder=" …")


def first_step(project: str, lines: int) -> Step:
    """What to do on a project that has no post yet. `lines` counts what is noted for it."""
    why = f"{lines} line{'s' * (lines != 1)} of your log and inbox are about it, and no post is"
    return Step(f"lay out a post about {project}", why, f"inkwright new {_quoted(project)}", _MINUTES["outlined"])


def emptiest(plan: Outline) -> tuple[Section, Bullet] | None:
    """The bullet to work on: an open question first, else the unwritten one whose section has the smallest share of its
    words; None when all are written. Of equals the earlier one."""
    found = [
        (section, bullet)
        for section in plan.sections
        if section.key != NOT_PLACED
        for bullet in section.bullets
        if not (bullet.ticked if bullet.question else bullet.written)
    ]
    return min(found, key=lambda pair: (not pair[1].question, _share(pair[0])), default=None)


def emptiest_section(plan: Outline) -> Section | None:
    """The section with the smallest share of its words, of equals the earlier one; None where there is no section."""
    return min((section for section in plan.sections if section.level), key=_share, default=None)


def choose(
    found: Iterable[tuple[BoardPost, Step]],
    extra: Sequence[Step],
    minutes: int,
    days: Mapping[str, int],
    open_: Collection[str],
) -> list[Step]:
    """At most `MOST` steps that fit into `minutes` (0: any time), the most useful first; `extra` fill what is left.

    Posts with an open session (`open_`, by id) go first, then what is due within `SOON` days (`days` until the date,
    by id), then the posts that are nearest to done.
    """

    def rank(pair: tuple[BoardPost, Step]) -> tuple[bool, int, int, str]:
        row = pair[0]
        return row.id not in open_, min(days.get(row.id, SOON + 1), SOON + 1), -STAGES.index(row.stage), row.id

    steps = (*(step for _, step in sorted(found, key=rank)), *extra)
    return [step for one in steps if (step := _fitted(one, minutes))][:MOST]


def _fitted(step: Step, minutes: int) -> Step | None:
    """The step cut to the time there is, None when it does not fit. Writing can stop anywhere; other work cannot."""
    if not minutes or step.minutes <= minutes:
        return step
    if step.command.startswith("inkwright write") and minutes >= LEAST:
        command = step.command.replace(f"--minutes {WRITE}", f"--minutes {minutes}")
        return Step(step.what, step.why, command, minutes, step.post)
    return None


def _share(section: Section) -> float:
    return section.words / section.budget.high if section.budget.high else float(section.words)


def _in(section: Section) -> str:
    title = section.title or "the opening"
    budget = f" of {section.budget}" if section.budget.high else ""
    return f"“{title}” has {f'{section.words}{budget} words' if budget else counted(section.words, 'word')}"


def _due(row: BoardPost) -> str:
    return f"; publish by {row.publish_by}" if row.publish_by else ""


def _quoted(id_: str) -> str:
    return f"-- {shlex.quote(id_)}" if id_.startswith("-") else shlex.quote(id_)
