"""A published post -> a draft again: its page, its place in lists and feeds go with the next build; the trail stays."""

from datetime import datetime

from msgspec import Struct

from inkwright.flows.publish_post import Subject
from inkwright.flows.publish_ship import own_site, pages_of, ship
from inkwright.flows.publish_subject import subject_of
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.publishing import Published, Release
from inkwright.plan.trail import SCHEDULED, UNPUBLISHED, Event, noted, state
from inkwright.platforms.publishing import held
from inkwright.workspace.folder import Workspace
from inkwright.workspace.gone import set_gone


class Withdrawal(Struct, frozen=True):
    """How to take a post back: the moment, who does it and why, whether its address says "gone" instead of "not
    found", and whether to say only what would happen. `whole` takes no beginning of a name."""

    now: datetime
    who: str
    why: str = ""
    gone: bool = False
    dry: bool = False
    whole: bool = False


def unpublish(workspace: Workspace, name: str, how: Withdrawal) -> Release:
    """Take the post that `name` means back; one that was taken back before may still be said to be gone for good.

    Raises UsageError for one that is neither published nor scheduled.
    """
    found = survey(workspace)
    subject = subject_of(found, name, how.now.date().isoformat(), how.whole)
    _require_out(subject, how.gone)
    changes = held(found.generator)
    url = _address(subject)
    hint = "" if own_site(found) else f"{found.generator.label} makes the site here: build it as you always do."
    done = Published(
        subject.post.file.path, "unpublished", url, subject.post.metadata.date,
        changes=subject.lines(changes), dry=how.dry, hint=hint,
        pages=pages_of(subject, changes) if how.dry else (),
    )  # fmt: skip
    if how.dry:
        return Release((done,))
    written = subject.write(changes)
    event = Event(UNPUBLISHED, how.now.isoformat(timespec="seconds"), how.who, how.why)
    subject.keep(noted(subject.record, event, UNPUBLISHED, written.text, done.url))
    set_gone(workspace, done.url, subject.today if how.gone else "")
    return ship(found, (done,), how.now)


def _address(subject: Subject) -> str:
    """Where its readers found it: of a post that was taken back before, the address that it had then."""
    former = str(subject.record.publishing.get("url") or "") if not subject.post.published else ""
    return former or subject.post.url


def _require_out(subject: Subject, gone: bool) -> None:
    stood = (SCHEDULED, UNPUBLISHED) if gone else (SCHEDULED,)
    if not subject.post.published and state(subject.record) not in stood:
        why = subject.post.held_back
        raise UsageError(
            f"it is not published: {why}", path=subject.post.file.path, hint="There is nothing to take back."
        )
