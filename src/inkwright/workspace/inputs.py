"""The files that a post's code may read, by their digests: what tells whether a run still holds."""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePosixPath

from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex
from inkwright.model.source import TEXTS
from inkwright.workspace.folder import Workspace

LOCKS = (
    "requirements.txt", "uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "conda-lock.yml",
    "package-lock.json", "pnpm-lock.yaml", "yarn.lock",
)  # fmt: skip
"""Lock files that are looked for beside a post and in the workspace's root."""
UNREAD = ("bench.toml", "bench.json")
"""Files beside a post that count only when its code names them: measuring again changes no snippet."""
_UNREAD_ENDS = (".svg", ".ipynb", ".bib", ".excalidraw", ".drawio", ".dio", *TEXTS)
"""Endings of files that likewise count only when named: pictures, exports and references change no snippet."""
_EXPORTS = ("{0}-code.py", "{0}.sh", "{0}.zsh", "{0}.js", "{0}.mjs")
_HASHED_MB = 64
_NAMED = regex(r"[\w.~-]+(?:/[\w.~-]+)*\.\w+")
_MOST = 500


def inputs_of(workspace: Workspace, path: str, codes: Iterable[str]) -> dict[str, str]:
    """The digest of each file that the code of the post at `path` may read, by workspace path, sorted.

    For a post in a folder of its own (`index.md`) all files of that folder but Markdown and what no code reads (what
    was measured, exported, recorded or drawn), at most 500; for any post those that its code names, relative to it,
    inside the workspace; and lock files.
    """
    folder = posixpath.dirname(path)
    beside = lambda name: posixpath.normpath(posixpath.join(folder, name))  # noqa: E731
    named = {name for code in codes for name in _NAMED.findall(code)}
    found = {beside(name) for name in named | set(LOCKS)} | set(LOCKS)
    if PurePosixPath(path).stem == "index":
        there = _data_in(list(workspace.files(("**",), below=folder)), posixpath.basename(folder))
        found |= {beside(name) for name in islice(there, _MOST)}
    inside = (name for name in found if not name.startswith(("..", "/", "inkwright/", "private/")) and name != path)
    wanted = (name for name in sorted(inside) if workspace.exists(name))
    return {name: digest_of(workspace, name) for name in wanted}


def _data_in(names: Sequence[str], slug: str) -> Iterator[str]:
    """The files of a post's folder that its code may read without naming them."""
    made = {*UNREAD, *(name.format(slug) for name in _EXPORTS)}
    if not slug.isidentifier():
        made.add(f"{slug}.py")  # no module, so nothing imports it
    recorded = {f"{name[:-4]}.txt" for name in names if name.endswith(".svg")}  # the text of a terminal's picture
    return (name for name in names if name not in made | recorded and not name.lower().endswith(_UNREAD_ENDS))


def changed(workspace: Workspace, digests: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the files that do not have these digests any more, sorted; one that is gone has none."""
    return tuple(sorted(name for name, digest in digests.items() if digest_of(workspace, name) != digest))


def digest_of(workspace: Workspace, name: str) -> str:
    """Sixteen hex digits for a file's content; of a very large one only its size; "" for one that is not there."""
    size = workspace.size(name)
    if size > _HASHED_MB << 20:
        return f"size:{size}"
    try:
        with workspace.path(name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except (OSError, UnreadableError):
        return ""
