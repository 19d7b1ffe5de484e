"""A post that does not move -> questions about its emptiest point; the answers -> bullets of its plan."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.outline import outline, outlined
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.outline import Bullet, Outline
from inkwright.plan.unblock import Asked, ask, keep
from inkwright.text.edits import apply
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of

TRIES = 3
"""How often an answer is put into a file that another program changes meanwhile."""


class Kept(Struct, frozen=True):
    """An answer that stands in the post: its path, the 1-based line and the words; `next` is what was asked, about this
    answer, so that the next one goes below it."""

    path: str
    line: int
    text: str
    next: Asked


def questions(workspace: Workspace, name: str, place: str = "", reader: str = "") -> Asked:
    """What to ask about the post that `name` means: the point at `place`, "" for the emptiest. `reader` is whom to tell
    it to. Raises UsageError."""
    return ask(outline(workspace, name).plan, place, reader)


def answer(workspace: Workspace, name: str, asked: Asked, said: str) -> Kept | None:
    """Put one answer below the point it is about, as a bullet; None for an answer without words.

    The file is read anew and may have changed since the question; nothing is replaced in it. Raises UsageError when
    the point's section is gone or a bullet cannot stand there, ConflictError when the file never keeps still.
    """
    for attempt in range(TRIES):
        try:
            return _put(workspace, name, asked, said)
        except ConflictError:
            if attempt == TRIES - 1:
                raise
    return None


def _put(workspace: Workspace, name: str, asked: Asked, said: str) -> Kept | None:
    found = outline(workspace, name)
    document = found.post.document
    edits = keep(document, found.plan, asked, said)
    if not edits:
        return None
    after = parse(replace(document.source, text=apply(document.text, edits)))
    start = edits[-1].span.start + sum(len(edit.text) for edit in edits[:-1])
    now = outlined(replace(found.post, document=after)).plan
    new = next((one for one in _bullets(now) if start <= one.span.start < start + len(edits[-1].text)), None)
    line = after.position(new.span.start if new else start).line
    if new is None or len(_bullets(now)) != len(_bullets(found.plan)) + 1:
        hint = "Close the fence or the comment that is open there, and try again."
        said = "an answer put here would not be read as a bullet"
        raise UsageError(said, path=document.source.path, line=line, hint=hint)
    workspace.write(document.source.path, after.text, expected=hash_of(document.text))
    return Kept(document.source.path, line, new.text, replace(asked, bullet=new.text, is_question=False))


def _bullets(plan: Outline) -> list[Bullet]:
    return [bullet for section in plan.sections for bullet in section.bullets]
