"""What a child process may take, what it may see, and how it is ended with everything that it started."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "VIRTUAL_ENV", "PATHEXT", "COMSPEC")
"""Environment variables that a child sees besides those of the settings and its own folders."""
OUTPUT_MB = 4
"""Megabytes that one snippet may print."""
FILE_MB = 256
"""Megabytes that any one file written by a snippet may hold."""
PROCESSES = 64
"""Processes that a post's snippets may have at once."""
_SUBREAPER, _DEATH_SIGNAL = 36, 1


def environment(outer: Mapping[str, str], passed: Sequence[str], home: Path, tmp: Path) -> dict[str, str]:
    """The environment of a child: no secrets, a home and a folder for temporary files of its own, the same order of
    sets every time. `passed` names variables that it may see besides."""
    own = {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(tmp), "TEMP": str(tmp), "TMP": str(tmp)}
    kept = {name: outer[name] for name in (*KEPT, *passed) if name in outer}
    settled = {
        "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "agg",
        "NO_COLOR": "1", "NODE_NO_WARNINGS": "1",
    }  # fmt: skip
    return {**settled, **own, **kept}


def limiter(memory_mb: int) -> Callable[[], None] | None:
    """What a new child does before its program starts: it lowers its limits. None where there are none.

    On Linux it also forks once more into a session of its own, so that what kills its parent's group kills only the
    process in between; and both end when the process above them is killed.
    """
    if os.name != "posix":
        return None
    import resource

    linux = sys.platform == "linux"
    memory = resource.RLIMIT_DATA if linux else resource.RLIMIT_AS
    limits = [(memory, memory_mb << 20), (resource.RLIMIT_FSIZE, FILE_MB << 20), (resource.RLIMIT_CORE, 0)]
    if linux and os.getuid():
        limits.append((resource.RLIMIT_NPROC, _threads_of_user() + 8 * PROCESSES))
    highest = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    control = _process_control()

    def begin() -> None:
        for what, amount in limits:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (amount, amount))
        if linux:
            control(_DEATH_SIGNAL, signal.SIGKILL)
            _step_aside(min(highest, 4096))
            control(_DEATH_SIGNAL, signal.SIGKILL)

    return begin


def _step_aside(highest: int) -> None:
    """Fork: the child goes on to become the program, this process waits for it and ends as it does."""
    child = os.fork()
    if child == 0:
        os.setsid()
        return
    os.closerange(0, highest)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        signal.signal(-code, signal.SIG_DFL) if -code not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -code)
    os._exit(code if code >= 0 else 1)


def adopt_orphans() -> None:
    """Let processes whose parents die become children of this one, so that none escapes. Only on Linux."""
    _process_control()(_SUBREAPER, 1)


def _process_control() -> Callable[[int, int], object]:
    """prctl(2) with one argument; on other systems something that does nothing."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            call = ctypes.CDLL(None).prctl
            return lambda what, value: call(what, value, 0, 0, 0)
    return lambda what, value: None


def descendants(root: int, parents: Mapping[int, int] | None = None) -> set[int]:
    """The processes below one that still live; empty where the system does not tell."""
    below: dict[int, list[int]] = {}
    for pid, parent in (_parents() if parents is None else parents).items():
        below.setdefault(parent, []).append(pid)
    found: set[int] = set()
    stack = [root]
    while stack:
        new = [pid for pid in below.get(stack.pop(), ()) if pid not in found]
        found.update(new)
        stack += new
    return found


def strays(known: Collection[int], parents: Mapping[int, int]) -> set[int]:
    """Children of this process that are in sessions of their own and not among `known`, with all below them: what
    escaped from a child that has ended."""
    mine = os.getpid()
    found: set[int] = set()
    for pid, parent in parents.items():
        if parent == mine and pid not in known:
            with contextlib.suppress(OSError):
                if os.getsid(pid) != os.getsid(0):
                    found |= {pid} | descendants(pid, parents)
    return found


def kill_all(root: int, known: Collection[int]) -> None:
    """End a child with everything that it started, wherever that has gone. `known` are children that stay."""
    if os.name != "posix":
        with contextlib.suppress(OSError):
            os.kill(root, signal.SIGTERM)
        return
    until = time.monotonic() + 10
    while time.monotonic() < until:
        parents = _parents()
        doomed = descendants(root, parents) | strays({*known, root}, parents)
        for pid in (root, *doomed):
            with contextlib.suppress(OSError):
                if pid == root or os.getsid(pid) == pid:
                    os.killpg(pid, signal.SIGKILL)
                os.kill(pid, signal.SIGKILL)
        for pid in doomed - {root}:
            with contextlib.suppress(OSError):
                os.waitpid(pid, os.WNOHANG)
        if not doomed:
            return
        time.sleep(0.005)


def children() -> set[int]:
    """The processes that this one has started and that still live; empty where the system does not tell."""
    return {pid for pid, parent in _parents().items() if parent == os.getpid()}


def _parents() -> dict[int, int]:
    """The parent of every process, zombies left out."""
    found: dict[int, int] = {}
    if sys.platform != "linux":
        return found
    for name in os.listdir("/proc"):  # noqa: PTH208 - called every tenth of a second
        if name.isdigit():
            with contextlib.suppress(OSError, ValueError, IndexError):
                state, parent = Path(f"/proc/{name}/stat").read_bytes().rpartition(b")")[2].split()[:2]
                if state != b"Z":
                    found[int(name)] = int(parent)
    return found


def _threads_of_user() -> int:
    """The threads that this user has now: what the limit of processes counts from."""
    total = 0
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            with contextlib.suppress(OSError):
                if process.stat().st_uid == os.getuid():
                    total += len(list((process / "task").iterdir()))
    return total
