"""A decision -> one dated line more in a post's section of decisions; the words are the writer's."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.plan.decisions import add_decision, decision_line, holds_decision
from inkwright.text.edits import apply
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of


class Decided(Struct, frozen=True):
    """The decision as it was written: the post's path, the 1-based line and the text."""

    path: str
    line: int
    text: str


def decide(workspace: Workspace, name: str, text: str, why: str, today: str) -> Decided:
    """Add a decision to the post that `name` means. Nothing else in the file changes.

    Raises UsageError for an empty text, or where the line would not stand as a decision of its own (in a fence or a
    comment that the post leaves open); ConflictError when the file changed meanwhile.
    """
    path = find_post(survey(workspace), name).path
    before = parse(workspace.read(path))
    line = decision_line(text, why, today)
    edit = add_decision(before, line)
    after = parse(replace(before.source, text=apply(before.text, [edit])))
    at = after.position(edit.span.start + edit.text.index(line[10:])).line
    if not holds_decision(after, line):
        hint = "Close the fence or the comment that is open there, and try again."
        raise UsageError("a decision written here would not be read as one", path=path, line=at, hint=hint)
    workspace.write(path, after.text, expected=hash_of(before.text))
    return Decided(path, at, line)
