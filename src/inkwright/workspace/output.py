"""A folder that a build fills: only what changed is written, only what an earlier build wrote is removed.

What was written is listed in a *manifest* (`manifest.py`): path, SHA-256, time and size of each file, kept under
`.inkwright/` of the workspace, or in the folder itself where there is no workspace.
"""

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from inkwright.model.errors import UnwritableError, UsageError
from inkwright.model.post import Page
from inkwright.model.seen import UNTOLD, Seen, seen
from inkwright.workspace.atomic import MARK, replace_file, unwritable
from inkwright.workspace.folder import Workspace
from inkwright.workspace.manifest import Manifest
from inkwright.workspace.public import public_bytes

OURS = b'<meta name="generator" content="Inkwright">'
"""What every page of a build holds, so that a folder of ours is known when its manifest is gone."""
PUBLIC = "public"
"""Where a site of our own layout goes unless told otherwise."""
STATE = ".inkwright"
KEPT = ("private", "inkwright", "notes")
"""Folders of a workspace that hold what is never published or kept for good; so does the log's."""
FILE = stat.S_IFREG >> 12
"""What the mode of a file begins with, a link or a folder being none."""
_LOCAL_MANIFEST = f"{MARK}build.json"


class Output:
    """One build into one folder: `put` each page, then `finish`. `written`, `removed` and `kept` tell what was done."""

    def __init__(self, workspace: Workspace, out: str | Path) -> None:
        self.name = str(out)
        self.root = workspace.path(out)
        self._workspace = workspace
        self._now: dict[str, str] = {}
        self._checked: set[Path] = set()
        self._ours = False
        self._base = f"{self.root}/"
        self._manifest = Manifest(self._listed())
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
        below = f"{real.relative_to(base).as_posix()}/" if real.is_relative_to(base) else ""
        inside = next((path for path in sources if below and path.startswith(below)), "")
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
        self._begin()

    def _begin(self) -> None:
        """Tell whether what lies in the folder is ours."""
        known = bool(self._before)
        begun = self._manifest.out == self.name  # when nothing was in it
        self._ours = known or begun or _holds_our_pages(self.root)
        if not self._ours and not _holds_anything(self.root):
            with contextlib.suppress(UnwritableError):
                self._save({})  # a build that is killed before its end leaves files: they are ours, too
            self._ours = True

    def _kept_folder(self, real: Path, base: Path) -> str:
        """The folder of the workspace's own files that a place lies in, "" for none. `.inkwright/site` is for sites."""
        parts = real.relative_to(base).parts if real.is_relative_to(base) else ()
        if parts[:1] == (STATE,) and parts[1:2] != ("site",):
            return STATE
        log = Path(self._workspace.settings.log).parts
        kept = (*((name,) for name in KEPT), log) if self._workspace.inside else ()
        return next(("/".join(names) for names in kept if names and parts[: len(names)] == names), "")

    @cached_property
    def _before(self) -> dict[str, str]:
        """What an earlier build wrote; nothing when there is no list or it cannot be understood."""
        self._manifest.read()
        files = self._manifest.files
        if set(map(type, files.values())) <= {str} and _all_inside(files):
            return files.copy()
        return {path: known for path, known in files.items() if isinstance(known, str) and _inside(path)}

    @property
    def files(self) -> int:
        """How many files the folder was given, or kept, so far."""
        return len(self._now)

    def keep(self, path: str, digest: str) -> bool:
        """Leave a file as an earlier build wrote it; False when it is not that file any more or holds something else
        than what has this digest."""
        known = self._before.get(path, "")
        if not known.startswith(digest + " ") or stamp_of(self._base + path) != known[len(digest) + 1 :]:
            return False
        self._now[path] = known
        return True

    def seen(self) -> Seen:
        """How all files are now that the folder is filled, for `LeftOutput`."""
        return seen({path: _number(known) for path, known in self._now.items()})

    @property
    def as_listed(self) -> str:
        """What changes when the list of what was written does; "" where there is none."""
        return stamp_of(self._manifest.place)

    def put(self, page: Page) -> str:
        """Give the folder a page; the digest of what it holds then. Raises UnwritableError, UnreadableError."""
        place = self.root / page.path
        data = page.body
        if page.copy_from:
            data = public_bytes(self._workspace, page.copy_from)
        digest = hashlib.sha256(data).hexdigest()
        try:
            self._make_room(page.path, place)
            self._now[page.path] = digest
            if place.is_symlink() and not below(place, self.root):
                raise leads_out(f"{self.name}/{page.path}")
            found = place.read_bytes() if place.is_file() else None
            if found == data:
                self._now[page.path] = f"{digest} {stamp_of(place)}"
                return digest
            if found is not None and not self._ours:
                raise UsageError(
                    "this file was not made by a build and would be overwritten", path=f"{self.name}/{page.path}",
                    hint="Move it, or build into another folder.",
                )  # fmt: skip
            replace_file(place, data, durable=False)
            self._now[page.path] = f"{digest} {stamp_of(place)}"
        except OSError as error:
            raise unwritable(error, f"{self.name}/{page.path}") from error
        self.written += 1
        return digest

    def part(self) -> None:
        """In a copy of the process: from now on count only what the copy does."""
        self._now, self.written, self.removed, self.kept = {}, 0, 0, []

    def done(self) -> tuple[dict[str, str], int, int, list[str]]:
        """What was done since `part`: files as in the manifest, how many were written and removed, which were kept."""
        return self._now, self.written, self.removed, self.kept

    def join(self, now: Mapping[str, str], written: int, removed: int, kept: Sequence[str]) -> None:
        """Take over what a copy of the process has `done`."""
        self._now.update(now)
        self.written += written
        self.removed += removed
        self.kept += kept

    def finish(self) -> None:
        """Remove what an earlier build wrote and this one did not, unless someone changed it since."""
        for path in sorted(self._before.keys() - self._now.keys()):
            self._remove(path)
        self._save(self._now)

    def give_up(self) -> None:
        """Remember what was written after a build that failed, as far as the disk allows."""
        with contextlib.suppress(UnwritableError):
            self._save({**self._before, **self._now})

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
        if not below(place.parent, self.root):
            raise leads_out(f"{self.name}/{path}")
        self._checked.add(place.parent)

    def _remove(self, path: str) -> None:
        place = self.root / path
        digest = self._before.pop(path).partition(" ")[0]
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

    def _listed(self) -> Path:
        if not self._workspace.inside:
            return self.root / _LOCAL_MANIFEST
        key = hashlib.sha256(str(self.root.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._workspace.state / "build" / f"{key}.json"

    def _save(self, files: dict[str, str]) -> None:
        try:
            if self._workspace.inside or self._workspace.state in self.root.parents:
                self._workspace.make_state()
            self._manifest.write(self.name, files)
        except OSError as error:
            raise unwritable(error, str(self._manifest.place)) from error


def _holds_anything(folder: Path) -> bool:
    """Whether there is a file or folder in a folder; False when it is not there."""
    try:
        return any(folder.iterdir())
    except OSError:
        return False


def built_files(workspace: Workspace, out: str | Path) -> dict[str, str]:
    """The files that the last build left in a folder, by path with their SHA-256; {} when there was none."""
    return {path: known.partition(" ")[0] for path, known in Output(workspace, out)._before.items()}


def built_here(workspace: Workspace) -> tuple[str, ...]:
    """The folder in which builds of a workspace end up unless told otherwise, when one is there: nothing in it is
    what the site is made from."""
    usual = workspace.settings.site.out or PUBLIC
    return (usual,) if _holds_our_pages(workspace.path(usual)) else ()


def _holds_our_pages(folder: Path) -> bool:
    try:
        return OURS in (folder / "index.html").read_bytes()
    except OSError:
        return False


def stamp_of(place: str | Path) -> str:
    """Time and size of a file, "" when it is none."""
    try:
        state = os.lstat(place)
    except (OSError, ValueError):
        return ""
    return f"{state.st_mtime_ns}:{state.st_size}" if stat.S_ISREG(state.st_mode) else ""


def _number(known: str) -> int:
    """What `LeftOutput` compares of what is known of a file: its time and size."""
    try:
        when, size = map(int, known.partition(" ")[2].split(":"))
    except ValueError:
        return UNTOLD
    return hash((FILE, when, size))


def _inside(path: str) -> bool:
    """Whether a path of a manifest can only mean a file below the folder."""
    return path not in ("", ".") and "/../" not in f"/{path}/" and not os.path.isabs(path)  # noqa: PTH117 - of tens of thousands


def _all_inside(paths: Iterable[str]) -> bool:
    """Whether no path of a manifest needs a closer look: each has plain names only."""
    joined = "\n".join(["", *paths, ""])
    odd = ("\n\n", "\n/", "\n.", "/.", ":", "\\")  # empty, from a root, `..` or a hidden file, a drive
    return not any(sign in joined for sign in odd)


def below(place: Path, root: Path) -> bool:
    """Whether a place is below a folder once all links are followed."""
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root))


def leads_out(path: str) -> UnwritableError:
    """The sentence for a place that is not in the folder once links are followed."""
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
