"""The published post whose readers went away, as a step for `today`. Nothing is checked, only counts are compared."""

import contextlib
import shlex

from inkwright.flows.later import later
from inkwright.flows.ledger_place import has_ledger
from inkwright.measure.stale import fall_said, is_old
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
        read = later("post_stats").read_lately(workspace, today, site)
        found = [
            (fell.now - fell.before, post.file.id, fell)
            for post in site.posts
            if post.published and is_old(post.metadata.updated or post.metadata.date, today)
            if post.file.id in read and (fell := read[post.file.id].fell)
        ]
        if found:
            _, id_, fell = min(found)
            why = fall_said(fell)
            return [Step(f"see what in {id_} has aged", why, f"inkwright stale {shlex.quote(id_)}", MINUTES, id_)]
    return []
