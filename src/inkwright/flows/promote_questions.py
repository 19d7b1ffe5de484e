"""Questions that readers ask elsewhere, pasted -> kept beside the drafts, to be answered one by one."""

from inkwright.flows.promote_files import folder_of
from inkwright.flows.promote_subject import told
from inkwright.promote.questions import asked, kept, with_questions
from inkwright.workspace.folder import Workspace, hash_of
from inkwright.workspace.records import settle


def keep_questions(workspace: Workspace, name: str, pasted: str, today: str) -> tuple[str, int, int]:
    """Add pasted questions to a post's list, those that are there already left out: the file, how many are new, and how
    many it holds. Raises UsageError, UnreadableError, UnwritableError, ConflictError."""
    found = told(workspace, name, today)
    settle(workspace, found.post.file.id)
    path = f"{folder_of(found.post.file.id)}/questions.md"
    before = workspace.read(path).text if workspace.exists(path) else ""
    after, new = with_questions(before, asked(pasted), found.subject.title)
    if new:
        workspace.write(path, after, expected=hash_of(before) if before else "")
    return path, new, len(kept(after))
