"""What telling people of published posts asks for today, as steps for `today`."""

import contextlib
from datetime import date

from inkwright.flows.promote_items import items_of
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Post
from inkwright.model.record import PostRecord
from inkwright.model.resume import Step
from inkwright.model.site import Site
from inkwright.plan.trail import PUBLISHED, state
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record

FRESH, PAST = 7, 60
"""Days after its date in which a post without drafts is named, and in which an item that is due is. **Source:** own
choice: what nobody did in two months is not wanted."""
_MINUTES = 15


def promotion_steps(workspace: Workspace, site: Site, today: str) -> list[Step]:
    """A step for each post with an item due, and for each one of this week without drafts; the latest first.

    A post that the site shows counts by its date, whether `publish` brought it there, git or a hand.
    """
    found: list[tuple[str, Step]] = []
    for post in site.posts:
        if post.file.kind == "post" and post.published:
            with contextlib.suppress(InkwrightError):
                step = _step(post, load_record(workspace, post.file.id), today)
                found += [(post.metadata.date, step)] if step else []
    return [step for _, step in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _step(post: Post, record: PostRecord, today: str) -> Step | None:
    id_ = post.file.id
    if not record.promotion:
        known = state(record)
        fresh = known in ("", PUBLISHED) and 0 <= _age(post.metadata.date, today) <= FRESH
        came = "was published on" if known else "is dated"
        why = f"it {came} {post.metadata.date[:10]}, and drafts are cut from its own sentences"
        return Step(f"tell people of {id_}", why, f"inkwright promote {id_}", _MINUTES, id_) if fresh else None
    items = items_of(record, post)
    due = [item for item in items if item.open and 0 <= _age(item.due, today) <= PAST]
    if not due:
        return None
    done = sum(bool(item.done) for item in items)
    more = f" (and {len(due) - 1} more)" if len(due) > 1 else ""
    why = f"due {due[0].due}; {done} of {sum(not item.left_out for item in items)} done"
    return Step(f"{due[0].text}{more}: {id_}", why, f"inkwright promote {id_}", _MINUTES, id_)


def _age(day: str, today: str) -> int:
    """Days since a day, negative before it and for no day."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day[:10])).days
    except ValueError:
        return -1
