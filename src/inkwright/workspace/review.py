"""What a review of the notes decided: `inkwright/review.toml`, readable; delete it to review all notes again."""

import json
import tomllib
from collections.abc import Iterable
from typing import NamedTuple

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import toml_error_line

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
    if not workspace.exists(PATH):
        return Reviewed(), ""
    text = workspace.read(PATH).text
    hint = "Mend that line, or delete the file to review all notes again."
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"this is no TOML: {said}", path=PATH, line=line, hint=hint) from error
    except RecursionError as error:
        raise UnreadableError("this is nested too deep", path=PATH, hint=hint) from error
    lists = [data.get(key, []) for key in Reviewed._fields]
    if not all(isinstance(one, list) and all(isinstance(path, str) for path in one) for one in lists):
        raise UnreadableError("`kept` and `dropped` must be lists of paths", path=PATH, hint=hint)
    return Reviewed(*(tuple(one) for one in lists)), workspace.hash_of(text)


def save_review(workspace: Workspace, reviewed: Reviewed, expected: str) -> None:
    """Write what was decided. Raises ConflictError when the file changed since it was read, UnwritableError."""
    lists = (f"{key} = [\n{_lines(paths)}]\n" for key, paths in reviewed._asdict().items())
    workspace.write(PATH, _HEAD + "".join(lists), expected)


def _lines(paths: Iterable[str]) -> str:
    quoted = (json.dumps(path, ensure_ascii=False).replace("\x7f", "\\u007f") for path in paths)
    return "".join(f"    {path},\n" for path in quoted)
