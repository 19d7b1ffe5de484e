"""The files that a post names -> beside it where the export holds them; others stay, or are fetched when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field

from inkwright.model.errors import InkwrightError, NetError
from inkwright.model.imports import Attached, Fate, Incoming, Item
from inkwright.model.net import Reply
from inkwright.platforms.reading.files import kind_of, local_name, remote_name, whole_address
from inkwright.platforms.reading.page import destination
from inkwright.workspace.folder import Workspace, digest

Fetch = Callable[[str], Reply]


@dataclass
class Files:
    """Where each token of a post leads, the new files beside it by name, and the account."""

    places: dict[str, str] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    fetched: dict[str, str] = field(default_factory=dict)


def place_files(
    workspace: Workspace, post: Incoming, folder: str, read: Callable[[str], bytes], fetch: Fetch | None
) -> Files:
    """Find a place for every file of a post below `folder`. Nothing is written."""
    found = Files()
    for one in post.attached:
        try:
            data = one.data or (read(one.file) if one.file else b"")
        except InkwrightError as error:
            _account(found, one, one.address, "lost", error.message)
            continue
        if data or one.file:
            name = _named(workspace, folder, local_name(one.file or "picture", data), data, found)
            found.new[name] = data
            _account(found, one, name, "kept")
        else:
            _elsewhere(workspace, post, one, folder, fetch, found)
    return found


def _named(workspace: Workspace, folder: str, name: str, data: bytes, found: Files) -> str:
    """The name itself, or with a part of its hash when another file has it."""
    stem, dot, ending = name.rpartition(".")
    other = f"{stem}-{digest(data)[:8]}.{ending}" if dot else f"{name}-{digest(data)[:8]}"
    if name in found.new:
        return name if found.new[name] == data else other
    path = f"{folder}/{name}"
    return name if not workspace.exists(path) or workspace.read_bytes(path) == data else other


def _elsewhere(
    workspace: Workspace, post: Incoming, one: Attached, folder: str, fetch: Fetch | None, found: Files
) -> None:
    """A file that the export does not hold."""
    address = whole_address(one, post.urls)
    if not address:
        _account(found, one, destination(one.address), "lost", "the export does not hold it")
        return
    name = next(
        (each for each in (remote_name(address), *_endings(address)) if workspace.exists(f"{folder}/{each}")), ""
    )
    why = "it stays at its address; --online fetches it"
    if not name and fetch and one.kind == "picture":
        try:
            reply = fetch(address)
            media = reply.headers.get("content-type", "")
            if reply.status == 200 and (media.startswith("image/") or kind_of(reply.body)):
                name = remote_name(address, reply.body)
                found.new[name] = reply.body
            why = f"it stays at its address, which gave {reply.status} {media}".rstrip()
        except NetError as error:
            why = f"it stays at its address: {error.message}"
    if name:
        found.fetched[destination(address)] = name
    _account(found, one, name or destination(address), "kept" if name else "changed", "" if name else why)


def _endings(address: str) -> list[str]:
    bare = remote_name(address)
    return [] if "." in bare else [f"{bare}{ending}" for ending in (".png", ".jpg", ".gif", ".svg", ".webp", ".avif")]


def _account(found: Files, one: Attached, place: str, fate: Fate, why: str = "") -> None:
    found.places[one.token] = place
    found.items.append(Item(one.kind, fate, one.address[:300], why))
