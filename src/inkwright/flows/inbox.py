"""The files in the inbox -> ideas, notes and clips, each once; the originals are put aside."""

from inkwright.flows.inbox_archive import Progress, take_archive
from inkwright.flows.inbox_take import take_idea, take_note, take_page, take_sketch
from inkwright.model.errors import InkwrightError
from inkwright.model.inbox import Dropped, InboxReport, Taken
from inkwright.notes.clips import PICTURES
from inkwright.notes.inbox import address_in, decoded, is_text, kind_of_drop, link_idea
from inkwright.workspace.folder import Workspace
from inkwright.workspace.inbox import put_aside, waiting
from inkwright.workspace.turns import one_at_a_time


def look(workspace: Workspace) -> InboxReport:
    """What waits; nothing is changed."""
    return InboxReport(waiting=tuple(waiting(workspace)))


def take_in(workspace: Workspace, progress: Progress = lambda done, total: None) -> InboxReport:
    """Take in every file that can be; one that cannot stays where it is, with the reason.

    `progress` is told how far a zip is. Killed at any moment it loses nothing, and run again it takes nothing twice:
    what is made depends only on the file.
    """
    taken: list[Taken] = []
    left: list[tuple[str, str]] = []
    with one_at_a_time(workspace, "inbox"):
        found = waiting(workspace)
        beside = _texts_of_pictures(found)
        for drop in found:
            if drop.name in beside.values():
                continue
            try:
                made, said = _take(workspace, drop, beside.get(drop.name, ""), progress)
                left += said
                taken.append(made)
                for name in filter(None, (beside.get(drop.name, ""), drop.name)):
                    put_aside(workspace, name)
            except InkwrightError as error:
                left.append((drop.name, str(error)))
    return InboxReport(tuple(taken), tuple(left))


def _texts_of_pictures(found: list[Dropped]) -> dict[str, str]:
    """Picture -> the text of the same name that was dropped beside it."""
    names = {drop.name for drop in found}
    pairs: dict[str, str] = {}
    for name in sorted(names):
        stem, dot, suffix = name.rpartition(".")
        if dot + suffix.lower() in PICTURES:
            text = next((stem + one for one in (".txt", ".md") if stem + one in names), "")
            if text and text not in pairs.values():
                pairs[name] = text
    return pairs


def _take(workspace: Workspace, drop: Dropped, beside: str, progress: Progress) -> tuple[Taken, list[tuple[str, str]]]:
    """One file taken in, and what of it was left out. Raises UnreadableError, UsageError, UnwritableError."""
    folder, name = workspace.settings.inbox, drop.name
    if kind_of_drop(name) == "archive":
        return take_archive(workspace, drop, workspace.path(folder) / name, progress)
    data = workspace.read_bytes(f"{folder}/{name}")
    text = decoded(data, name) if is_text(name) else ""
    kind = kind_of_drop(name, text)
    if kind == "sketch":
        words = decoded(workspace.read_bytes(f"{folder}/{beside}"), beside) if beside else ""
        path = take_sketch(workspace, drop, data, words)
    elif kind == "page":
        path = take_page(workspace, drop, decoded(data, name))
    elif kind in ("idea", "link"):
        path = take_idea(workspace, text if kind == "idea" else link_idea(address_in(data, name), name), drop.date)
    else:
        path = take_note(workspace, drop, text, kind)
    return Taken(name, kind, path), []
