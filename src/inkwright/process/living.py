"""Which process this is, said so that a later one with the same number is not taken for it, and whether one lives."""

import os
import platform
import sys
from pathlib import Path

_PROC = Path("/proc")


def host() -> str:
    """The name of this machine."""
    return platform.node()


def mark_of(pid: int) -> str:
    """The machine's run, the name space of processes and the start of a process; "" where the system does not tell."""
    if sys.platform != "linux":
        return ""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {os.readlink(_PROC / 'self/ns/pid')} {_stat(pid)[1]}"  # noqa: PTH115 - it is no path
    except OSError:
        return ""


def lives(machine: str, pid: int, mark: str) -> bool | None:
    """Whether the process lives that once had this number and `mark` on a machine; None where that cannot be seen.

    A process that ended and was not buried yet is dead, one that was stopped lives.
    """
    own = mark_of(os.getpid())
    if own and mark:
        if own.rsplit(" ", 1)[0] != mark.rsplit(" ", 1)[0]:
            rebooted = machine == host() and own.split(" ")[0] != mark.split(" ")[0]
            return False if rebooted else None
        try:
            state, start = _stat(pid)
        except OSError:
            return False
        return start == mark.rsplit(" ", 1)[1] and state not in "ZX"
    if machine != host() or sys.platform == "win32":  # there `os.kill` would end it
        return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return None
    return None  # perhaps another process by now: its heartbeat decides


def _stat(pid: int) -> tuple[str, str]:
    """State and start of a process. **Source:** proc_pid_stat(5), fields 3 and 22; the name before may hold blanks."""
    fields = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return fields[0], fields[19]
