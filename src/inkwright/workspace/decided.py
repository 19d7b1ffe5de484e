"""Reading the small files of `inkwright/` in which a writer's decisions stand."""

import json
import tomllib
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.settings import toml_error_line


def read_decided(workspace: Workspace, path: str, hint: str) -> tuple[dict[str, Any], str]:
    """The data of a file and the hash of its text, for writing it back; {} and "" when there is no file.

    `hint` says what to do about a file that is no TOML. Raises UnreadableError with its line for one.
    """
    if not workspace.exists(path):
        return {}, ""
    text = workspace.read(path).text
    try:
        return tomllib.loads(text.removeprefix("\ufeff")), workspace.hash_of(text)
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        raise UnreadableError(f"this is no TOML: {said}", path=path, line=line, hint=hint) from error
    except RecursionError as error:
        raise UnreadableError("this is nested too deep", path=path, hint=hint) from error


def quoted(text: str) -> str:
    """A text as a TOML string; what is no text (a lone surrogate) becomes `?`."""
    clean = text.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
