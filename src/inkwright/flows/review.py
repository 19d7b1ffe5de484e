"""The notes that nothing uses and no review decided on, and what the writer decides about each."""

from msgspec.structs import replace

from inkwright.flows.finding import opened_finder
from inkwright.flows.ideas import list_ideas
from inkwright.flows.topics import move_note
from inkwright.flows.topics_of import topics_of
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.note import IdeaRow
from inkwright.model.review import Waiting
from inkwright.model.topic import HandTopic
from inkwright.notes.links import linked_names, name_key
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace
from inkwright.workspace.review import load_review, save_review
from inkwright.workspace.topics import load_topics, save_topics

BEGINS = 280
"""Characters of a note that are shown. **Source:** own choice: three lines of a terminal."""
STALE = "30d"
"""Age from which an open idea comes up again in a review. **Source:** requirement CAP-14."""
_PROJECT = ("project", "projects", "to")


def waiting(workspace: Workspace) -> list[Waiting]:
    """The notes and papers that no post links to, no project claims, no topic of the writer's own holds and no review
    decided on, oldest first; those without a date come last. Raises UnreadableError."""
    reviewed, _ = load_review(workspace)
    topics, _ = load_topics(workspace)
    settled = {*reviewed.kept, *reviewed.dropped, *(key for topic in topics for key in topic.notes)}
    with opened_finder(workspace) as finder:
        texts = (finder.text(post.no) for post in finder.files("post", "page"))
        used = frozenset[str]().union(*(linked_names(text) for text in texts))
        found = [
            Waiting(row.path, row.title or row.id, row.date, " ".join(finder.text(row.no).split())[:BEGINS])
            for row in finder.files("note", "paper")
            if row.path not in settled and name_key(row.id) not in used and not _has_project(workspace, row.path)
        ]
    return sorted(found, key=lambda one: (one.date or "9999", one.path))


def stale_ideas(workspace: Workspace, today: str) -> list[IdeaRow]:
    """The open ideas that are `STALE` and older, the oldest first. Raises UnreadableError."""
    return list_ideas(workspace, today, stale=STALE)


def keep(workspace: Workspace, path: str) -> None:
    """Leave a note as it is and do not ask again. Raises ConflictError, UnwritableError."""
    reviewed, expected = load_review(workspace)
    save_review(workspace, reviewed._replace(kept=(*reviewed.kept, path)), expected)


def drop(workspace: Workspace, path: str) -> None:
    """Remember that a note is of no use for a post; its file stays. Raises ConflictError, UnwritableError."""
    reviewed, expected = load_review(workspace)
    save_review(workspace, reviewed._replace(dropped=(*reviewed.dropped, path)), expected)


def group(workspace: Workspace, path: str, name: str) -> None:
    """Put a note into the topic of that name, a new one where there is none; case is of no account.

    Raises UsageError for an empty name, ConflictError, UnwritableError.
    """
    name = " ".join(name.split())
    if not name:
        raise UsageError("a topic needs a name", hint="Type one after g.")
    topics, expected = load_topics(workspace)
    same = next((topic for topic in topics if topic.name.casefold() == name.casefold()), None)
    if same is None and (found := _found(workspace, name)):
        move_note(workspace, path, found)
        return
    if same is None:
        save_topics(workspace, (*topics, HandTopic(name, (path,))), expected)
        return
    fuller = replace(same, notes=(*same.notes, path))
    save_topics(workspace, [fuller if topic is same else topic for topic in topics], expected)


def _found(workspace: Workspace, name: str) -> str:
    """The label of a topic that was found and is called so, "" for none: its notes are then kept together."""
    return next((one for one in topics_of(workspace).values() if one.casefold() == name.casefold()), "")


def _has_project(workspace: Workspace, path: str) -> bool:
    try:
        data = read_front_matter(workspace.read(path).text).data
    except InkwrightError:
        return False
    return any(data.get(key) for key in _PROJECT)
