"""The folder a writer works in: found, read, written whole or not at all. The only way from the product to the disk."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from inkwright.model.errors import ConflictError, UnreadableError, UnwritableError, UsageError
from inkwright.model.seen import Seen
from inkwright.model.settings import Settings
from inkwright.model.source import DIALECTS, Source
from inkwright.workspace.atomic import append_bytes, locked, probe, replace_file, sweep, unwritable
from inkwright.workspace.identities import NO_POSTS, Identities
from inkwright.workspace.listing import Listing
from inkwright.workspace.reading import decode, read_whole, unreadable
from inkwright.workspace.settings import SETTINGS_FILE, CaptureSettings, capture_settings, load_settings
from inkwright.workspace.stamps import changed, stamps


def hash_of(text: str) -> str:
    """SHA-256 of a text as UTF-8, in hex: what `write(expected=)` compares."""
    return digest(text.encode("utf-8", "surrogatepass"))


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    import hashlib  # here, because `idea` and `log` start faster without

    return hashlib.sha256(data).hexdigest()


class Workspace:
    """A folder with (`inside`) or without an `inkwright.toml`.

    Paths given to its methods are relative to `root` or absolute. Nothing is cached but the settings.
    `identities` knows its posts once it was surveyed, so that a record follows its post to another name.
    """

    def __init__(self, root: Path, inside: bool) -> None:
        self.root = root
        self.inside = inside
        self.identities: Identities = NO_POSTS

    @cached_property
    def settings(self) -> Settings:
        """The settings, read on first use; the defaults outside a workspace. Raises SettingsError."""
        return load_settings(self.root / SETTINGS_FILE) if self.inside else Settings()

    @cached_property
    def capture(self) -> CaptureSettings:
        """The three settings that `idea` and `log` need, quickly. Raises SettingsError."""
        return capture_settings(self.root / SETTINGS_FILE) if self.inside else CaptureSettings()

    @property
    def state(self) -> Path:
        """The folder of everything disposable, `.inkwright`; it may not exist yet."""
        return self.root / ".inkwright"

    def path(self, path: str | Path) -> Path:
        """Where a workspace path is on the disk."""
        return self.root / path

    def relative(self, path: str | Path) -> str:
        """A path as typed in the current folder, as a workspace path: relative when below the root, else absolute."""
        absolute = Path(path).absolute()
        for form in (Path(os.path.normpath(absolute)), Path(os.path.realpath(absolute))):
            if form.is_relative_to(self.root):
                return form.relative_to(self.root).as_posix()
        return Path(os.path.normpath(absolute)).as_posix()

    def exists(self, path: str | Path) -> bool:
        """Whether there is a file (not a folder) of that name."""
        return self.path(path).is_file()

    def size(self, path: str | Path) -> int:
        """The bytes of a file, 0 when it is not there."""
        try:
            return self.path(path).stat().st_size
        except OSError:
            return 0

    def stamp(self, path: str | Path) -> str:
        """What changes when a file does: its time and size. Raises UnreadableError."""
        try:
            found = self.path(path).stat()
        except OSError as error:
            raise unreadable(error, str(path)) from error
        return f"{found.st_mtime_ns}:{found.st_size}"

    def stamps(self, paths: Iterable[str]) -> dict[str, str]:
        """What changes when a file does, for each of many relative paths that is there."""
        return stamps(self.root, paths)

    def changed(self, seen: Seen) -> list[str]:
        """Those of many files whose stamp is another now; `seen` holds the `number` of each stamp."""
        return changed(self.root, seen)

    def read(self, path: str | Path) -> Source:
        """A text exactly as it stands in its file: BOM and line ends kept. Raises UnreadableError."""
        name = PurePosixPath(path).as_posix() if isinstance(path, str) else path.as_posix()
        return self.source(name, decode(self.read_bytes(path), name))

    def source(self, path: str, text: str) -> Source:
        """A text as that of a file, whose ending tells its dialect."""
        return Source(path, text, DIALECTS.get(PurePosixPath(path).suffix.lower(), "markdown"))

    def read_bytes(self, path: str | Path) -> bytes:
        """The bytes of a file. Raises UnreadableError."""
        return read_whole(self.path(path), str(path))

    def write(self, path: str | Path, text: str, expected: str | None = None) -> None:
        """Give a file a new text, whole or not at all, and wait until it is on the disk.

        `expected` is the `hash_of` the text that the change was made from, "" for a file that must not exist yet:
        when the file holds something else by now nothing is written. Raises ConflictError, UnwritableError.
        """
        self.write_bytes(path, text.encode("utf-8", "surrogatepass"), expected)

    def write_bytes(self, path: str | Path, data: bytes, expected: str | None = None, *, durable: bool = True) -> None:
        """As `write`, for bytes. `durable=False` is for what can be made again (a built site): atomic, not synced."""
        name = str(path)
        place = self._writable(path)
        try:
            with self._lock() if durable else contextlib.nullcontext():
                if expected is not None:
                    _compare(place, expected, name)
                replace_file(place, data, durable=durable, staging=self._staging())
        except OSError as error:
            raise unwritable(error, name) from error

    def append_line(self, path: str | Path, line: str) -> None:
        """Add a line at the end of a file, under the workspace's lock, and wait until it is on the disk.

        The file is made when missing; a missing final line end is added first; a file with CRLF stays so. What
        other processes append at the same time is kept. Raises UnwritableError, UnreadableError.
        """
        name = str(path)
        place = self._writable(path)
        try:
            with self._lock():
                append_bytes(place, _with_line_ends(place, line, name))
        except OSError as error:
            raise unwritable(error, name) from error

    def files(self, patterns: Iterable[str], exclude: Iterable[str] = (), below: str | Path = "") -> list[str]:
        """Files that match a glob or lie below a named folder, relative to the root, POSIX, sorted.

        Hidden folders and `node_modules` are left out, linked folders not followed. `below` lists another folder
        instead (a vault), relative to that. A folder that does not exist has no files; one further down that cannot be
        listed is left out (`listing` tells which). Raises UnreadableError when the folder itself cannot be listed.
        """
        listing = self.listing()
        found = listing.files(patterns, exclude, below)
        if closed := listing.closed.get(listing.shown(below)):
            raise closed
        return found

    def listing(self) -> Listing:
        """The folder as it is now, for a piece of work that asks it more than once."""
        return Listing(self.root)

    def hash_of(self, text: str) -> str:
        """SHA-256 of a text, as `write(expected=)` compares it."""
        return hash_of(text)

    def make_state(self) -> Path:
        """The folder of everything disposable, made when missing with a `.gitignore` that keeps it out of git."""
        ignore = self.state / ".gitignore"
        if not ignore.exists():
            self.state.mkdir(parents=True, exist_ok=True)
            ignore.write_text("*\n", encoding="utf-8")
        return self.state

    def try_state(self) -> Path:
        """As `make_state`, for what can do without: the folder is not there afterwards where nothing can be written."""
        with contextlib.suppress(OSError):
            self.make_state()
        return self.state

    def why_not_writable(self) -> str:
        """One sentence saying why nothing can be written here, "" when it can."""
        try:
            probe(self.root)
        except OSError as error:
            return str(unwritable(error, str(self.root)))
        return ""

    def sweep(self) -> int:
        """Remove what killed processes left half-written; how many files. Nothing while another process writes."""
        notes = self.state / "writing"
        if not self.inside or not notes.is_dir() or not any(notes.iterdir()):
            return 0
        with contextlib.suppress(OSError), locked(self.state / "lock", wait=False) as held:
            return sweep(notes) if held else 0
        return 0

    def _staging(self) -> Path | None:
        return self.make_state() / "writing" if self.inside else None

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        """Hold the lock of the workspace; outside one there is none."""
        if not self.inside:
            yield
            return
        with locked(self.make_state() / "lock"):
            yield

    def _writable(self, path: str | Path) -> Path:
        """Where to write. A relative path must stay below the root, links included; an absolute one is what the user
        named, but notes kept elsewhere are only read."""
        place = self.path(path)
        real, root = Path(os.path.realpath(place)), os.path.realpath(self.root)
        if real.is_relative_to(root):
            return place
        if not Path(path).is_absolute():
            raise UnwritableError("this path leads out of the workspace", path=str(path), hint="Choose one inside.")
        if self.inside and real.is_relative_to(os.path.realpath(self.path(self.settings.notes))):
            raise UnwritableError(
                "this lies among notes outside the workspace, which are only read; nothing was changed",
                path=str(path), hint="Copy it into the workspace to work on it.",
            )  # fmt: skip
        return place


def open_workspace(start: str | Path = ".") -> Workspace:
    """The workspace that `start` (a folder or a file) lies in, found by looking upward for `inkwright.toml`.

    Without one the folder itself with default settings and `inside` False: nothing but what the user names is then
    ever written. What a killed process left half-written is removed.
    """
    place = Path(start).absolute()
    folder = place if place.is_dir() else place.parent
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS_FILE).is_file():
            workspace = Workspace(Path(os.path.normpath(candidate)), inside=True)
            workspace.sweep()
            return workspace
    return Workspace(Path(os.path.normpath(folder)), inside=False)


def workspace_of(names: Iterable[str]) -> Workspace:
    """The workspace around the current folder, or, when there is none, around the first named path that exists."""
    here = open_workspace(".")
    if here.inside:
        return here
    named = (open_workspace(name) for name in names if Path(name).exists())
    return next((workspace for workspace in named if workspace.inside), here)


def make_folder(place: str | Path) -> Workspace:
    """A folder, made when missing, as the workspace that it is or is to become.

    Raises UnwritableError when there can be no such folder, UsageError when it lies inside another workspace.
    """
    root = Path(os.path.normpath(Path(place).expanduser().absolute()))
    around = next((folder for folder in root.parents if (folder / SETTINGS_FILE).is_file()), None)
    if around is not None and not (root / SETTINGS_FILE).is_file():
        raise UsageError(
            "this folder lies inside the workspace", path=str(around), hint="Work there, or choose a folder outside."
        )
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, str(place)) from error
    return Workspace(root, inside=(root / SETTINGS_FILE).is_file())


def require_workspace(start: str | Path = ".") -> Workspace:
    """The workspace of `start`, or the one that INKWRIGHT_WORKSPACE names. Raises UsageError when there is neither."""
    workspace = open_workspace(start)
    named = os.environ.get("INKWRIGHT_WORKSPACE", "")
    if not workspace.inside and named:
        workspace = open_workspace(Path(named).expanduser())
        if not workspace.inside:
            raise UsageError(
                f"INKWRIGHT_WORKSPACE names {named}, which has no inkwright.toml", hint="Run `inkwright init` there."
            )
    if not workspace.inside:
        raise UsageError(
            "this folder is in no workspace",
            hint="Run `inkwright init` here, change to your blog's folder, or set INKWRIGHT_WORKSPACE to it.",
        )
    return workspace


def _compare(place: Path, expected: str, name: str) -> None:
    """Raise ConflictError unless the file holds what its writer believes."""
    try:
        found = digest(place.read_bytes())
    except FileNotFoundError:
        found = ""
    if found == expected:
        return
    if expected == "":
        raise ConflictError("there is already a file of that name; nothing was written", path=name)
    raise ConflictError(
        "the file changed on disk since it was read; nothing was written", path=name, hint="Look at it and try again."
    )


def _with_line_ends(place: Path, line: str, name: str) -> bytes:
    """The bytes to append: the line with the file's own line end, and one before it when the last line has none."""
    tail = b""
    if place.exists():
        with place.open("rb") as file:
            head = file.read(2)
            file.seek(max(0, place.stat().st_size - 4096))
            tail = file.read()
        if head in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableError("this file is UTF-16", path=name, hint="Save it as UTF-8.")
    end = b"\r\n" if b"\r\n" in tail else b"\n"
    missing = end if tail and not tail.endswith((b"\n", b"\r")) else b""
    return missing + line.encode("utf-8", "replace") + end
