"""A post -> drafts of what to say of it, each cut from its own sentences, and what is left to do. Posts nothing."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.promote_files import keep_drafts
from inkwright.flows.promote_items import record_with, standing
from inkwright.flows.promote_reddit import share_of
from inkwright.flows.promote_subject import Told, told
from inkwright.model.promotion import Draft, Promotion
from inkwright.promote.drafts import draft
from inkwright.promote.links import tagged
from inkwright.promote.networks import names, network
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import save_record, settle


class Wish(Struct, frozen=True):
    """What is asked for: the networks (empty for those of the settings, else all), tags at the address (None for what
    the settings say), and what is known of Reddit ("" for nothing)."""

    networks: tuple[str, ...] = ()
    tags: bool | None = None
    reddit: str = ""


def promote(workspace: Workspace, name: str, today: str, wish: Wish) -> Promotion:
    """Make the drafts that are not there yet, and say how telling people of the post stands. `today` is ISO.

    A draft that the writer changed stays as it is; where the post changed since, a newer one is laid beside it. A
    second run on the same text writes nothing. Raises UsageError, UnreadableError, UnwritableError, ConflictError.
    """
    found = told(workspace, name, today)
    settle(workspace, found.post.file.id)
    share = share_of(found, wish.reddit)
    made = drafts(found, wish.networks or workspace.settings.promote.networks or names(), wish.tags)
    known = found.record.promotion.get("drafts")
    files, digests = keep_drafts(workspace, found.post.file.id, made, known if isinstance(known, dict) else {})
    record = record_with(found.record, "drafts", digests)
    save_record(workspace, record)
    promotion = standing(replace(found, record=record))
    return replace(promotion, drafts=files, share=share)


def drafts(found: Told, networks: Sequence[str], tags: bool | None = None) -> list[Draft]:
    """The drafts of a post for some networks, in memory. Raises UsageError for a network that is not known."""
    scored = found.scored
    tags = found.workspace.settings.promote.tagged if tags is None else tags
    made = []
    for name in networks:
        url = tagged(found.subject.url, name, found.subject.slug) if tags else found.subject.url
        made.append(draft(network(name), replace(found.subject, url=url), scored))
    return made
