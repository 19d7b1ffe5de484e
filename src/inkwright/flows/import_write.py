"""One post that comes in -> its file, its pictures and its record. Killed at any moment, the next run completes it;
what the writer has changed since is never written over."""

import re

from msgspec.structs import replace

from inkwright.flows.import_files import Files
from inkwright.flows.import_known import Known, remember
from inkwright.flows.import_place import Placed
from inkwright.model.imports import State
from inkwright.workspace.folder import Workspace, hash_of

ASIDE = "inkwright/imports"


def state_of(workspace: Workspace, placed: Placed, fingerprint: str, text: str, files: Files) -> tuple[State, str]:
    """What is to be done with a post, and what more there is to say. Nothing is written."""
    known = placed.known
    if known is None:
        return "new", ""
    if not workspace.exists(known.path):
        return ("removed", "you removed it; it is not brought back") if known.written else ("new", "")
    mine = workspace.read(known.path).text
    touched = hash_of(mine) != known.written and mine != text
    if not known.written:
        return ("set aside", "you have changed it since") if touched else ("new", "")
    if fingerprint in (known.fingerprint, known.beside):
        if any(address in mine for address in files.fetched):
            return "updated", "its pictures were fetched"
        aside = f"your version stays; the newer one of the source is {aside_path(placed)}"
        return "unchanged", aside if fingerprint == known.beside and fingerprint != known.fingerprint else ""
    if touched:
        return "set aside", "you have changed it since"
    if any(one.kind == "text" and one.fate == "lost" for one in placed.post.items):
        return "set aside", "this export lacks some of its text"
    return "updated", ""


def aside_path(placed: Placed) -> str:
    """Where a newer version goes that must not replace the writer's own."""
    return f"{ASIDE}/{placed.post.source.partition(':')[0]}/{placed.id}.md"


def write_post(workspace: Workspace, placed: Placed, fingerprint: str, text: str, files: Files, state: State) -> None:
    """Do what `state_of` said. Raises UnwritableError, ConflictError when the file changes meanwhile."""
    if state in ("unchanged", "removed", "failed"):
        return
    source, known = placed.post.source, placed.known
    if state == "set aside":
        workspace.write(aside_path(placed), text)
        there = known or Known(placed.id, source, placed.path)
        remember(workspace, replace(there, beside=fingerprint, written=there.written or hash_of(text)))
        return
    if known is None:
        remember(workspace, Known(placed.id, source, placed.path, fingerprint))
    for name, data in files.new.items():
        path = f"{placed.folder}/{name}"
        if not workspace.exists(path) or workspace.read_bytes(path) != data:
            workspace.write_bytes(path, data)
    mine = workspace.read(placed.path).text if workspace.exists(placed.path) else ""
    if known and known.written and fingerprint in (known.fingerprint, known.beside) and hash_of(mine) != known.written:
        text = _with_pictures(mine, files)
    if mine != text:
        workspace.write(placed.path, text, expected=hash_of(mine) if mine else "")
    written = hash_of(text) if not known or hash_of(mine) == known.written or not known.written else known.written
    remember(workspace, Known(placed.id, source, placed.path, fingerprint, written, known.beside if known else ""))


def _with_pictures(mine: str, files: Files) -> str:
    """The writer's own text with the addresses of fetched pictures replaced, and nothing else."""
    for address, name in files.fetched.items():
        mine = re.sub(rf"(?<=\]\(){re.escape(address)}(?=[\s)])", name, mine)
        mine = re.sub(rf"(?m)(?<=: )([\"']?){re.escape(address)}\1$", name, mine)
    return mine
