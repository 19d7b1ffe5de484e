"""The notes of papers, as the flows about papers and reading see them."""

from collections.abc import Iterator

from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.paper import Paper
from inkwright.notes.papers import key_of, paper_in
from inkwright.workspace.folder import Workspace

FOLDER = "papers"


def texts(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Path and text of every file among the papers; those that cannot be read are left out."""
    for name in workspace.files(("**/*.md",), workspace.settings.exclude, below=FOLDER):
        try:
            yield f"{FOLDER}/{name}", workspace.read(f"{FOLDER}/{name}").text
        except InkwrightError:
            continue  # `index` tells of it


def held(workspace: Workspace) -> Iterator[tuple[str, str, Paper]]:
    """Path, text and paper of every note of a paper; those that cannot be read are left out."""
    for path, text in texts(workspace):
        paper = paper_in(text)
        if paper is not None:
            yield path, text, paper


def named(workspace: Workspace, key: str) -> tuple[str, str, Paper]:
    """The note of the paper of a key. Raises UsageError when there is none."""
    wanted = key.strip().lstrip("@").casefold()
    for path, text, paper in held(workspace):
        if wanted in (
            key_of(paper).casefold(),
            path.casefold(),
            path.rpartition("/")[2].removesuffix(".md").casefold(),
        ):
            return path, text, paper
    raise UsageError(f"there is no paper `{key}`", hint="`inkwright paper list` shows the keys.")
