"""What was named, or a paragraph -> the texts related to it."""

from inkwright.flows.find_post import find_post
from inkwright.flows.finding import opened_finder
from inkwright.flows.related import Subject, related
from inkwright.flows.related_links import link_proposals
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.found import LinkProposal, Relation
from inkwright.notes.links import name_key
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.finder import Finder
from inkwright.workspace.folder import Workspace


def related_to(workspace: Workspace, name: str, limit: int) -> list[Relation]:
    """What is related to a post or note. Raises UsageError for a name that fits none, UnreadableError."""
    with opened_finder(workspace) as finder:
        return related(finder, _subject(finder, workspace, name), limit)


def related_to_text(workspace: Workspace, text: str, limit: int) -> list[Relation]:
    """What is related to a paragraph. Raises UsageError for one without words."""
    if not any(char.isalnum() for char in text):
        raise UsageError("the paragraph holds no words", hint='For example: echo "KV cache" | inkwright related -')
    with opened_finder(workspace) as finder:
        return related(finder, Subject("", "", (), text[read_front_matter(text).span.end :]), limit)


def links_for(workspace: Workspace, name: str, limit: int) -> list[LinkProposal]:
    """Links that a post could have and get. Raises UsageError for a name that fits no post."""
    with opened_finder(workspace) as finder:
        subject = _subject(finder, workspace, name)
        if not any(row.path == subject.path for row in finder.files("post", "page")):
            raise UsageError(f"`{name}` is no post", hint="Links are proposed between posts; leave out --links.")
        return link_proposals(finder, subject, limit)


def _subject(finder: Finder, workspace: Workspace, name: str) -> Subject:
    """The text that a name means: a path, the name of a note, or what `find_post` takes for a post."""
    files = finder.files()
    typed = workspace.relative(name)
    found = [row for row in files if row.path == typed]
    found = found or [row for row in files if name_key(row.id) == name_key(name) and row.kind in ("note", "paper")]
    if len(found) > 1:
        place = workspace.path(typed).resolve()
        found = [row for row in found if workspace.path(row.path).resolve() == place] or found
    if len(found) > 1:
        names = ", ".join(row.path for row in found[:5])
        raise UsageError(f"`{name}` fits {len(found)} notes", hint=f"Give the path of one: {names}")
    if not found:
        path = find_post(survey(workspace), name).path
        found = [row for row in files if row.path == path]
    if not found:
        text = workspace.read(typed).text
        return Subject(typed, "", (), text[read_front_matter(text).span.end :])
    row = found[0]
    return Subject(row.path, row.id, finder.names(row.no), finder.text(row.no), row.tags)
