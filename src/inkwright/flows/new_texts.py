"""Notes and captured lines -> the texts that an outline is laid out from."""

from collections.abc import Iterable, Mapping

from inkwright.flows.finding import note_rows
from inkwright.flows.resume_notes import note_files, notes_of
from inkwright.flows.session_log import entries_of
from inkwright.model.errors import InkwrightError
from inkwright.model.point import Raw
from inkwright.model.resume import Line
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.links import name_key
from inkwright.notes.resume import ideas_for, log_lines
from inkwright.plan.session import ended_in, session_in
from inkwright.text.front_matter import read_front_matter
from inkwright.text.ids import id_of
from inkwright.workspace.finder import Finder, Row
from inkwright.workspace.folder import Workspace


def texts_of(workspace: Workspace, finder: Finder, paths: Iterable[str]) -> list[Raw]:
    """The notes and papers at some paths, in that order; what is not there is left out."""
    rows = {row.path: row for row in note_rows(workspace, finder)}
    keys = [name_key(row.id) for row in rows.values()]
    twice = {key for key in keys if keys.count(key) > 1} if len(keys) < 5000 else set(keys)
    return [_raw(workspace, finder, rows[path], twice) for path in paths if path in rows]


def line_text(line: Line) -> Raw:
    """A captured line as a text; it has no note to be linked to."""
    return Raw("", line.path, line.line, line.text, line.text)


def bound_to(workspace: Workspace, finder: Finder, names: tuple[str, ...]) -> tuple[list[Raw], list[int]]:
    """Everything bound to a post by its name: ideas and lines of the log, notes and clips; and the ideas' lines.

    What the log tells of writing sessions is no material.
    """
    inbox = workspace.capture.ideas
    ideas = ideas_for(parse_ideas(workspace.read(inbox).text), names, inbox) if workspace.exists(inbox) else []
    told = (pair for pair in entries_of(workspace) if not _is_session(pair[1].date, pair[1].time, pair[1].text))
    lines = [*ideas, *log_lines(told, names)]
    notes = notes_of(workspace, names, note_files(workspace))
    found = [line_text(line) for line in lines] + texts_of(workspace, finder, (note.path for note in notes))
    return found, [line.line for line in ideas]


def _is_session(date: str, time: str, text: str) -> bool:
    return session_in(date, time, text) is not None or bool(ended_in(text))


def _raw(workspace: Workspace, finder: Finder, row: Row, twice: set[str]) -> Raw:
    """A note with its text as the index has it: notes of other programs are Markdown there."""
    data: Mapping[str, object] = {}
    if row.path.lower().endswith((".md", ".markdown", ".mdx", ".qmd", ".rmd")):
        try:
            data = read_front_matter(workspace.read(row.path).text).data
        except InkwrightError:
            data = {}  # its words are known, who wrote them is not
    name = id_of(row.id) if name_key(row.id) in twice else row.id.rpartition("/")[2]
    paper = row.kind == "paper" or str(data.get("kind") or "").lower() == "paper"
    address = str(data.get("url") or "")
    return Raw(name, row.path, row.first_line, row.title or row.id, finder.text(row.no), paper, address)
