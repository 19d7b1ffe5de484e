"""A folder that a build fills: only what changed is written, only what an earlier build wrote is removed.

What was written is listed in a *manifest*: path and SHA-256 of each file, kept under `.inkwright/` of the workspace,
or in the folder itself where there is no workspace.
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from inkwright.model.errors import UnwritableError, UsageError
from inkwright.model.post import Page
from inkwright.workspace.atomic import MARK, replace_file, unwritable
from inkwright.workspace.folder import Workspace
from inkwright.workspace.reading import unreadable

OURS = b'<meta name="generator" content="Inkwright">'
"""What every page of a build holds, so that a folder of ours is known when its manifest is gone."""
STATE = ".inkwright"
KEPT = ("private", "inkwright", "notes")
"""Folders of a workspace that hold what is never published or kept for good; so does the log's."""
_LOCAL_MANIFEST = f"{MARK}build.json"


class Output:
    """One build into one folder: `put` each page, then `finish`. `written`, `removed` and `kept` tell what was done."""

    def __init__(self, workspace: Workspace, out: str | Path) -> None:
        self.name = str(out)
        self.root = workspace.path(out)
        self._workspace = workspace
        self._before: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._checked: set[Path] = set()
        self._ours = False
        self.written = 0
        self.removed = 0
        self.kept: list[str] = []

    def open(self, sources: Iterable[str]) -> None:
        """Make sure that the folder may be filled. `sources` are the workspace files that the site is made from.

        Raises UsageError when the folder is, holds or would hide what the site is made from.
        """
        real, base = Path(os.path.realpath(self.root)), Path(os.path.realpath(self._workspace.root))
        hint = "Choose a folder of its own, such as `public`."
        if base.is_relative_to(real):
            raise UsageError("the site cannot be built over the workspace itself", path=self.name, hint=hint)
        inside = next((path for path in sources if (base / path).is_relative_to(real)), "")
        if inside or ".git" in real.parts:
            held = f"it holds {inside}" if inside else "it belongs to git"
            raise UsageError(f"the site cannot be built into this folder: {held}", path=self.name, hint=hint)
        if kept := self._kept_folder(real, base):
            raise UsageError(
                f"the site cannot be built into this folder: {kept} is for Inkwright's own files",
                path=self.name, hint=hint,
            )  # fmt: skip
        if real.exists() and not real.is_dir():
            raise UsageError("this is a file, not a folder", path=self.name, hint=hint)
        self._before = self._load()
        self._ours = bool(self._before) or self._holds_our_pages()

    def _kept_folder(self, real: Path, base: Path) -> str:
        """The folder of the workspace's own files that a place lies in, "" for none. `.inkwright/site` is for sites."""
        parts = real.relative_to(base).parts if real.is_relative_to(base) else ()
        if parts[:1] == (STATE,) and parts[1:2] != ("site",):
            return STATE
        log = Path(self._workspace.settings.log).parts
        kept = (*((name,) for name in KEPT), log) if self._workspace.inside else ()
        return next(("/".join(names) for names in kept if names and parts[: len(names)] == names), "")

    def put(self, page: Page) -> bool:
        """Give the folder a page; whether its file is new or changed. Raises UnwritableError, UnreadableError."""
        place = self.root / page.path
        data = page.body
        if page.copy_from:
            data = self._bytes_of(page.copy_from)
        digest = hashlib.sha256(data).hexdigest()
        try:
            self._make_room(page.path, place)
            self._now[page.path] = digest
            if place.is_symlink() and not _below(place, self.root):
                raise _leads_out(f"{self.name}/{page.path}")
            found = place.read_bytes() if place.is_file() else None
            if found == data:
                return False
            if found is not None and not self._ours:
                raise UsageError(
                    "this file was not made by a build and would be overwritten", path=f"{self.name}/{page.path}",
                    hint="Move it, or build into another folder.",
                )  # fmt: skip
            replace_file(place, data, durable=False)
        except OSError as error:
            raise unwritable(error, f"{self.name}/{page.path}") from error
        self.written += 1
        return True

    def finish(self) -> None:
        """Remove what an earlier build wrote and this one did not, unless someone changed it since."""
        for path in sorted(set(self._before) - set(self._now)):
            self._remove(path)
        self._save(self._now)

    def give_up(self) -> None:
        """Remember what was written after a build that failed, as far as the disk allows."""
        with contextlib.suppress(UnwritableError):
            self._save({**self._before, **self._now})

    def _bytes_of(self, source: str) -> bytes:
        try:
            return self._workspace.path(source).read_bytes()
        except OSError as error:
            raise unreadable(error, source) from error

    def _make_room(self, path: str, place: Path) -> None:
        """Refuse a way out of the folder through a link; clear away what an earlier build left in the way."""
        if place.is_dir() and not place.is_symlink():
            for old in [old for old in self._before if old.startswith(path + "/")]:
                self._remove(old)
        if place.parent in self._checked:
            return
        for above in list(Path(path).parents)[-2::-1]:
            name = above.as_posix()
            if name in self._before and name not in self._now and (self.root / above).is_file():
                self._remove(name)
        if not _below(place.parent, self.root):
            raise _leads_out(f"{self.name}/{path}")
        self._checked.add(place.parent)

    def _remove(self, path: str) -> None:
        place = self.root / path
        digest = self._before.pop(path)
        try:
            if not place.is_file():
                return
            if hashlib.sha256(place.read_bytes()).hexdigest() != digest:
                self.kept.append(path)
                return
            place.unlink()
            self.removed += 1
            for folder in place.parents:
                if folder == self.root or not _rmdir(folder):
                    break
        except OSError as error:
            raise unwritable(error, f"{self.name}/{path}") from error

    def _manifest(self) -> Path:
        if not self._workspace.inside:
            return self.root / _LOCAL_MANIFEST
        key = hashlib.sha256(str(self.root.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._workspace.state / "build" / f"{key}.json"

    def _load(self) -> dict[str, str]:
        """What an earlier build wrote; nothing when there is no list or it cannot be understood."""
        try:
            found = json.loads(self._manifest().read_bytes())
        except (OSError, ValueError):
            return {}
        files = found.get("files") if isinstance(found, dict) else None
        if not isinstance(files, dict):
            return {}
        return {path: digest for path, digest in files.items() if isinstance(digest, str) and _inside(path)}

    def _save(self, files: dict[str, str]) -> None:
        text = json.dumps({"out": self.name, "files": files}, indent=0, sort_keys=True, ensure_ascii=False)
        try:
            if self._workspace.inside or self._workspace.state in self.root.parents:
                self._workspace.make_state()
            replace_file(self._manifest(), text.encode("utf-8", "surrogatepass"), durable=False)
        except OSError as error:
            raise unwritable(error, str(self._manifest())) from error

    def _holds_our_pages(self) -> bool:
        try:
            return OURS in (self.root / "index.html").read_bytes()
        except OSError:
            return False


def _inside(path: str) -> bool:
    """Whether a path of a manifest can only mean a file below the folder."""
    parts = Path(path).parts
    return bool(parts) and not Path(path).is_absolute() and ".." not in parts


def _below(place: Path, root: Path) -> bool:
    """Whether a place is below a folder once all links are followed."""
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root))


def _leads_out(path: str) -> UnwritableError:
    return UnwritableError("a link leads out of the output folder", path=path, hint="Remove the link.")


def _rmdir(folder: Path) -> bool:
    """Remove a folder if it is empty; whether it is gone."""
    try:
        folder.rmdir()
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        return False
    return True
