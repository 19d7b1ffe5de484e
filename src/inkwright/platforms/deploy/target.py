"""What a target of deployment is to us, and what it may use of the outside: doors that the flow hands in.

A target is a file of this package with a `TARGET`; its kind is its name with dashes. It keeps, beside the files of the
site, a *list* of them with their SHA-256. By that list only what changed is sent and only what we once sent is removed;
files of somebody else stay. Before anything is sent the list is made to name all that may be there afterwards, so that
a deployment that was killed is made good by the next.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from msgspec import Struct

from inkwright.model.deploy import Changes, Digests
from inkwright.model.net import Reply
from inkwright.model.settings import DeployTarget

LIST = ".inkwright-deploy.json"
"""The name of the list."""
UNKNOWN = ""
"""The digest, in a list, of a file that may or may not be there."""
Read = Callable[[str], bytes]
"""The bytes of a file of the site, by its path."""


class Ran(Protocol):
    """What a program came to: its exit code, what it printed, and its errors as text."""

    @property
    def code(self) -> int:
        """0 for a success."""

    @property
    def output(self) -> bytes:
        """What it printed."""

    @property
    def errors(self) -> str:
        """What it complained of."""


class Disk(Protocol):
    """A folder outside the workspace that the writer named."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below it; None without one."""

    def write(self, path: str, data: bytes) -> None:
        """Give a file below it those bytes, whole or not at all."""

    def remove(self, path: str) -> None:
        """Remove a file and the folders that are empty then; nothing where there is none."""


class Web(Protocol):
    """Sends requests to the one server that the settings name."""

    def request(self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Reply:
        """The answer, whatever its status."""


class Run(Protocol):
    """Runs a program of the writer's own in a folder, with their environment."""

    def __call__(self, words: Sequence[str], folder: str, stdin: bytes = b"") -> Ran:
        """Run it to its end."""


class Doors(Struct, frozen=True):
    """The outside. `here` is the workspace's folder, `state` one for the target's own disposable files, `staging` the
    same as a disk. `secret` gives the value of an environment variable or what the keyring keeps under its name, `each`
    calls a function with each of some paths, several at once, `reach` raises NetError for a place on another machine
    when the network is forbidden; `over` says that files of somebody else may be overwritten."""

    here: str
    state: str
    now: datetime
    disk: Callable[[str], Disk]
    web: Callable[[str], Web]
    run: Run
    secret: Callable[[str], str]
    staging: Callable[[], Disk]
    each: Callable[[Callable[[str], None], Iterable[str]], None]
    reach: Callable[[str], None]
    over: bool = False

    def now_utc(self) -> datetime:
        """The moment in UTC."""
        return self.now.astimezone(UTC)


class Place(Protocol):
    """A target that is ready."""

    said: str
    """The place in words."""
    note: str
    """What the writer should know besides."""

    def listed(self) -> bytes:
        """The list as the last deployment left it, b"" for none."""

    def transfer(self, changes: Changes, read: Read, lists: tuple[bytes, bytes]) -> None:
        """Make the changes; `lists` are the list for the time being and the final one. Raises UsageError, NetError."""


class Target(Struct, frozen=True):
    """A kind of target: `fault` says what is wrong with its settings ("" for nothing), `open` makes it ready, `files`
    are files that it wants beside those of the site."""

    open: Callable[[DeployTarget, Doors], Place]
    fault: Callable[[DeployTarget], str]
    files: Callable[[DeployTarget], Mapping[str, bytes]] = lambda settings: {}


def difference(now: Digests, before: Digests, everything: bool = False) -> Changes:
    """What turns a place that holds `before` into one that holds `now`; `everything` sends all files."""
    send = sorted(path for path in now if everything or before.get(path) != now[path])
    remove = sorted(set(before) - set(now))
    return Changes(tuple(send), tuple(remove), len(now) - len(send))


def lists(now: Digests, before: Digests, changes: Changes) -> tuple[bytes, bytes]:
    """The list while the changes are made, and after them."""
    between = {**before, **dict.fromkeys(changes.send, UNKNOWN)}
    return _written(between), _written(now)


def read_list(data: bytes) -> dict[str, str]:
    """The files of a list by their digest; {} for none and for one that cannot be understood."""
    try:
        found = json.loads(data).get("files") if data else {}
    except (ValueError, AttributeError):
        return {}
    files = found if isinstance(found, dict) else {}
    return {path: digest for path, digest in files.items() if isinstance(digest, str) and safe(path)}


def safe(path: str) -> bool:
    """Whether a path can only mean a file below the place."""
    parts = path.split("/")
    return bool(path) and not any(part in ("", ".", "..") for part in parts) and not set("\\\n\r\0") & set(path)


def in_order(paths: Iterable[str]) -> list[str]:
    """Paths so that no page is there before what it shows: pages last."""
    return sorted(paths, key=lambda path: (path.endswith((".html", ".xml", ".json")), path))


def _written(files: Digests) -> bytes:
    return json.dumps({"version": 1, "files": dict(sorted(files.items()))}, ensure_ascii=False, indent=0).encode()
