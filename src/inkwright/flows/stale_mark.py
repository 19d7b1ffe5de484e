"""An author looked at an old post -> `updated` and a line of its changes, and what they answered is not named again."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.errata import Corrected, correct
from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.stale import ANSWERED, answered
from inkwright.flows.stale_look import Look
from inkwright.flows.survey import survey
from inkwright.lint.external import external
from inkwright.measure.stale import unanswered
from inkwright.model.net import LinkAnswer
from inkwright.model.post import Post
from inkwright.model.stale import Sign
from inkwright.workspace.folder import Workspace
from inkwright.workspace.link_answers import link_answers
from inkwright.workspace.records import load_record, save_record


class Marked(Struct, frozen=True):
    """What was written, and the signs of age that this answers, gravest first."""

    corrected: Corrected
    signs: tuple[Sign, ...]


def mark(
    workspace: Workspace, name: str, note: str, now: datetime, who: str, answers: Mapping[str, LinkAnswer]
) -> Marked:
    """Add a note to the changes of the post that `name` means, and keep what it answers: all that `stale` names of it
    now. That is named again when it changes (another release, another link, other code), or after 18 months. `answers`
    is what asking for external addresses showed; without any, what is still known of them goes.

    Raises UsageError for an empty note, UnreadableError, ConflictError when the file changed meanwhile.
    """
    found, today = survey(workspace), now.date().isoformat()
    post = load_post(found, find_post(found, name).path, today)
    known = answers or _known(workspace, post, today)
    seen = Look(workspace, today, known, look_over=False).at(post).signs if post.published else ()
    named = unanswered(seen, answered(workspace, post.file.id), today)
    corrected = correct(workspace, name, note, now, who, "changes")
    record = load_record(workspace, corrected.id)
    # a link that was not asked for now is not known to be mended
    kept = {key: day for key, day in answered(workspace, corrected.id).items() if key.startswith("link:")}
    kept |= {one.key: today for one in seen if one.key}
    publishing = {key: value for key, value in record.publishing.items() if key != ANSWERED}
    save_record(workspace, replace(record, publishing={**publishing, **({ANSWERED: kept} if kept else {})}))
    return Marked(corrected, named)


def _known(workspace: Workspace, post: Post, today: str) -> dict[str, LinkAnswer]:
    """Fresh answers for the external links of a post: `stale --online` may have named one just before."""
    with link_answers(workspace, today) as kept:
        found = {link.address: kept.get(link.address) for link in external(post.document)}
    return {address: answer for address, answer in found.items() if answer}
