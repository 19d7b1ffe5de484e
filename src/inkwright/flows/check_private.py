"""Reads the words that must not leave the house: employers, code names, hosts."""

from inkwright.model.errors import UnreadableError, UsageError
from inkwright.workspace.folder import Workspace

PRIVATE_WORDS = "inkwright/private.txt"
"""One term a line; empty lines and lines that start with `#` do not count."""


def private_words(workspace: Workspace) -> tuple[str, ...]:
    """The terms of the workspace in the order of the file; empty without the file or outside a workspace.

    Raises UsageError when the file is there and cannot be read: a check that silently lacks it protects nobody.
    """
    if not workspace.inside or not workspace.exists(PRIVATE_WORDS):
        return ()
    try:
        text = workspace.read(PRIVATE_WORDS).text
    except UnreadableError as error:
        message = f"the private words cannot be read, so nothing was checked: {error.message}"
        raise UsageError(message, path=PRIVATE_WORDS, hint=error.hint) from None
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
