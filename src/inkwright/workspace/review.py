"""What a review of the notes decided: `inkwright/review.toml`, readable; delete it to review all notes again."""

from collections.abc import Iterable
from typing import NamedTuple

from inkwright.model.errors import UnreadableError
from inkwright.workspace.decided import quoted, read_decided
from inkwright.workspace.folder import Workspace

PATH = "inkwright/review.toml"
_HEAD = "# Notes that `inkwright review` asked about, by path; take a line out to be asked about that note again.\n"


class Reviewed(NamedTuple):
    """The paths of notes that are kept for later, and of those that are of no use for a post."""

    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def load_review(workspace: Workspace) -> tuple[Reviewed, str]:
    """What was decided, and the hash of the file's text for `save_review`; nothing and "" when there is no file.

    Raises UnreadableError for a file that cannot be understood.
    """
    hint = "Mend that line, or delete the file to review all notes again."
    data, expected = read_decided(workspace, PATH, hint)
    lists = [data.get(key, []) for key in Reviewed._fields]
    if not all(isinstance(one, list) and all(isinstance(path, str) for path in one) for one in lists):
        raise UnreadableError("`kept` and `dropped` must be lists of paths", path=PATH, hint=hint)
    return Reviewed(*(tuple(one) for one in lists)), expected


def save_review(workspace: Workspace, reviewed: Reviewed, expected: str) -> None:
    """Write what was decided. Raises ConflictError when the file changed since it was read, UnwritableError."""
    lists = (f"{key} = [\n{_lines(paths)}]\n" for key, paths in reviewed._asdict().items())
    workspace.write(PATH, _HEAD + "".join(lists), expected)


def _lines(paths: Iterable[str]) -> str:
    return "".join(f"    {quoted(path)},\n" for path in paths)
