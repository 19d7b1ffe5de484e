"""The lines of a list that were not taken in -> a file that git does not see."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from inkwright.model.subscriber import Refused
from inkwright.newsletter.csv_write import refused_table
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import PRIVATE, make_private


def keep_refused(workspace: Workspace, name: str, refused: Sequence[Refused]) -> str:
    """The refused lines of the list `name` in a file; its path, "" for none. What an earlier import kept stays: the
    file has a number then, unless it says the same."""
    if not refused:
        return ""
    make_private(workspace)
    said = "".join(refused_table(refused)).encode("utf-8", "surrogatepass")
    stem = f"{PRIVATE}/refused-{Path(name).stem}"
    paths = (f"{stem}{f'-{number}' * (number > 1)}.csv" for number in count(1))
    path = next(path for path in paths if not workspace.exists(path) or workspace.read_bytes(path) == said)
    if not workspace.exists(path):
        workspace.write_bytes(path, said)
    return path
