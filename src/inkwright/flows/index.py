"""All files of the workspace -> the index."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import PurePosixPath

from inkwright.flows.survey import survey
from inkwright.model.document import Source
from inkwright.model.index import FileKind, IndexedFile, IndexReport
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.log import parse_log
from inkwright.text.front_matter import read_front_matter
from inkwright.text.ids import id_of
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import Index, open_index

NOTE_GLOB = "**/*.{md,MD,mdx,markdown,qmd,rmd,Rmd,txt}"
OURS = ("inkwright", "private", "public")
"""Folders of our own in a vault that is its own folder of notes."""
_HEADING = re.compile(r"(?m)^#[ \t]+(.+?)[ \t#]*$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def index_workspace(workspace: Workspace, rebuild: bool = False) -> IndexReport:
    """Bring the index up to date and say what it holds. Nothing outside `.inkwright` is written."""
    with opened_index(workspace, rebuild) as index:
        return index.report


def opened_index(workspace: Workspace, rebuild: bool = False) -> AbstractContextManager[Index]:
    """The index of a workspace, up to date, for a flow that reads it."""
    return open_index(workspace, dict(_wanted(workspace)), describe, rebuild)


def _wanted(workspace: Workspace) -> Iterator[tuple[str, tuple[FileKind, str]]]:
    """Every file to index with its kind and id; a file of two kinds is the later one."""
    settings = workspace.settings
    folders: tuple[tuple[FileKind, str, str], ...] = (
        ("note", settings.notes, NOTE_GLOB), ("paper", "papers", NOTE_GLOB), ("log", settings.log, "*.md"),
    )  # fmt: skip
    for kind, folder, pattern in folders:
        below = PurePosixPath(folder).as_posix()
        unread = (*settings.exclude, *OURS) if below == "." else settings.exclude
        for name in workspace.files((pattern,), unread, below=folder):
            yield name if below == "." else f"{below}/{name}", (kind, id_of(name))
    for file in survey(workspace).posts:
        yield file.path, (file.kind, file.id)
    if workspace.exists(settings.ideas):
        yield settings.ideas, ("ideas", id_of(settings.ideas))


def describe(kind: FileKind, name: str, source: Source) -> IndexedFile:
    """What the index holds of one file."""
    front = read_front_matter(source.text)
    body = source.text[front.span.end :]
    heading = _HEADING.search(body)
    title = str(front.data.get("title") or (heading[1] if heading else PurePosixPath(name).name))
    date = _DATE.search(str(front.data.get("date", ""))) or _DATE.match(PurePosixPath(name).name)
    return IndexedFile(
        source.path,
        kind,
        name,
        title.strip(),
        date[0] if date else "",
        _tags(front.data.get("tags")),
        body,
        tuple(parse_ideas(source.text)) if kind == "ideas" else (),
        tuple(parse_log(source.text, name)) if kind == "log" else (),
    )


def _tags(written: object) -> tuple[str, ...]:
    if isinstance(written, str):
        return tuple(written.replace(",", " ").split())
    return tuple(str(tag) for tag in written) if isinstance(written, list) else ()
