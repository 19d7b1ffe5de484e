"""A post's template set aside while its plan is plain bullets, and put back later round what was written."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.outline import Outlined, outline
from inkwright.model.errors import ConflictError, UsageError
from inkwright.plan.aside import set_aside, set_back
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of
from inkwright.workspace.sessions import aside_path, drop_aside


class Moved(Struct, frozen=True):
    """A post whose sections were set aside or put back: its outline now, how many sections that concerned, and how many
    bullets are on top without a section."""

    found: Outlined
    sections: int
    top: int


def aside(workspace: Workspace, name: str) -> Moved:
    """Take the unwritten sections out of a post and leave their bullets as one list on top.

    The text from before is kept first. Raises UsageError when there is nothing to set aside or it is aside already,
    ConflictError when the file changed meanwhile.
    """
    found = outline(workspace, name)
    source = found.post.document.source
    kept = aside_path(found.post.file.id, source.path)
    if workspace.exists(kept) and workspace.read(kept).text != source.text:
        hint = f"`inkwright unblock {found.post.file.id} --back` puts it back."
        raise UsageError("the template is set aside already", path=source.path, hint=hint)
    text = set_aside(found.post.document)
    if text == source.text:
        raise UsageError("no section is unwritten, so there is nothing to set aside", path=source.path)
    workspace.write(kept, source.text)
    try:
        workspace.write(source.path, text, expected=hash_of(source.text))
    except ConflictError:
        drop_aside(workspace, found.post.file.id, source.path)
        raise
    return _moved(workspace, name, found)


def back(workspace: Workspace, name: str) -> Moved:
    """Put the sections back and bullets and prose where they belong; what belongs nowhere stays on top.

    Raises UsageError when nothing is aside, ConflictError when the file changed meanwhile.
    """
    found = outline(workspace, name)
    source = found.post.document.source
    kept = aside_path(found.post.file.id, source.path)
    if not workspace.exists(kept):
        hint = f"`inkwright unblock {found.post.file.id} --aside` does that."
        raise UsageError("no template is set aside", path=source.path, hint=hint)
    before = parse(replace(source, text=workspace.read(kept).text))
    text = set_back(found.post.document, before)
    if text != source.text:
        workspace.write(source.path, text, expected=hash_of(source.text))
    drop_aside(workspace, found.post.file.id, source.path)
    return _moved(workspace, name, found)


def _moved(workspace: Workspace, name: str, old: Outlined) -> Moved:
    now = outline(workspace, name)
    before, after = (sum(bool(one.level) for one in each.plan.sections) for each in (old, now))
    top = sum(len(one.bullets) for one in now.plan.sections if not one.level and not one.key)
    return Moved(now, abs(after - before), top)
