"""What is wrong with the tables and charts that a document draws: they are drawn, and what fails is said."""

from functools import partial

from inkwright.flows.beside import read_beside
from inkwright.model.data import BlockFault
from inkwright.model.document import Document
from inkwright.render.data_blocks import document_faults
from inkwright.workspace.folder import Workspace


def drawn_faults(workspace: Workspace, document: Document, path: str) -> tuple[BlockFault, ...]:
    """In reading order; () for a document that draws nothing, without a look at the disk."""
    return document_faults(document, partial(read_beside, workspace, path))
