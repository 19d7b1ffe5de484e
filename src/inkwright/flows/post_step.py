"""A post -> its next step; the editor is asked only when the draft is done, because nothing before that needs it."""

from inkwright.flows.board import row_of
from inkwright.flows.check_context import Surroundings
from inkwright.flows.outline import outlined
from inkwright.model.board import BoardPost
from inkwright.model.post import Post
from inkwright.model.resume import Step
from inkwright.model.session import OpenSession
from inkwright.plan.steps import next_step
from inkwright.workspace.folder import Workspace


def step_of(
    workspace: Workspace, surroundings: Surroundings, out: str, post: Post, session: OpenSession | None
) -> tuple[BoardPost, Step | None]:
    """The post's row and its next step, None when there is none before its promotion. `session` is the one that is
    open on it. The row's gates after the draft are complete only for a draft that is done. Raises UnreadableError."""
    row = row_of(workspace, surroundings, out, post, look=False)
    drafted = all(gate.passed for gate in row.gates if gate.stage == "drafted")
    if drafted and session is None:
        row = row_of(workspace, surroundings, out, post)
    return row, next_step(row, outlined(post).plan, session)
