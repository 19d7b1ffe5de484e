"""A bibliography, and beside it the writer's own notes of papers."""

import contextlib

from msgspec.structs import replace

from inkwright.flows.paper_notes import FOLDER
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.reference import Bibliography, Reference
from inkwright.notes.clips import slug_of
from inkwright.notes.paper_reference import reference_of
from inkwright.text.keyed_citations import cited
from inkwright.workspace.folder import Workspace


def with_papers(workspace: Workspace, works: Bibliography, document: Document) -> Bibliography:
    """A bibliography with the works that a document cites and that only a note knows, `papers/<key>.md`.

    The same bibliography where nothing is lacking or there are no notes of papers.
    """
    keys = dict.fromkeys(work.key for one in cited(document) for work in one.works)
    lacking = [key for key in keys if key not in works.references]
    if not lacking:
        return works
    places = {key: f"{FOLDER}/{slug_of(key)}.md" for key in lacking}
    works = replace(works, looked=(*works.looked, *places.values()))
    if not workspace.files(("**/*.md",), below=FOLDER):
        return works
    found: dict[str, Reference] = {}
    for key, path in places.items():
        with contextlib.suppress(InkwrightError):
            reference = reference_of(workspace.read(path).text, path, key)
            found |= {key: reference} if reference else {}
    return replace(works, references={**works.references, **found}, files=(*works.files, f"{FOLDER}/"))
