"""A dropped zip (an export of Notion or Apple Notes, a folder of notes) -> its notes and pictures in a folder."""

from collections.abc import Callable
from itertools import count
from pathlib import Path, PurePosixPath

from inkwright.flows.clip_page import read_html
from inkwright.flows.keep_note import keep_bytes, own_notes
from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.inbox import Dropped, Taken
from inkwright.notes.clips import note_of, slug_of
from inkwright.notes.foreign import is_foreign, words_of
from inkwright.notes.inbox import decoded, is_text, kind_of_drop, note_of_drop
from inkwright.workspace.archive import Member, entries, members
from inkwright.workspace.folder import Workspace
from inkwright.workspace.inbox import wait_for_disk

_OURS = ("__MACOSX",)
Progress = Callable[[int, int], object]
DEEPEST = 2
"""Zips inside zips that are opened."""


def take_archive(
    workspace: Workspace, drop: Dropped, source: Path, progress: Progress
) -> tuple[Taken, list[tuple[str, str]]]:
    """Keep the texts, pages and pictures of a zip below a folder of its name; what was left out, and why. `progress` is
    told how many entries are done and how many there are.

    Raises UnreadableError when nothing of it can be kept: then the zip stays where it is.
    """
    folder = f"{own_notes(workspace)}/{slug_of(PurePosixPath(drop.name).stem)}"
    left: list[tuple[str, str]] = []
    done, total = count(1), entries(source)
    kept = _unpack(workspace, drop, source, folder, left, DEEPEST, lambda: progress(min(next(done), total), total))
    if not kept:
        why = left[0][1] if left else "it is empty"
        raise UnreadableError(f"nothing in this zip can be kept ({why.rstrip('.')})", path=drop.name)
    wait_for_disk()  # once for all: the zip is put aside only after this
    return Taken(drop.name, "archive", folder), left


def _unpack(
    workspace: Workspace, drop: Dropped, source: bytes | Path, folder: str, left: list[tuple[str, str]], depth: int,
    told: Callable[[], object],
) -> int:  # fmt: skip
    kept = 0
    for member in members(source, drop.name):
        told()
        name = f"{drop.name}/{member.name}".rstrip("/")
        parts = PurePosixPath(member.name).parts
        if not member.why and any(part in _OURS or part.startswith(".") for part in parts):
            continue
        try:
            if member.why:
                left.append((name, member.why))
            elif kind_of_drop(member.name) == "archive" and depth > 1:
                kept += _unpack(workspace, drop, member.data, folder, left, depth - 1, told)
            else:
                _keep(workspace, member, folder, drop.date)
                kept += 1
        except InkwrightError as error:
            left.append((name, error.message))
    return kept


def _keep(workspace: Workspace, member: Member, folder: str, date: str) -> None:
    """One file of the zip at its place in the folder. Raises UnreadableError, UsageError for what is not kept."""
    path = PurePosixPath(member.name)
    place = f"{folder}/{path.parent.as_posix()}".removesuffix("/.")
    kind = kind_of_drop(member.name)
    if kind == "sketch":
        keep_bytes(workspace, place, path.stem, member.data, path.suffix, durable=False)
        return
    if kind == "page":
        text = note_of(read_html(decoded(member.data, path.name), "", "post", path.name), date)
    elif is_foreign(member.name):
        title, words = words_of(member.name, decoded(member.data, path.name))
        lines = [line for line in words.splitlines() if line]
        if not lines:
            raise UnreadableError("there are no messages in it", path=path.name)
        text = note_of_drop(path.name, "\n\n".join((f"# {title}", *lines)) + "\n", date)
    elif is_text(member.name):
        text = note_of_drop(path.name, decoded(member.data, path.name), date)
    else:
        raise UnreadableError(f"nobody here reads {path.suffix or 'such'} files", path=path.name)
    keep_bytes(workspace, place, path.stem, text.encode("utf-8", "replace"), ".md", durable=False)
