"""The folder in which a post's snippets run: a copy of the post's own, thrown away afterwards.

Small files are copied, so that snippets can change them; large ones, Markdown and what is beyond the budget are links
to the originals, to be read. `..` leads to the same neighbours as in the original.
"""

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from inkwright.model.source import TEXTS

COPIED_MB = 4
"""Megabytes up to which a file is copied rather than linked."""
BUDGET_MB = 64
"""Megabytes that are copied for one post."""
_LEFT = frozenset({"node_modules", "__pycache__", "venv"})
_MOST = 5000
_NAME = "inkwright-run-"
_HOUR = 3600


class Scratch:
    """The folders of one run, made on disk: `folder` (the copy, where snippets run), `home`, `tmp`, and `control` for
    the runner's own files. All lie in `root`, which `close` removes; `writable` are the folders in it."""

    def __init__(self, original: Path, top: Path | None) -> None:
        sweep(Path(tempfile.gettempdir()))
        self.root = Path(tempfile.mkdtemp(prefix=own_prefix())).resolve()
        self.original = original
        self.home, self.tmp, self.control = (self.root / name for name in ("home", "tmp", "control"))
        for made in (self.home, self.tmp, self.control):
            made.mkdir()
        self.folder = _mirrored(self.root / "post", original, top) if top else self.root / "post"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.writable = (self.root / "post", self.home, self.tmp, self.control)
        self._budget = BUDGET_MB << 20
        if original.is_dir():
            self._copy(original, self.folder)
        self._known = dict(_stamps(self.folder))
        self._beside = dict(_stamps(original)) if original.is_dir() else {}

    def _copy(self, source: Path, target: Path) -> None:
        for entry in sorted(os.scandir(source), key=lambda found: found.name):
            place = target / entry.name
            if entry.name.startswith("."):
                continue
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False) and entry.name not in _LEFT:
                    place.mkdir(exist_ok=True)
                    self._copy(Path(entry.path), place)
                    continue
                size = entry.stat().st_size
                small = size <= COPIED_MB << 20 and size <= self._budget and entry.is_file()
                if small and not entry.name.lower().endswith(TEXTS):
                    shutil.copy2(entry.path, place)
                    self._budget -= size
                else:
                    place.symlink_to(os.path.realpath(entry.path))

    def wrote(self) -> tuple[str, ...]:
        """Files of the folder that are new or changed since this was last asked, relative to it, sorted."""
        now = dict(_stamps(self.folder))
        changed = sorted(name for name, stamp in now.items() if self._known.get(name) != stamp)
        self._known = now
        return tuple(changed)

    def outside(self) -> tuple[str, ...]:
        """Files beside the post itself that are new, changed or gone since this was last asked, sorted."""
        now = dict(_stamps(self.original)) if self.original.is_dir() else {}
        names = {*now, *self._beside}
        changed = sorted(name for name in names if self._beside.get(name) != now.get(name))
        self._beside = now
        return tuple(changed)

    def close(self) -> None:
        """Remove all of it, as far as the system lets."""
        shutil.rmtree(self.root, onerror=_writable_then_again)


def own_prefix() -> str:
    """How the name of a temporary folder of this process begins, so that `sweep` finds it should we be killed."""
    return f"{_NAME}{os.getpid()}-"


def sweep(folder: Path) -> None:
    """Remove what runs left there that were killed: scratch folders older than an hour whose process is gone."""
    if sys.platform != "linux":
        return
    for place in folder.glob(f"{_NAME}*-*"):
        pid = place.name.removeprefix(_NAME).partition("-")[0]
        with contextlib.suppress(OSError, ValueError):
            if time.time() - place.stat().st_mtime > _HOUR and not Path(f"/proc/{int(pid)}").exists():
                shutil.rmtree(place, onerror=_writable_then_again)


def _mirrored(base: Path, original: Path, top: Path) -> Path:
    """A folder whose way up to `top` has the same neighbours as the original's, as links."""
    parts = original.relative_to(top).parts if original.is_relative_to(top) else ()
    here, there = base, top
    for part in parts:
        here.mkdir(parents=True)
        for entry in os.scandir(there):
            if entry.name != part:
                (here / entry.name).symlink_to(entry.path)
        here, there = here / part, there / part
    return here


def _stamps(folder: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Time, size and number of each file below a folder, hidden ones and links left out; at most the first 5,000."""
    stack, seen = [""], 0
    while stack:
        prefix = stack.pop()
        with contextlib.suppress(OSError):
            for entry in os.scandir(folder / prefix):
                if entry.name.startswith(".") or entry.name in _LEFT:
                    continue
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    stack.append(name + "/")
                elif entry.is_file(follow_symlinks=False) and seen < _MOST:
                    found = entry.stat()
                    seen += 1
                    yield name, (found.st_mtime_ns, found.st_size, found.st_ino)


def _writable_then_again(function: object, path: str, _: object) -> None:
    """Give back the permission that a snippet took away, and try once more; nothing that a link leads to, and nothing
    above the run's own folder, is changed."""
    place = Path(path)
    with contextlib.suppress(OSError):
        if not place.name.startswith(_NAME):
            place.parent.chmod(0o700)
        if place.is_symlink() or not place.is_dir():
            place.unlink()
        else:
            place.chmod(0o700)
            shutil.rmtree(place, ignore_errors=True)
