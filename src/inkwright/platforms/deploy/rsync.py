"""A server that rsync reaches, by ssh or as a folder: only what changed is sent, only what we sent is removed.

**Source:** rsync(1), version 3.1 or later (`--files-from`, `--delete-missing-args`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from inkwright.model.deploy import Changes
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.target import LIST, Disk, Doors, Place, Ran, Read, Target, in_order

_ABSENT = regex(r"No such file or directory|link_stat .* failed|change_dir .* failed")
_HELD = ".inkwright-held"
"""A file that keeps a folder from being empty."""
_FLAGS = ("--recursive", "--ignore-times", "--chmod=D755,F644", "--from0", "--files-from=-")


@dataclass
class Server:
    """The place. `staging` is a folder of our own where files wait to be sent, `waiting` its path."""

    said: str
    to: str
    staging: Disk
    waiting: str
    doors: Doors
    note: str = ""

    def listed(self) -> bytes:
        """The list that lies there. Raises UsageError when the server cannot be reached."""
        self.staging.remove(LIST)
        done = self.doors.run(("rsync", "--ignore-times", "--", f"{self.to}{LIST}", "./"), self.waiting)
        if done.code == 23 and _ABSENT.search(done.errors):
            return b""
        _must(done)
        return self.staging.read(LIST) or b""

    def transfer(self, changes: Changes, read: Read, lists: tuple[bytes, bytes]) -> None:
        """The list for the time being, the files, the removals, the final list."""
        self.staging.write(LIST, lists[0])
        self._send([LIST])
        for path in changes.send:
            self.staging.write(path, read(path))
        ordered = in_order(changes.send)
        pages = [path for path in ordered if path.endswith((".html", ".xml", ".json"))]
        self._send(ordered[: len(ordered) - len(pages)])
        self._send(pages)
        self._remove(changes.remove)
        self.staging.write(LIST, lists[1])
        self._send([LIST])
        for path in changes.send:
            self.staging.remove(path)

    def _remove(self, paths: Iterable[str]) -> None:
        """Have files removed there by naming them while they are not here; their folders must be here for that."""
        held = {f"{path.rpartition('/')[0]}/{_HELD}".lstrip("/") for path in paths}
        for path in held:
            self.staging.write(path, b"")
        for path in paths:
            self.staging.remove(path)
        self._send(paths, "--delete-missing-args")
        for path in held:
            self.staging.remove(path)

    def _send(self, paths: Iterable[str], *more: str) -> None:
        named = "\0".join(paths).encode()
        if named:
            _must(self.doors.run(("rsync", *_FLAGS, *more, "--", "./", self.to), self.waiting, named))


def _must(done: Ran) -> None:
    if done.code:
        said = (done.errors.splitlines() or [f"it ended with {done.code}"])[0]
        raise UsageError(f"rsync failed: {said}", hint="Mend that and deploy again; it goes on where it stopped.")


def fault(settings: DeployTarget) -> str:
    """`to` is what rsync takes as a destination."""
    if not settings.to or settings.to.startswith("-"):
        return "`to` must be `user@host:path`, or a folder"
    return ""


def open_server(settings: DeployTarget, doors: Doors) -> Place:
    """The place; nothing is asked yet. A folder is meant from the workspace."""
    to = settings.to if ":" in settings.to or settings.to.startswith("/") else f"{doors.here}/{settings.to}"
    doors.reach(settings.to)
    return Server(settings.to, to.rstrip("/") + "/", doors.staging(), doors.state, doors)


TARGET = Target(open_server, fault)
