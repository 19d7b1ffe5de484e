"""The stage of a post, computed from facts and never typed: nine gates, each passed or open on its own account.

Gates are no queue: who builds before writing passes "evidenced" before "drafted". Only "edited" and "proofed" wait
for a finished draft, because nothing is looked for in a text that is still being written.
"""

import shlex
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from inkwright.model.counted import counted
from inkwright.model.finding import Finding
from inkwright.model.outline import NOT_PLACED, Outline
from inkwright.model.post import STAGES, Gate, Stage

RunState = Literal["none", "never", "stale", "failed", "passed"]
MIN_WORDS = 50
"""Words of prose from which a post counts as begun. **Source:** own choice: half of the smallest section budget."""
WRITING = frozenset({"wordiness", "clarity", "terms", "rhythm", "voice", "structure", "template", "originality"})
"""Categories of findings that the edit settles."""
SURFACE = frozenset({"links", "media", "seo", "code", "spelling", "grammar", "privacy"})
"""Categories of findings that proofreading settles."""
ADVICE = frozenset({"budget", "question", "stray", "written"})
"""Kinds of breaches that do not hold the outline up: budgets and stray sections are advice, open questions block the
proof, and what a written section lacks blocks the evidence or the edit."""


class Facts(Struct, frozen=True):
    """What is known of one post.

    `planned`: the writer made a plan (see `plan.outline.is_planned`). `filed`: it has a tag, pillar, series, keyword
    or project. `beyond_docs`: the line on what the docs lack is filled. `run` says how its snippets stand ("none":
    it has none that run). `findings` are those of the editor. `held_back` is why the site does not show it ("" when
    it does), `built` whether its page is there. `promoted` is None where promotion is not tracked.
    `pillar_fault` is what is wrong with its pillar, "" for nothing.
    """

    id: str
    plan: Outline
    planned: bool
    filed: bool
    beyond_docs: bool
    unwritten: int
    open_questions: int
    run: RunState
    findings: tuple[Finding, ...] = ()
    held_back: str = ""
    built: bool = False
    promoted: bool | None = None
    pillar_fault: str = ""


def gates(facts: Facts) -> tuple[Gate, ...]:
    """All nine gates in the order of `STAGES`."""
    return tuple(_gate(stage, _MISSING[stage](facts), facts.id) for stage in STAGES)


def stage_of(found: tuple[Gate, ...]) -> Stage:
    """The furthest stage whose gate is passed."""
    return max((gate.stage for gate in found if gate.passed), key=STAGES.index, default="idea")


def open_before(found: tuple[Gate, ...], stage: Stage) -> tuple[Gate, ...]:
    """The gates before a stage that are still open, in order."""
    return tuple(gate for gate in found[: STAGES.index(stage)] if not gate.passed)


def next_gate(found: tuple[Gate, ...]) -> Gate | None:
    """The first open gate, None when all are passed."""
    return next((gate for gate in found if not gate.passed), None)


def _gate(stage: Stage, missing: tuple[str, str], id_: str) -> Gate:
    what, verb = missing
    typed = f"-- {shlex.quote(id_)}" if id_.startswith("-") else shlex.quote(id_)
    command = f"inkwright {verb}".replace("POST", typed) if verb else ""
    return Gate(stage, not what, what, command if what else "")


def _idea(facts: Facts) -> tuple[str, str]:
    return "", ""


def _grouped(facts: Facts) -> tuple[str, str]:
    if facts.pillar_fault:
        return facts.pillar_fault, ""
    return ("" if facts.filed else "no tag, pillar or series says where it belongs"), ""


def _outlined(facts: Facts) -> tuple[str, str]:
    if not facts.planned and facts.plan.words >= MIN_WORDS:
        return "", ""
    wrong = [breach for breach in facts.plan.breaches if breach.kind not in ADVICE]
    return _first([breach.message for breach in wrong]), "outline POST"


