"""Looks at the drawings that a document shows: is each export there, and does it still show its source."""

from inkwright.flows.later import later
from inkwright.model.diagram import Export
from inkwright.model.document import Document
from inkwright.text.diagrams import drawing_files
from inkwright.workspace.folder import Workspace


def export_states(workspace: Workspace, document: Document, path: str) -> dict[str, Export]:
    """By target as written, how each drawing of a document stands; {} for a document without any, and nothing read."""
    drawings = list(drawing_files(document))
    if not drawings:
        return {}
    exports = later("exports").Exports(workspace)
    found: dict[str, Export | None] = {one.target: exports.of(path, one.target) for one in drawings}
    return {target: export for target, export in found.items() if export is not None}
