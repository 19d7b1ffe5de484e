"""Every post with its stage, its open gates and the next thing to do; computed from the files, nothing is stored."""

from msgspec.structs import replace

from inkwright.flows.check_context import Surroundings
from inkwright.flows.load import load_site
from inkwright.flows.out_folder import default_out
from inkwright.flows.outline import outlined
from inkwright.flows.own_posts import written
from inkwright.flows.planning import with_planning
from inkwright.flows.promote_items import promoted
from inkwright.flows.run_state import run_standing
from inkwright.lint.engine import check
from inkwright.measure.pillars import fault
from inkwright.model.board import Board, BoardPost
from inkwright.model.errors import UnreadableError
from inkwright.model.post import STAGES, Post
from inkwright.model.site import Unreadable
from inkwright.plan.breaches import is_empty
from inkwright.plan.outline import is_planned, rating
from inkwright.plan.pace import due
from inkwright.plan.stage import Facts, gates, next_gate, open_before, stage_of
from inkwright.site.paths import place_of
from inkwright.workspace.folder import Workspace


def board(workspace: Workspace, today: str) -> Board:
    """The board of a workspace; empty when it has no posts. `today` is ISO.

    A post that cannot be read, or whose record cannot, is among `unreadable`. Raises SettingsError.
    """
    site = load_site(workspace, today)
    surroundings = Surroundings(workspace, today, True)
    out = default_out(workspace, site.generator)
    rows: list[BoardPost] = []
    unreadable = list(site.unreadable)
    for post in written(site.posts):
        if post.file.kind == "post":
            try:
                row = row_of(workspace, surroundings, out, post)
                rows.append(row if post.published else replace(row, due=due(row.publish_by, today)))
            except UnreadableError as error:
                unreadable.append(Unreadable(error.path, error.line, error.message, error.hint))
    rows.sort(key=lambda row: (-STAGES.index(row.stage), row.publish_by or "9999", row.id))
    return Board(tuple(rows), tuple(unreadable))


def row_of(workspace: Workspace, surroundings: Surroundings, out: str, post: Post, look: bool = True) -> BoardPost:
    """One post's row. `out` is the folder that the site is built into. Raises UnreadableError.

    Without `look` the editor is not asked, which is what takes the time: gates after the draft say too little then.
    """
    post = with_planning(workspace, post)
    found = outlined(post)
    metadata, planning = post.metadata, post.metadata.planning
    context = surroundings.of(post.document, post.file.path) if look else None
    facts = Facts(
        id=post.file.id,
        plan=found.plan,
        planned=is_planned(found.plan, metadata),
        filed=bool(metadata.tags or metadata.pillar or metadata.series or metadata.keyword or planning.get("project")),
        beyond_docs=not is_empty(planning.get("beyond_docs")),
        unwritten=found.unwritten,
        open_questions=found.open_questions,
        run=run_standing(workspace, post.document, post.file.id).state,
        findings=tuple(check(post.document, context)) if context else (),
        held_back=post.held_back,
        built=workspace.exists(f"{out}/{place_of(post.url)}"),
        promoted=promoted(workspace, post),
        pillar_fault=fault(workspace.settings.pillars, metadata.pillar.strip()),
    )
    passed = gates(facts)
    stage = stage_of(passed)
    return BoardPost(
        post.file.id, post.file.path, metadata.title, metadata.template, stage, found.plan.words, found.plan.budget,
        str(planning.get("publish_by") or ""), next_gate(passed), next_gate(passed[STAGES.index(stage) :]),
        open_before(passed, stage), passed, interest=rating(planning.get("interest")),
        letter=context.letter.said if context and context.letter else "",
    )  # fmt: skip
