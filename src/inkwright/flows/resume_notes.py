"""Names of notes -> their files; a project -> the notes that say they belong to it. Foreign vaults are only read."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from inkwright.flows.index import NOTE_GLOB
from inkwright.model.errors import InkwrightError
from inkwright.model.resume import LinkedNote
from inkwright.text.front_matter import read_front_matter
from inkwright.text.ids import id_of
from inkwright.workspace.folder import Workspace

_KEYS = ("project", "to", "projects")
_HEAD = 4096


def note_files(workspace: Workspace) -> dict[str, str]:
    """The files of all notes by their id in small letters, and by their last part where only one note has it."""
    settings = workspace.settings
    below = PurePosixPath(settings.notes).as_posix()
    found: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    for name in workspace.files((NOTE_GLOB,), settings.exclude, below=settings.notes):
        path = name if below == "." else f"{below}/{name}"
        id_ = id_of(name).casefold()
        found[id_] = path
        short.setdefault(id_.rpartition("/")[2], []).append(path)
    return {name: paths[0] for name, paths in short.items() if len(paths) == 1} | found


def linked(names: Iterable[str], files: dict[str, str]) -> Iterator[LinkedNote]:
    """Each named note with its file, "" for one that is not there."""
    for name in names:
        key = name.removesuffix(".md").casefold()
        yield LinkedNote(name, files.get(key) or files.get(key.rpartition("/")[2], ""))


def notes_of(workspace: Workspace, projects: Sequence[str], files: dict[str, str]) -> list[LinkedNote]:
    """The notes whose front matter binds them to a project or tags them with its name, sorted by path."""
    wanted = {name.casefold() for name in projects if name}
    found = []
    for path in sorted(set(files.values())) if wanted else ():
        try:
            text = workspace.read(path).text
        except InkwrightError:
            continue  # a note that cannot be read says nothing; `index` names it
        head = text[:_HEAD].casefold()
        if not any(name in head for name in wanted):
            continue
        data = read_front_matter(text).data
        said = [data.get(key) for key in (*_KEYS, "tags")]
        values = {str(one).casefold().lstrip("#") for value in said for one in _each(value)}
        if values & wanted:
            found.append(LinkedNote(id_of(path).rpartition("/")[2], path, str(data.get("title") or "")))
    return found


def _each(value: object) -> list[object]:
    if isinstance(value, str):
        return [value, *value.replace(",", " ").split()]
    return value if isinstance(value, list) else []
