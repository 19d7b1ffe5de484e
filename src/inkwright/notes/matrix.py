"""The topic matrix: what a writer can prove, against what readers or a career need; each point with its reason."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from inkwright.model.demand import Demand, Placed
from inkwright.model.regex import regex
from inkwright.model.topic import Topic
from inkwright.notes.links import FENCE
from inkwright.notes.subjects import subjects_of
from inkwright.notes.topic_kind import TARGETS
from inkwright.similar.stems import stems

CAN_PROVE = 4
"""Points of proof from which a topic can be proved: say, figures and code of one's own."""
WANTED = 2
"""Points of need from which a topic is wanted: say, one counted source, or a question asked three times."""
MOST_EACH = 3
"""Points that one kind of proof gives at most: ten notes with code are still only code."""
ASKED_AGAIN = 2
IN_COMMON = 2
"""Terms of a topic that a line must hold to be about it, unless its subject or its project is the topic's."""
MANY, VERY_MANY = 10, 100
"""Counts from which a source gives a point more. **Source:** all of this is own choice, after requirement GRP-5."""
PLACES = {
    (True, True): "write now",
    (False, True): "prove it first",
    (True, False): "for your own sake",
    (False, False): "let it rest",
}
"""Where a topic stands by whether it can be proved and whether it is wanted."""
_FIGURE = regex(
    r"(?<![\w.])\d[\d,.]*\s?(?:%|ms|µs|us|ns|s|seconds?|minutes?|x|times|[kKMGT]i?B(?:/s)?|tokens?|rows?|req/s|fps"
    r"|tflops|points?)(?!\w)",
    re.I,
)


class Proof(Struct, frozen=True):
    """What is at hand for a topic: notes of the writer's own with figures and with code, entries of the log on it,
    posts on it whose code was run and that hold measurements, and notes in another's words."""

    notes: int = 0
    figures: int = 0
    code: int = 0
    log: int = 0
    runs: int = 0
    benchmarks: int = 0
    clips: int = 0


class Need(Struct, frozen=True):
    """What speaks for a topic: evidence of demand, questions that were asked again with how often, the employer type
    that the writer aims at, and whether it belongs to a declared pillar."""

    demand: Sequence[Demand] = ()
    questions: Mapping[str, int] = field(default_factory=dict)
    target: str = ""
    pillar: str = ""


def has_figures(text: str) -> bool:
    """Whether a text holds a measured figure: a number with its unit, outside code."""
    return bool(_FIGURE.search(FENCE.sub(" ", text)))


def has_code(text: str) -> bool:
    """Whether a text holds a block of code."""
    return bool(FENCE.search(text))


def about(topic: Topic, text: str, project: str = "") -> bool:
    """Whether a line is about a topic: by its project, by terms in common, or by the subject both are called after."""
    if project and topic.project and project.casefold() == topic.project.casefold():
        return True
    said = set(stems(f"{text} {project}"))
    terms = {*stems(topic.label), *stems(" ".join(topic.shared))}
    return len(said & terms) >= IN_COMMON or topic.label.partition(":")[0] in subjects_of(f"{text} {project}", "")


def place(topic: Topic, proof: Proof, need: Need) -> Placed:
    """The topic with its place, its points and the reasons for each."""
    can, can_why = _proved(proof)
    wanted, wanted_why = _needed(topic, need)
    where = PLACES[can >= CAN_PROVE, wanted >= WANTED]
    return Placed(topic.label, where, can, wanted, tuple(can_why), tuple(wanted_why), topic.post)


def _proved(proof: Proof) -> tuple[int, list[str]]:
    counted = (
        (proof.figures, 1, "note of yours with figures", "notes of yours with figures"),
        (proof.code, 1, "note of yours with code", "notes of yours with code"),
        (proof.log, 1, "log entry", "log entries"),
        (proof.runs, 2, "post whose code was run", "posts whose code was run"),
        (proof.benchmarks, 2, "post with benchmarks", "posts with benchmarks"),
    )
    points, why = 0, []
    for count, each, one, many in counted:
        if count:
            points += each * min(count, MOST_EACH)
            why.append(_count(count, one, many))
    if proof.clips and not proof.notes:
        why.append(f"only {_count(proof.clips, 'clip', 'clips')} in other people's words")
    return points, why or ["nothing measured, coded or logged yet"]


def _needed(topic: Topic, need: Need) -> tuple[int, list[str]]:
    points, why = 0, []
    for source in dict.fromkeys(row.source for row in need.demand):
        rows = [row for row in need.demand if row.source == source]
        most = max(rows, key=lambda row: row.count)
        points += 1 + (most.count >= MANY) + (most.count >= VERY_MANY)
        counted = f"{most.count:,} {most.unit}".rstrip() if most.count else _count(len(rows), "line", "lines")
        why.append(
            f"{source}: {counted}{f', {most.date}' if most.date else ''}{f' ({most.text})' if most.text else ''}"
        )
    for question, times in need.questions.items():
        points += min(times, MOST_EACH) - 1
        why.append(f"asked {times} times: {question}")
    if topic.post in TARGETS.get(need.target, ()):
        points += 1
        why.append(f"{need.target} employers read a {topic.post}")
    if need.pillar:
        points += 1
        why.append(f"it belongs to your pillar {need.pillar}")
    return points, why or ["no demand noted yet (inkwright topics demand)"]


def _count(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"