def _drafted(facts: Facts) -> tuple[str, str]:
    plan = facts.plan
    sections = [section for section in plan.sections if section.key != NOT_PLACED]
    bullets = sum(len(section.bullets) for section in sections)
    if plan.words < MIN_WORDS:
        return (
            "nothing is written yet" if not plan.words else f"only {counted(plan.words, 'word')} so far"
        ), "write POST"
    if facts.unwritten:
        return f"{facts.unwritten} of {bullets} planned bullets are not written", "write POST"
    empty = [section.title for section in sections if not section.words and (section.key or section.bullets)]
    return _first([f"the section `{title}` is empty" for title in empty]), "write POST"


def _evidenced(facts: Facts) -> tuple[str, str]:
    if facts.run not in ("none", "passed"):
        said = {"never": "its snippets have not been run", "stale": "its code changed since it was run"}
        return said.get(facts.run, "a snippet fails or prints something else"), "run POST"
    if facts.run == "none" and facts.plan.words < MIN_WORDS:
        return "there is nothing to prove yet", "outline POST"
    absent = _lacking(facts, counted=False)
    if absent:
        return _first(absent), "outline POST"
    return _count(facts, frozenset({"claims"}), "claim without evidence", "claims without evidence"), "check POST"


def _edited(facts: Facts) -> tuple[str, str]:
    if _drafted(facts)[0]:
        return "the draft is not finished", "write POST"
    if facts.planned and not facts.beyond_docs:
        return "`beyond_docs` is empty: what is here that the official docs lack?", ""
    absent = _lacking(facts, counted=True)
    if absent:
        return _first(absent), "outline POST"
    return _count(facts, WRITING, "finding of the editor", "findings of the editor"), "check POST"


def _proofed(facts: Facts) -> tuple[str, str]:
    if _drafted(facts)[0]:
        return "the draft is not finished", "write POST"
    if facts.open_questions:
        many = "s" if facts.open_questions > 1 else ""
        return f"{facts.open_questions} open question{many} in its plan", "outline POST"
    one, several = "finding on links, pictures or code", "findings on links, pictures or code"
    return _count(facts, SURFACE, one, several), "check POST"


def _published(facts: Facts) -> tuple[str, str]:
    if facts.held_back == "draft":
        return "it is a draft: publish it when you are ready", "publish POST"
    if facts.held_back:
        return f"it is held back: {facts.held_back}", "build"
    return ("" if facts.built else "its page is not built yet"), "build"


def _promoted(facts: Facts) -> tuple[str, str]:
    if facts.promoted is None:
        return "not yet", "promote POST"
    return ("" if facts.promoted else "the promotion checklist is open"), "promote POST"


_MISSING: dict[Stage, Callable[[Facts], tuple[str, str]]] = {
    "idea": _idea, "grouped": _grouped, "outlined": _outlined, "drafted": _drafted, "evidenced": _evidenced,
    "edited": _edited, "proofed": _proofed, "published": _published, "promoted": _promoted,
}  # fmt: skip
"""For each gate, what is missing ("" when it is passed) and the command that helps."""


def _count(facts: Facts, categories: frozenset[str], one: str, many: str) -> str:
    """How many findings of warning and above there are in some categories; SEO advice only counts as an error."""
    found = [
        finding for finding in facts.findings
        if finding.category in categories and finding.severity != "suggestion"
        and (finding.category != "seo" or finding.severity == "error")
    ]  # fmt: skip
    return "" if not found else f"1 {one}" if len(found) == 1 else f"{len(found)} {many}"


def _lacking(facts: Facts, counted: bool) -> list[str]:
    """A sentence for each section that lacks a required part; `counted` parts (lists, subsections) or the others."""
    found = []
    for section in facts.plan.sections:
        missing = [part for part in section.missing if (":" in part) is counted]
        if missing:
            found.append(f"`{section.title}` lacks {', '.join(missing)}")
    return found


def _first(messages: list[str]) -> str:
    """The first message, and how many more there are; "" for none."""
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"{messages[0]}{more}" if messages else ""
