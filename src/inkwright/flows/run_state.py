"""How a post's snippets stand since their last run, found out without running anything."""

from inkwright.evidence.record import standing
from inkwright.model.document import Document
from inkwright.model.run import Standing
from inkwright.text.info_string import parse_info
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.inputs import changed
from inkwright.workspace.records import load_record


def run_standing(workspace: Workspace, document: Document, post_id: str) -> Standing:
    """The standing of one post: code, shown outputs, data and lock files against the post's record. Outside a
    workspace there is no record. Raises UnreadableError for a record that cannot be read."""
    found = snippets(document)
    record = load_record(workspace, post_id).run if workspace.inside and found else {}
    data = record.get("data") if record else None
    gone = changed(workspace, data) if isinstance(data, dict) else ()
    return standing(found, record, languages(workspace), gone)


def languages(workspace: Workspace) -> frozenset[str]:
    """The languages that run in a workspace: Python, and those that its settings list."""
    return frozenset(("python", *commands_of(workspace)))


def commands_of(workspace: Workspace) -> dict[str, str]:
    """The command of each listed language, by the name that fences have it under (`js` is `javascript`)."""
    return {parse_info(name).language: command for name, command in workspace.settings.run.languages.items()}
