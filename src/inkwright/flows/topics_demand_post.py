"""What people typed, held against one post: a list pasted for it, and what of all that was noted it is about."""

from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import survey
from inkwright.model.demand import Imported, Sought
from inkwright.model.post import Post
from inkwright.notes.demand import joined, read_demand
from inkwright.notes.keywords import PostWords, sought, to_answer
from inkwright.text.prose import passages
from inkwright.workspace.demand import load_demand, save_demand
from inkwright.workspace.folder import Workspace


def demand_for(workspace: Workspace, name: str, today: str) -> tuple[Sought, ...]:
    """The phrases noted that the post that `name` means is about, those that it lacks first. Raises UsageError,
    UnreadableError."""
    rows, _ = load_demand(workspace)
    return sought((row for row in rows if row.text), _words(_post(workspace, name, today)))


def questions_for(found: Sequence[Sought]) -> list[str]:
    """The questions among some phrases, a line each with the address where they were asked."""
    return to_answer(found)


def import_for(workspace: Workspace, path: str, name: str, today: str, source: str = "") -> Imported:
    """Keep all phrases of a pasted or exported file under the title of a post; `today` (ISO) dates lines without a
    date. Raises UsageError, UnreadableError, ConflictError, UnwritableError."""
    post = _post(workspace, name, today)
    read = read_demand(workspace.read(workspace.relative(path)).text, path, source, today)
    kept = tuple(replace(row, topic=post.metadata.title or post.file.id) for row in read.rows)
    before, expected = load_demand(workspace)
    save_demand(workspace, joined(before, kept), expected)
    return Imported(read.kind, kept, (), read.broken)


def _post(workspace: Workspace, name: str, today: str) -> Post:
    found = survey(workspace)
    return with_planning(workspace, load_post(found, find_post(found, name).path, today))


def _words(post: Post) -> PostWords:
    metadata, document = post.metadata, post.document
    about = " ".join((metadata.keyword, metadata.subtitle, metadata.description, *metadata.tags))
    headings = tuple(block.plain() for block in document.of_kind("heading"))
    prose = " ".join(found.text for found in passages(document) if found.kind != "heading")
    return PostWords(metadata.title or post.file.id, about, headings, prose)
