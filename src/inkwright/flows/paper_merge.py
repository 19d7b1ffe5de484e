"""Passages marked in a paper or an article since its note was made -> the end of that note's passages."""

from collections.abc import Iterable, Iterator

from inkwright.flows.keep_note import own_notes
from inkwright.model.errors import InkwrightError
from inkwright.model.paper import Paper
from inkwright.notes.paper_passages import unkept, with_passages
from inkwright.notes.papers import is_article, marks_of, paper_in
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

Held = tuple[str, str, Paper]
CLIPS = "clips"


def merge(
    workspace: Workspace, old: Iterable[Paper], new: Iterable[Paper], known: Iterable[Held]
) -> tuple[tuple[tuple[str, int], ...], list[Paper]]:
    """Add the passages of papers to the notes that they have among `known`, those of the new ones to the clips of the
    same articles. The notes that got some with how many, and the papers that have no note yet.

    Raises ConflictError when a note changes meanwhile, UnwritableError.
    """
    notes, rest = _Notes(), list[Paper]()
    held = [(path, text, marks_of(paper)) for path, text, paper in known]
    for paper in old:
        own = marks_of(paper)
        notes.add(paper, next(((path, text) for path, text, marks in held if marks & own), None))
    fresh = list(new)
    clips = list(_clips(workspace)) if any(paper.passages for paper in fresh) else []
    for paper in fresh:
        clip = next(((path, text) for path, text, clip in clips if paper.passages and is_article(paper, clip)), None)
        notes.add(paper, clip)
        rest += [] if clip else [paper]
    for path in notes.counts:
        before, after = notes.texts[path]
        workspace.write(path, after, expected=workspace.hash_of(before))
    return tuple(notes.counts.items()), rest


class _Notes:
    """Notes on their way to more passages: path -> text as it is and as it will be, path -> passages added."""

    def __init__(self) -> None:
        self.texts: dict[str, tuple[str, str]] = {}
        self.counts: dict[str, int] = {}

    def add(self, paper: Paper, note: tuple[str, str] | None) -> None:
        if note is None:
            return
        path, text = note
        before, now = self.texts.get(path, (text, text))
        new = unkept(paper.passages, now)
        if new:
            self.texts[path] = before, with_passages(now, new)
            self.counts[path] = self.counts.get(path, 0) + len(new)


def _clips(workspace: Workspace) -> Iterator[Held]:
    folder = f"{own_notes(workspace)}/{CLIPS}"
    for name in workspace.files(("*.md",), below=folder):
        try:
            text = workspace.read(f"{folder}/{name}").text
        except InkwrightError:
            continue  # `index` tells of it
        clip = paper_in(text)
        if clip is not None and "captured" in read_front_matter(text).data:  # one of ours, not of another program
            yield f"{folder}/{name}", text, clip
