"""The published post whose readers went away, as a step for `today`. Nothing is checked, only counts are compared."""

import contextlib
import shlex
from datetime import date

from inkwright.flows.later import later
from inkwright.flows.ledger_place import has_ledger
from inkwright.measure.traffic import QUARTER, quarters
from inkwright.model.errors import InkwrightError
from inkwright.model.resume import Step
from inkwright.model.site import Site
from inkwright.workspace.folder import Workspace

MINUTES = 20
"""Minutes to look at a post again. **Source:** own choice."""


def stale_steps(workspace: Workspace, site: Site, today: str) -> list[Step]:
    """The post that lost most readers from one quarter to the next, [] for none. One that its author looked at within
    the last quarter is left alone, since readers need that long to come back. `today` is ISO.

    The ledger is opened only where there is one; one that cannot be read is left to `doctor`.
    """
    if not has_ledger(workspace):
        return []
    with contextlib.suppress(InkwrightError):
        views = later("post_stats").views_by_day(workspace, today, site)
        found = [
            (seen.now - seen.before, post.file.id, seen)
            for post in site.posts
            if post.published and _is_old(post.metadata.updated or post.metadata.date, today)
            if (seen := quarters(views.get(post.file.id, {}), today)).fell
        ]
        if found:
            _, id_, seen = min(found)
            why = f"{seen.now:,} views in the last three months, {seen.before:,} in the three before"
            return [Step(f"see what in {id_} has aged", why, f"inkwright stale {shlex.quote(id_)}", MINUTES, id_)]
    return []


def _is_old(looked_at: str, today: str) -> bool:
    """Whether the author last said that a post holds longer than a quarter ago, or nobody knows when."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(looked_at[:10])).days > QUARTER
    except ValueError:
        return True
