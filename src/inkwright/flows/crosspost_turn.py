"""One platform's turn: a copy that is there is changed, one that may be there is looked for before one is made."""

from hashlib import sha256

from msgspec.structs import replace

from inkwright.flows.abroad import Abroad
from inkwright.flows.crosspost_copy import Prepared
from inkwright.flows.crosspost_pictures import with_pictures
from inkwright.flows.crosspost_record import Known, remember_copy, write_back
from inkwright.model.crosspost import CopyDone, CopyState
from inkwright.model.errors import NetError
from inkwright.net.client import Client
from inkwright.platforms.writing.copies import Article, Copy
from inkwright.platforms.writing.talk import Refused
from inkwright.workspace.records import record_path

UNSENT = frozenset({"offline", "refused-address", "dns", "connect", "tls", "issuer"})
"""Kinds of network errors after which certainly nothing was sent."""


def turn(post: Abroad, one: Prepared, article: Article, known: Known, wire: Client) -> CopyDone:
    """One platform. What is asked of it is written down before, so that a run that is cut off is known to the next."""
    platform, digest = one.platform, _digest(article)
    there = Copy(str(known["id"]), str(known.get("url", ""))) if known.get("id") else None
    state: CopyState = "updated"
    if there and known.get("digest") == digest:
        write_back(post, platform.name, there.url)
        return CopyDone(platform.name, platform.label, "unchanged", there.url)
    if there is None and platform.find is not None:
        there = platform.find(wire, one.account, article)
    elif there is None and known.get("state") == "sending":
        where = f"[remote.{platform.name}] in {record_path(post.post.file.id)}"
        said = (
            f"an earlier run was cut off, and {platform.label} cannot tell whether the copy is there. Look: if it is,"
            f" write its `id` below {where}; if not, delete that table. Then run this again"
        )
        return CopyDone(platform.name, platform.label, "uncertain", "", said)
    if there and platform.update is None:
        said = f"{platform.label} lets nobody change what was said; delete it there to say it again"
        _done(post, one, known, there, digest)
        return CopyDone(platform.name, platform.label, "unchanged", there.url, said)
    article, known = with_pictures(post, one, article, known, wire)
    if there and platform.update is not None:
        copy = _updated(post, one, article, known, wire, there)
    else:
        copy, state = None, "created"
    if copy is None:
        copy, state = _created(post, one, article, known, wire), "created"
    _done(post, one, known, copy, digest)
    return CopyDone(platform.name, platform.label, state, copy.url)


def _updated(post: Abroad, one: Prepared, article: Article, known: Known, wire: Client, there: Copy) -> Copy | None:
    """The copy with what it says now; None for one that somebody deleted there."""
    assert one.platform.update is not None
    remember_copy(post, one.platform.name, {**known, "id": there.id, "url": there.url})
    try:
        return one.platform.update(wire, one.account, article, there)
    except Refused as error:
        if not error.gone:
            raise
        return None


def _created(post: Abroad, one: Prepared, article: Article, known: Known, wire: Client) -> Copy:
    name = one.platform.name
    kept = {"pictures": known.get("pictures")}
    remember_copy(post, name, {**kept, "state": "sending", "moment": known["moment"]})
    try:
        return one.platform.create(wire, one.account, article)
    except (Refused, NetError) as error:
        if error.sure if isinstance(error, Refused) else error.kind in UNSENT:
            remember_copy(post, name, kept)
        raise


def _done(post: Abroad, one: Prepared, known: Known, copy: Copy, digest: str) -> None:
    kept = {name: known.get(name) for name in ("moment", "home", "pictures")}
    remember_copy(post, one.platform.name, {"id": copy.id, "url": copy.url, "digest": digest, **kept})
    write_back(post, one.platform.name, copy.url)


def _digest(article: Article) -> str:
    return sha256(repr(replace(article, moment="", now="")).encode("utf-8", "replace")).hexdigest()
