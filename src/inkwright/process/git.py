"""What git says about who wrote a file, and what a file was at a commit. git itself is run with nothing of the folder's
own that it could execute, and never reaches the network."""

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from inkwright.process.programs import program

_PLAIN = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    "--no-pager", "--literal-pathspecs",
)  # fmt: skip
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"})
"""Variables that would lead git to another repository, as they do in its hooks."""
_ANY_COMMIT = ("rev-parse", "--verify", "--quiet", "HEAD")
UNKNOWN = "an unknown hand (git does not say whose)"
LARGEST = 4_000_000
"""Bytes of a file at a commit that are read."""


class Committed(Struct, frozen=True):
    """A file as it was last committed by somebody else: who, and its text then. Where git does not tell, an unknown
    hand, and the text as it lies there."""

    author: str
    text: str


def committed_by_another(file: Path) -> Committed | None:
    """The committed version of a file whose last commit is by another author than the user here; None when it is the
    user's own: not in a repository, never committed, or last committed under the user's own address.

    A git that fails (the repository belongs to another user, its history takes too long) vouches for nobody.
    """
    if not program("git") or not any((folder / ".git").exists() for folder in file.parents):
        return None
    told = _told(file.parent, "log", "-1", "--no-show-signature", "--format=%ae", "--", file.name)
    if told is None and (_told(file.parent, "rev-parse", "--git-dir") is None or _git(file.parent, *_ANY_COMMIT)):
        return Committed(UNKNOWN, _on_disk(file))
    author = (told or "").strip()
    if not author or author.casefold() == _git(file.parent, "config", "user.email").strip().casefold():
        return None
    text = _told(file.parent, "show", "--no-textconv", f"HEAD:./{file.name}")
    return Committed(author, _on_disk(file) if text is None else text)


def _on_disk(file: Path) -> str:
    """The text of a file, "" for one that cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def repository_of(folder: Path) -> Path | None:
    """The nearest folder at or above one that is a clone; None where there is none, or no git."""
    if not program("git"):
        return None
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def remotes(folder: Path) -> tuple[str, ...]:
    """The addresses that a clone was made from or is pushed to; () for none."""
    lines = _git(folder, "config", "--get-regexp", r"^remote\..*\.url$").splitlines()
    return tuple(line.partition(" ")[2].strip() for line in lines)


def has_commit(folder: Path, commit: str) -> bool:
    """Whether a clone holds a commit, given by the hexadecimal beginning of its name."""
    return _git(folder, "cat-file", "-t", f"{commit}^{{commit}}").strip() == "commit"


def file_at(folder: Path, commit: str, path: str) -> str | None:
    """The text of a file at a commit, from the clone's history and never from its working copy; None when there is no
    such file, or one of more than `LARGEST` bytes."""
    name = f"{commit}:{path}"
    size = _git(folder, "cat-file", "-s", name).strip()
    if not size.isdecimal() or int(size) > LARGEST or _git(folder, "cat-file", "-t", name).strip() != "blob":
        return None
    return _git(folder, "cat-file", "blob", name)


def versions(file: Path, most: int) -> tuple[tuple[str, str], ...]:
    """The shortened names and ISO dates of the commits that changed a file, newest first, so many at most; () for a
    file in no repository or never committed. Renames are not followed."""
    if repository_of(file.parent) is None:
        return ()
    lines = _git(file.parent, "log", "--no-show-signature", f"-{most}", "--format=%h %as", "--", file.name).splitlines()
    return tuple((commit, date) for commit, _, date in (line.partition(" ") for line in lines))


def commit_of(folder: Path, but: str = "") -> str:
    """The commit that a folder's files are as of, shortened, with "and changes" where some of them are not (a file of
    the name `but` does not count); "" for a folder in no repository or in one without commits."""
    if repository_of(folder) is None:
        return ""
    commit = _git(folder, "rev-parse", "--short=12", "HEAD").strip()
    lines = _git(folder, "status", "--porcelain", "--untracked-files=all", "--", ".").splitlines() if commit else []
    changed = any(line[3:].strip('"').rpartition("/")[2] != but for line in lines)
    return f"{commit} and changes" if changed else commit


def first_commit(place: Path, text: str = "") -> int:
    """When a file or folder first came into its repository, or with `text` when that first stood in it, in seconds
    since 1970; 0 where no history tells. A file is followed through its renames."""
    folder, name = (place, ".") if place.is_dir() else (place.parent, place.name)
    if repository_of(folder) is None:
        return 0
    searched = [f"-S{text}", "--no-textconv", "--no-ext-diff"] if text else []
    follow = [] if name == "." else ["--follow"]
    told = _git(folder, "log", "--no-show-signature", "--format=%at", *follow, *searched, "--", name).split()
    return min((int(one) for one in told if one.isdecimal()), default=0)


def _git(folder: Path, *words: str) -> str:
    """What git prints, "" when it fails or takes longer than ten seconds."""
    return _told(folder, *words) or ""


def _told(folder: Path, *words: str) -> str | None:
    """The same, with None for a failure."""
    try:
        done = subprocess.run(
            ["git", *_PLAIN, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=10,
            check=False, env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
