"""Lines of a file on the disk -> a clip that names repository, commit and permalink where git knows them."""

from inkwright.model.clip import Clip
from inkwright.model.errors import UsageError
from inkwright.model.origin import Origin
from inkwright.notes.clips import language_of, line_range, pick_lines
from inkwright.process.git import commit_of, file_at, remotes, repository_of
from inkwright.text.excerpts import permalink
from inkwright.text.remotes import home_of
from inkwright.workspace.folder import Workspace


def code_clip(workspace: Workspace, path: str, typed: str, language: str = "") -> Clip:
    """The lines `typed` ("10-24", "" for all) of a file. Commit and permalink are given only when the commit holds
    these very lines. Raises UsageError, UnreadableError."""
    first, last = line_range(typed)
    text = workspace.read(path).text
    code = pick_lines(text, first, last, path)
    if not code.strip():
        raise UsageError("there is nothing in these lines", path=path)
    lines = "" if not first else f"{first}" if first == last else f"{first}-{last}"
    clip = Clip("code", code, language=language or language_of(path), path=path.rpartition("/")[2], lines=lines)
    place = workspace.path(path).resolve()
    clone = repository_of(place.parent)
    if clone is None:
        return clip
    inside = place.relative_to(clone.resolve()).as_posix()
    host, repository = next(filter(None, map(home_of, remotes(clone))), ("", ""))
    name = repository or clone.name
    commit = commit_of(clone).partition(" ")[0]
    committed = file_at(clone, commit, inside) if commit else None
    known = committed is not None and _same(committed, first, last, code)
    origin = Origin(host, repository, commit, inside, first, last)
    return Clip(
        "code", code, language=clip.language, path=inside, lines=lines, repo=name, commit=commit if known else "",
        url=permalink(origin) if known and host else "",
    )  # fmt: skip


def _same(committed: str, first: int, last: int, code: str) -> bool:
    try:
        return pick_lines(committed, first, last, "") == code
    except UsageError:
        return False
