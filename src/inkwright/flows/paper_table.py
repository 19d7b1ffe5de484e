"""The notes of papers, of a topic or a tag or by their keys -> a Markdown table with citations, and its holes."""

from inkwright.flows.paper_notes import held
from inkwright.flows.topics import topics
from inkwright.model.errors import UsageError
from inkwright.notes.paper_table import fields_named, paper_table
from inkwright.notes.papers import key_of, tags_of
from inkwright.notes.topic_edits import topic_named
from inkwright.workspace.folder import Workspace


def table_of_papers(
    workspace: Workspace, keys: tuple[str, ...], fields: str = "", tag: str = "", topic: str = ""
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The Markdown table of the papers of some keys, or of all, narrowed to those with a tag and of a topic; and its
    holes, as (path, field).

    Raises UsageError for an unknown key, field or topic.
    """
    wanted_fields = fields_named(fields)
    by_key = {key_of(paper): (path, text) for path, text, paper in sorted(held(workspace), key=lambda one: one[0])}
    unknown = [key for key in keys if key not in by_key]
    if unknown:
        raise UsageError(f"there is no paper `{unknown[0]}`", hint="`inkwright paper list` shows the keys.")
    notes = [by_key[key] for key in keys or by_key]
    if topic:
        members = {member.path for member in topic_named(topics(workspace)[0], topic).members}
        notes = [note for note in notes if note[0] in members]
    return paper_table([note for note in notes if not tag or tag in tags_of(note[1])], wanted_fields)
