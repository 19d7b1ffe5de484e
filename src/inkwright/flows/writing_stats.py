"""The writer's own sessions -> words an hour, best hours, drafts a month; and how long a post may still take."""

from collections import Counter

from inkwright.flows.find_post import find_post
from inkwright.flows.outline import outline
from inkwright.flows.session_log import told
from inkwright.flows.survey import survey
from inkwright.model.session import Estimate, Habits, Session
from inkwright.plan.estimate import estimate, habits
from inkwright.workspace.folder import Workspace


def writing_stats(workspace: Workspace) -> Habits:
    """What the log tells about writing; nothing is known of an empty one. Raises UnreadableError.

    A draft counts in the month in which it was ended first.
    """
    found = told(workspace)
    first: dict[str, str] = {}
    for date, post in found.ended:
        first[post] = min(date, first.get(post, date))
    return habits(found.sessions, Counter(date[:7] for date in first.values()))


def passes(workspace: Workspace, name: str) -> tuple[Session, ...]:
    """The sessions on the post that `name` means, drafting and editing, in the order of the days. Raises UsageError."""
    id_ = find_post(survey(workspace), name).id
    return tuple(one for one in told(workspace).sessions if one.post == id_)


def effort(workspace: Workspace, name: str) -> Estimate:
    """How long the rest of the post that `name` means may take, by the middle of its word budget. Raises UsageError."""
    found = outline(workspace, name)
    goal = (found.plan.budget.low + found.plan.budget.high) // 2
    return estimate(found.post.file.id, found.plan.words, goal, told(workspace).sessions)
