"""Something was read -> a line in the log, and a tick in the reading list."""

from datetime import datetime

from inkwright.flows.log import write_log
from inkwright.flows.paper_notes import FOLDER, held
from inkwright.flows.reading import entries
from inkwright.flows.reading_walk import settle
from inkwright.model.errors import UsageError
from inkwright.model.reading_list import Entry
from inkwright.notes.papers import key_of
from inkwright.notes.reading_list import find
from inkwright.notes.reading_week import reading_entry
from inkwright.workspace.folder import Workspace


def read_done(workspace: Workspace, typed: str, minutes: int, now: datetime) -> tuple[str, str]:
    """Log that something was read and tick it off; the log's path and what was written. `minutes` 0 for unknown.

    What `typed` means is a paper's key, else an entry of the list. Raises UsageError for neither or for several.
    """
    wanted = typed.strip().lstrip("@").casefold()
    paper = next((path for path, _, one in held(workspace) if wanted == key_of(one).casefold()), "")
    entry = None if paper else find(entries(workspace), typed)
    if not paper and entry is None:
        raise UsageError(
            f"nothing, or more than one thing, is meant by `{typed}`",
            hint="Name a paper's key or the number of a line: inkwright reading list --all.",
        )
    path, line = write_log(workspace, reading_entry(_named(entry, paper), minutes), now)
    if entry and not entry.done:
        settle(workspace, entry)
    return path, line.text


def _named(entry: Entry | None, paper: str) -> str:
    """What the log calls it: a link to the note of the paper, else title and address."""
    if entry and entry.note.startswith(f"{FOLDER}/"):
        paper = entry.note
    if paper or entry is None:
        return f"[[{paper.rpartition('/')[2].removesuffix('.md')}]]"
    return " ".join(filter(None, (entry.title, f"<{entry.url}>" if entry.url else "")))
