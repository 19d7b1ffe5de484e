"""The texts of bibliographies: opened for posts that cite by key, which few do."""

from collections.abc import Iterable

from inkwright.evidence.references import bibliography
from inkwright.flows.paper_references import with_papers
from inkwright.model.errors import InkwrightError
from inkwright.model.reference import Bibliography
from inkwright.workspace.folder import Workspace

__all__ = ["read", "with_papers"]


def read(workspace: Workspace, files: Iterable[str], missing: Iterable[str]) -> Bibliography:
    """What some files hold; one that cannot be read is among those that are `missing`."""
    texts, lost = [], list(missing)
    for path in files:
        try:
            texts.append((path, workspace.read(path).text))
        except InkwrightError:
            lost.append(path)
    return bibliography(texts, lost)
