"""Papers of a bibliography, a reading tool, arXiv or a DOI -> one note each. A paper that has one gets no second."""

from collections.abc import Iterator

from inkwright.flows.keep_note import keep_text
from inkwright.flows.paper_read import Get, fetch, read_papers
from inkwright.model.errors import InkwrightError
from inkwright.model.paper import Added, Paper, PaperRow
from inkwright.notes.papers import apart, file_name, key_of, marks_of, note_of, open_fields, paper_in, unkept
from inkwright.workspace.folder import Workspace

FOLDER = "papers"


def add_papers(workspace: Workspace, sources: tuple[str, ...], today: str, get: Get | None = None) -> Added:
    """Notes for all papers of some files, arXiv numbers and DOIs. `today` is ISO; `get` asks the network for numbers.

    Raises UsageError for a source that nobody can read, NetError, UnreadableError; then nothing is written.
    """
    found: list[Paper] = []
    broken: list[str] = []
    for source in sources:
        papers, faults = read_papers(workspace, source, get or fetch)
        found += papers
        broken += [f"{source}:{line}: {why}" if line else f"{source}: {why}" for line, why in faults]
    held = list(_held(workspace))
    new, old = apart(found, [paper for _, _, paper in held])
    paths = tuple(keep_text(workspace, FOLDER, file_name(paper), note_of(paper, today))[0] for paper in new)
    texts = [(marks_of(paper), text) for _, text, paper in held]
    lost = sum(min((unkept(one, text) for marks, text in texts if marks & marks_of(one)), default=0) for one in old)
    return Added(paths, tuple(paper.title or key_of(paper) for paper in old), lost, tuple(broken))


def list_papers(workspace: Workspace) -> tuple[PaperRow, ...]:
    """All paper notes by their key; those that cannot be read are left out."""
    rows = (PaperRow(key_of(one), one.title, one.year, path, open_fields(text)) for path, text, one in _held(workspace))
    return tuple(sorted(rows, key=lambda row: (row.key.lower(), row.path)))


def _held(workspace: Workspace) -> Iterator[tuple[str, str, Paper]]:
    for name in workspace.files(("**/*.md",), workspace.settings.exclude, below=FOLDER):
        try:
            text = workspace.read(f"{FOLDER}/{name}").text
        except InkwrightError:
            continue  # `index` tells of it
        paper = paper_in(text)
        if paper is not None:
            yield f"{FOLDER}/{name}", text, paper
