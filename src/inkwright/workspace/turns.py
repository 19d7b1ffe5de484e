"""What only one program at a time may do in a workspace."""

import contextlib
from collections.abc import Iterator

from inkwright.workspace.atomic import locked, unwritable
from inkwright.workspace.folder import Workspace


@contextlib.contextmanager
def one_at_a_time(workspace: Workspace, what: str) -> Iterator[None]:
    """Wait until no other program does `what`, a file name, in this workspace. Killed programs keep nobody waiting.
    Raises UnwritableError."""
    try:
        with locked(workspace.make_state() / f"{what}.lock"):
            yield
    except OSError as error:
        if error.filename is None:
            raise
        raise unwritable(error, str(error.filename)) from error
