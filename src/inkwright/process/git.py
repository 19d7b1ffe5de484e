"""What git says about who wrote a file. git itself is run with nothing of the folder's own that it could execute."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from inkwright.process.programs import program

_PLAIN = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager", "--literal-pathspecs")


@dataclass(frozen=True)
class Committed:
    """A file as it was last committed by somebody else: who, and its text then."""

    author: str
    text: str


def committed_by_another(file: Path) -> Committed | None:
    """The committed version of a file whose last commit is by another author than the user here; None when it is the
    user's own: not in a repository, never committed, or last committed under the user's own address."""
    if not program("git") or not any((folder / ".git").exists() for folder in file.parents):
        return None
    author = _git(file.parent, "log", "-1", "--no-show-signature", "--format=%ae", "--", file.name).strip()
    if not author or author.casefold() == _git(file.parent, "config", "user.email").strip().casefold():
        return None
    return Committed(author, _git(file.parent, "show", "--no-textconv", f"HEAD:./{file.name}"))


def _git(folder: Path, *words: str) -> str:
    """What git prints, "" when it fails or takes longer than ten seconds."""
    try:
        done = subprocess.run(
            ["git", *_PLAIN, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
