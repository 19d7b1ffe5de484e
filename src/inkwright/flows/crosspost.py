"""Prepared copies -> the platforms: one that is there is changed, one that may be there is looked for first."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_account import allowed
from inkwright.flows.crosspost_prepare import Prepared
from inkwright.flows.crosspost_record import home_on, known_copy
from inkwright.flows.crosspost_turn import turn
from inkwright.model.crosspost import CopyDone
from inkwright.model.errors import NetError
from inkwright.net.client import Client
from inkwright.platforms.writing.talk import Refused
from inkwright.workspace.turns import one_at_a_time


def crosspost(post: Abroad, prepared: Sequence[Prepared], moment: str) -> Iterator[CopyDone]:
    """Send each copy and tell what became of it. `moment` is now, in ISO, UTC.

    A platform that fails does not keep the others from their turn. Raises UnwritableError, ConflictError,
    UnreadableError for the post's record.
    """
    wire = Client(allow=tuple(allowed(one.platform, one.account) for one in prepared))
    for one in prepared:
        with one_at_a_time(post.workspace, "crosspost"):
            done = _one(post, one, moment, wire)
        yield done


def _one(post: Abroad, one: Prepared, moment: str, wire: Client) -> CopyDone:
    """One platform. Another program that sends the same copy waits, and then finds this one."""
    home, address = home_on(post)
    at_home = not post.original and home in ("", one.platform.name)
    known = {**known_copy(post, one.platform.name)}
    known.setdefault("moment", moment)
    known["home"] = at_home and one.platform.form != "link"
    canonical = "" if at_home else post.original or address
    article = replace(one.article, canonical=canonical, moment=str(known["moment"]), now=moment)
    if one.platform.form == "link" and not canonical:
        said = "there is no address to lead to. Set `base_url`, or send the post to a platform with its text first"
        return CopyDone(one.platform.name, one.platform.label, "failed", "", said)
    try:
        return turn(post, one, article, known, wire)
    except (Refused, NetError) as error:
        return CopyDone(one.platform.name, one.platform.label, "failed", str(known.get("url", "")), str(error))
