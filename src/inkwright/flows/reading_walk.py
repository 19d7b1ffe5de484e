"""What a writer decides about a line of the reading list. Each answer is on the disk before this returns."""

from inkwright.flows.clip import Asked, clip
from inkwright.flows.clip_page import Get as GetPage
from inkwright.flows.keep_note import keep_text
from inkwright.flows.paper import add_papers
from inkwright.flows.paper_notes import FOLDER, held
from inkwright.flows.paper_read import Get
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.paper import Paper
from inkwright.model.reading_list import Entry
from inkwright.notes.papers import file_name, marks_of, note_of
from inkwright.notes.reading_list import marked
from inkwright.workspace.folder import Workspace

TRIES = 5
"""Times that a change is made anew when another program wrote the list meanwhile."""


def to_paper(workspace: Workspace, entry: Entry, today: str, get: Get | None = None) -> str:
    """Make the note of a paper of an entry, or find the one there is; its path. Only a number is asked for, by `get`.

    Raises UsageError, NetError, UnwritableError; then the entry stays as it is.
    """
    number = f"arXiv:{entry.arxiv}" if entry.arxiv else entry.doi
    if number:
        wanted = Paper("", arxiv=entry.arxiv, doi=entry.doi)
        path = _note_of(workspace, wanted)
        if not path:
            made = add_papers(workspace, (number,), today, get).new
            path = made[0] if made else _note_of(workspace, wanted)
    else:
        paper = Paper(entry.title or entry.url, url=entry.url)
        path = _note_of(workspace, paper) or keep_text(workspace, FOLDER, file_name(paper), note_of(paper, today))[0]
    settle(workspace, entry, note=path)
    return path


def to_clip(workspace: Workspace, entry: Entry, today: str, get: GetPage | None = None) -> str:
    """Clip the page of an entry; the path of its note. Raises UsageError, NetError; then the entry stays as it is."""
    if not entry.url:
        raise UsageError(
            "there is no address to clip", path=entry.title, hint="Make a note of the paper, or drop the line."
        )
    kept = clip(workspace, Asked(entry.url), today, get)
    settle(workspace, entry, note=kept.path)
    return kept.path


def settle(workspace: Workspace, entry: Entry, tick: bool = True, **fields: str) -> None:
    """Write what was decided about an entry: `note`, `dropped` or `later`, ticked off unless it is only put off.

    Raises UsageError when its line is gone, ConflictError when others keep writing the list, UnwritableError.
    """
    path = workspace.settings.reading_list
    for left in range(TRIES, 0, -1):
        text = workspace.read(path).text
        try:
            workspace.write(path, marked(text, entry, fields, tick), expected=workspace.hash_of(text))
            return
        except ConflictError:
            if left == 1:
                raise


def _note_of(workspace: Workspace, paper: Paper) -> str:
    """The path of the note that a paper has already, "" for none."""
    marks = marks_of(paper)
    return next((path for path, _, one in held(workspace) if marks & marks_of(one)), "")
