"""Looks at the drawings that a document shows: is each export there, and does it still show its source."""

from inkwright.flows.exports import Exports
from inkwright.model.diagram import Export
from inkwright.model.document import Document
from inkwright.text.diagrams import drawing_files


def export_states(exports: Exports, document: Document, path: str) -> dict[str, Export]:
    """By target as written, how each drawing of a document stands; {} for a document without any."""
    found = {one.target: exports.of(path, one.target) for one in drawing_files(document)}
    return {target: export for target, export in found.items() if export is not None}
