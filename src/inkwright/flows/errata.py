"""A correction -> one dated line more in a post's front matter, which its page shows at its end."""

from datetime import datetime

from msgspec import Struct

from inkwright.flows.publish_ship import own_site
from inkwright.flows.publish_subject import subject_of
from inkwright.flows.survey import survey
from inkwright.model.publishing import KeyChange
from inkwright.plan.trail import Event, noted, state
from inkwright.platforms.corrections import added
from inkwright.platforms.publishing import refreshed
from inkwright.workspace.folder import Workspace


class Corrected(Struct, frozen=True):
    """The post's path and id, the lines of its front matter that changed (none where the line was there already), and
    what is left to the author ("" for nothing)."""

    path: str
    id: str
    changes: tuple[KeyChange, ...]
    hint: str = ""


def correct(workspace: Workspace, name: str, text: str, now: datetime, who: str, key: str = "errata") -> Corrected:
    """Add a line to the errata of the post that `name` means, or under `key` to its change log. A published post is
    marked as updated today and its record keeps the event; nothing is built.

    Raises UsageError for an empty text, ConflictError when the file changed meanwhile.
    """
    found, today = survey(workspace), now.date().isoformat()
    subject = subject_of(found, name, today)
    changes = added(subject.post.document.front_matter.data, key, text, today)
    post = subject.post.file
    if not changes:
        return Corrected(post.path, post.id, ())
    if subject.post.published:
        changes |= refreshed(subject.entry, found.generator, today)
    lines = subject.lines(changes)
    written = subject.write(changes)
    if stands := state(subject.record):
        event = Event("corrected" if key == "errata" else "reviewed", now.isoformat(timespec="seconds"), who, text)
        url = str(subject.record.publishing.get("url") or written.post.url)
        known = str(subject.record.publishing.get("text") or "")
        subject.keep(noted(subject.record, event, stands, known, url))
    hint = "" if own_site(found) else f"{found.generator.label} shows it where your theme reads `{key}`."
    return Corrected(post.path, post.id, lines, hint)
