"""Papers of a bibliography, a reading tool, arXiv or a DOI -> one note each. A paper that has one gets no second, but
passages marked since are added to it."""

from inkwright.flows.keep_note import keep_text
from inkwright.flows.paper_merge import merge
from inkwright.flows.paper_notes import FOLDER, held
from inkwright.flows.paper_read import Get, fetch, read_papers
from inkwright.model.paper import Added, Paper, PaperRow
from inkwright.notes.papers import apart, arxiv_in, doi_in, file_name, key_of, note_of, open_fields
from inkwright.workspace.folder import Workspace


def add_papers(workspace: Workspace, sources: tuple[str, ...], today: str, get: Get | None = None) -> Added:
    """Notes for all papers of some files, arXiv numbers and DOIs. `today` is ISO; `get` asks the network for numbers.

    Raises UsageError for a source that nobody can read, NetError, UnreadableError; then nothing is written.
    """
    found: list[Paper] = []
    broken: list[str] = []
    known = list(held(workspace))
    for source in sources:
        if there := _held_already(workspace, source, [paper for _, _, paper in known]):
            found.append(there)
            continue
        papers, faults = read_papers(workspace, source, get or fetch)
        found += papers
        broken += [f"{source}:{line}: {why}" if line else f"{source}: {why}" for line, why in faults]
    new, old = apart(found, [paper for _, _, paper in known])
    merged, rest = merge(workspace, old, new, known)
    paths = tuple(keep_text(workspace, FOLDER, file_name(paper), note_of(paper, today))[0] for paper in rest)
    return Added(paths, tuple(paper.title or key_of(paper) for paper in old), merged, tuple(broken))


def _held_already(workspace: Workspace, source: str, known: list[Paper]) -> Paper | None:
    """The paper that a number or a DOI means, where it has a note: nobody need be asked."""
    if workspace.exists(workspace.relative(source)):
        return None
    number, doi = arxiv_in(source), doi_in(source).lower()
    return next((one for one in known if (number and one.arxiv == number) or (doi and one.doi.lower() == doi)), None)


def list_papers(workspace: Workspace) -> tuple[PaperRow, ...]:
    """All paper notes by their key; those that cannot be read are left out."""
    rows = (PaperRow(key_of(one), one.title, one.year, path, open_fields(text)) for path, text, one in held(workspace))
    return tuple(sorted(rows, key=lambda row: (row.key.lower(), row.path)))
