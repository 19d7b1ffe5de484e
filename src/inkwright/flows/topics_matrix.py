"""Topics -> the matrix of what can be proved and what is wanted."""

from collections.abc import Collection, Sequence

from inkwright.flows.bench_place import bench_file
from inkwright.flows.finding import opened_finder
from inkwright.flows.questions import questions
from inkwright.flows.survey import survey
from inkwright.flows.topics import topics
from inkwright.model.demand import Placed
from inkwright.model.errors import InkwrightError
from inkwright.model.found import QuestionGroup
from inkwright.model.topic import Topic
from inkwright.notes.demand import resolved
from inkwright.notes.links import linked_names, name_key
from inkwright.notes.matrix import ASKED_AGAIN, PLACES, Need, Proof, about, has_code, has_figures, place
from inkwright.workspace.demand import load_demand
from inkwright.workspace.finder import Finder, Line
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record

_Posts = Sequence[tuple[frozenset[str], bool, bool]]
"""For each post the notes that it links to, whether its code was run, whether it holds measurements."""


def matrix(workspace: Workspace, target: str = "") -> list[Placed]:
    """Every topic with its place, what to write now first. Raises UnreadableError, UsageError for an unknown target."""
    target = target or workspace.settings.target
    found, _ = topics(workspace, target)
    demand = resolved(load_demand(workspace)[0], found)
    asked = questions(workspace, ASKED_AGAIN)
    with opened_finder(workspace) as finder:
        posts = _posts(workspace, finder)
        log = [line for line in finder.lines() if line.kind == "log"]
        sorts = {row.path: row for row in finder.files("note", "paper")}
        rows = [
            place(
                one,
                _proof(one, finder, sorts, log, posts),
                Need(demand[one.label], _asked(one, asked), target, _pillar(workspace, one)),
            )
            for one in found
        ]
    order = list(PLACES.values())
    return sorted(rows, key=lambda row: (order.index(row.place), -row.need - row.prove, row.topic.lower()))


def _proof(topic: Topic, finder: Finder, rows: dict, log: Sequence[Line], posts: _Posts) -> Proof:
    members = [rows[one.path] for one in topic.members if one.path in rows]
    own = [finder.text(row.no) for row in members if row.kind == "note" and not row.sort]
    names = {name_key(row.id) for row in members}
    using = [(run, bench) for linked, run, bench in posts if linked & names]
    return Proof(
        len(own), sum(map(has_figures, own)), sum(map(has_code, own)),
        sum(about(topic, line.text, line.project) for line in log),
        sum(run for run, _ in using), sum(bench for _, bench in using), len(members) - len(own),
    )  # fmt: skip


def _asked(topic: Topic, groups: Collection[QuestionGroup]) -> dict[str, int]:
    paths = {one.path for one in topic.members if one.kind != "idea"}
    fits = (one for one in groups if about(topic, one.question) or any(each.path in paths for each in one.asked))
    return {one.question: one.count for one in fits}


def _pillar(workspace: Workspace, topic: Topic) -> str:
    known = {name.casefold(): name for name in workspace.settings.pillars}
    return known.get(topic.pillar.casefold()) or known.get(topic.label.casefold(), "")


def _posts(workspace: Workspace, finder: Finder) -> _Posts:
    ids = {post.path: post.id for post in survey(workspace).posts}
    found = []
    for row in finder.files("post"):
        try:
            run = bool(load_record(workspace, ids.get(row.path, row.id)).run.get("verified"))
        except InkwrightError:
            run = False
        measured = workspace.exists(bench_file(row.path, ".json"))
        found.append((linked_names(finder.text(row.no)), run, measured))
    return found
