"""Bullets of a post's plan moved, added or dropped, by exact edits written only onto the text they were made from."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from inkwright.flows.outline import Outlined, outline, outlined
from inkwright.flows.resume_notes import linked, note_files
from inkwright.model.errors import UsageError
from inkwright.model.finding import Edit
from inkwright.plan import moves
from inkwright.text.edits import apply
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of


def move_bullet(workspace: Workspace, name: str, source: str, target: str) -> Outlined:
    """Move the bullet at `source` (SECTION/BULLET) to `target` (SECTION, or SECTION/BULLET to stand at that place)."""
    return _edit(
        workspace, name,
        lambda found: moves.move(
            found.post.document, moves.find_place(found.plan, source), moves.find_place(found.plan, target)
        ),
    )  # fmt: skip


def add_bullet(workspace: Workspace, name: str, target: str, text: str, note: str = "") -> Outlined:
    """Add a bullet at `target`, with a link to a note when one is named; without a text, it says the note's title.

    Raises UsageError for a note that is not there.
    """
    said = text or (_title(workspace, note) if note else "")
    return _edit(
        workspace, name,
        lambda found: moves.add(found.post.document, moves.find_place(found.plan, target), said, note),
    )  # fmt: skip


def _title(workspace: Workspace, note: str) -> str:
    """What a note is called: its title, its first heading, else its name."""
    (found,) = linked([note], note_files(workspace))
    if not found.path:
        raise UsageError(f"there is no note `{note}`", hint="`inkwright search` finds notes by their words.")
    document = parse(workspace.read(found.path))
    heading = next((block.plain().strip() for block in document.of_kind("heading")), "")
    return str(document.front_matter.data.get("title") or "") or heading or note


def drop_bullet(workspace: Workspace, name: str, source: str) -> Outlined:
    """Take out the bullet at `source` with what is nested under it."""
    return _edit(
        workspace, name, lambda found: moves.drop(found.post.document, moves.find_place(found.plan, source))
    )  # fmt: skip


def _edit(workspace: Workspace, name: str, edits_of: Callable[[Outlined], Sequence[Edit]]) -> Outlined:
    """The outline after the edits; nothing is written when the file changed meanwhile. Raises ConflictError."""
    found = outline(workspace, name)
    source = found.post.document.source
    text = apply(source.text, edits_of(found))
    if text == source.text:
        return found
    workspace.write(source.path, text, expected=hash_of(source.text))
    return outlined(replace(found.post, document=parse(replace(source, text=text))))
