"""What surrounds a post's design: the labels in its drawings, and the age of the code it names as its companion."""

import posixpath
from datetime import UTC, datetime

from inkwright.flows.later import later
from inkwright.model.design import NO_DESIGN, Companion, Design
from inkwright.model.document import Document
from inkwright.process.git import first_commit
from inkwright.text.design import blueprint_line, component_rows
from inkwright.text.diagrams import drawing_files
from inkwright.workspace.folder import Workspace


def design_of(workspace: Workspace, document: Document, path: str) -> Design:
    """The design of one document; nothing is read without drawings beside a table of components, no history is asked
    without `companion:` in front matter."""
    drawings = [one.target for one in drawing_files(document)]
    drawn = _drawn(workspace, path, drawings) if drawings and component_rows(document) else {}
    named = document.front_matter.data.get("companion")
    companion = _companion(workspace, document, path, named) if isinstance(named, str) and named.strip() else None
    return Design(drawn, companion) if drawn or companion else NO_DESIGN


def _drawn(workspace: Workspace, path: str, targets: list[str]) -> dict[str, tuple[str, ...]]:
    exports = later("exports").Exports(workspace)
    found = {target: exports.labels(path, target) for target in targets}
    return {target: labels for target, labels in found.items() if labels is not None}


def _companion(workspace: Workspace, document: Document, path: str, named: str) -> Companion | None:
    """The dates of a folder of code and of the post's blueprint; None where no history tells them, or nothing is
    drawn."""
    line = blueprint_line(document)
    place = workspace.path(posixpath.normpath(posixpath.join(posixpath.dirname(path), named.strip())))
    if not line or "://" in named or not place.exists():
        return None
    began = first_commit(place)
    return Companion(named.strip(), _day(began), _day(first_commit(workspace.path(path), line))) if began else None


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""
