"""Which code of other people's hands the user has agreed to run, by content; kept with the user, not in any workspace.

A workspace can come from anyone, with whatever files its author put into it: what one has agreed to must not lie there.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from inkwright.workspace.atomic import append_bytes, unwritable


def trust_file(outer: Mapping[str, str] = os.environ) -> Path:
    """Where agreed hashes are kept: one a line below the user's own state folder."""
    base = outer.get("XDG_STATE_HOME") or outer.get("LOCALAPPDATA") or str(Path.home() / ".local" / "state")
    return Path(base) / "inkwright" / "trusted"


def trusted(place: Path | None = None) -> frozenset[str]:
    """The hashes that were agreed to; none where nothing is kept or can be read."""
    try:
        return frozenset((place or trust_file()).read_text(encoding="ascii", errors="replace").split())
    except OSError:
        return frozenset()


def trust(hashes: Iterable[str], place: Path | None = None) -> None:
    """Keep hashes as agreed to. Raises UnwritableError."""
    path = place or trust_file()
    new = sorted(set(hashes) - trusted(path))
    if not new:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        append_bytes(path, "".join(f"{found}\n" for found in new).encode("ascii"))
    except OSError as error:
        raise unwritable(error, str(path)) from error
