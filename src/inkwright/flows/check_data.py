"""Whether a document draws tables and charts from files beside it, and if so what is wrong with them."""

from inkwright.flows.later import later
from inkwright.model.data import BlockFault
from inkwright.model.document import Document
from inkwright.workspace.folder import Workspace

_DRAWN = ("table", "chart")
"""How the info string of a fence begins that may be drawn."""


def data_faults(workspace: Workspace, document: Document, path: str) -> tuple[BlockFault, ...]:
    """In reading order; () for a document that draws nothing, without a look at the disk."""
    if not any(block.info.startswith(_DRAWN) for block in document.of_kind("code")):
        return ()
    faults: tuple[BlockFault, ...] = later("check_drawn").drawn_faults(workspace, document, path)
    return faults
