"""bubblewrap, where it is installed and works: no network, nothing to write but the run's own folder."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from inkwright.process.programs import program


def isolation() -> str:
    """One sentence: what snippets are kept from on this system."""
    if bubblewrap():
        return (
            "snippets see none of your environment's secrets, have no network, and can write only in a copy of their "
            "post's folder; time, memory, output, file size and processes are limited (bubblewrap)"
        )
    limits = "time, memory, output, file size and processes are limited" if os.name == "posix" else "time is limited"
    return (
        f"snippets see none of your environment's secrets, run in a copy of their post's folder, and {limits}; network "
        "and files are open to code that means harm, because bubblewrap is not installed or does not work here"
    )


@lru_cache(1)
def bubblewrap() -> str:
    """The path of a bubblewrap that works here, "" when there is none. Tried once."""
    path = program("bwrap") if sys.platform == "linux" else ""
    if not path:
        return ""
    try:
        tried = subprocess.run(
            [path, *_ALWAYS, "--unshare-net", "--", "true"], stdin=subprocess.DEVNULL, capture_output=True, timeout=10,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return path if tried.returncode == 0 else ""


_ALWAYS = (
    "--die-with-parent", "--new-session", "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts",
    "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
)  # fmt: skip


_SERVICES = "/run"
"""Where services of the system and of the user's session listen: who reaches them runs programs outside."""
_PROGRAMS = ("/run/current-system", "/run/booted-system", "/run/opengl-driver", "/run/wrappers")
"""What some systems keep there that is no service: programs and drivers."""
_NAMES = ("/run/systemd/resolve", "/run/NetworkManager/resolv.conf", "/run/resolvconf", "/run/nscd")
"""What resolving a name in the network may need of it."""


def wrapped(
    command: Sequence[str], writable: Sequence[Path], tmp: Path, keep: Sequence[Path], online: bool
) -> list[str]:
    """A command as bubblewrap runs it: the folders `writable` can be written and /tmp is `tmp`, everything else can
    only be read, and the services of the system are out of reach. `keep` are folders that must be seen even when they
    lie where nothing else is seen. The command itself where there is no bubblewrap.

    None of the writable folders can be replaced by a link from inside, for each is bound on its own.
    """
    path = bubblewrap()
    if not path:
        return list(command)
    binds = ["--bind", str(tmp), "/tmp"]
    if os.path.isdir(_SERVICES):  # noqa: PTH112 - asked for every process
        binds += ["--tmpfs", _SERVICES]
    for place in (*_PROGRAMS, *(_NAMES if online else ())):
        binds += ["--ro-bind-try", place, place]
    for folder in sorted({*keep}):
        if (folder.is_relative_to("/tmp") or folder.is_relative_to(_SERVICES)) and folder.exists():
            binds += ["--ro-bind", str(folder), str(folder)]
    for folder in writable:
        binds += ["--bind", str(folder), str(folder)]
    network = [] if online else ["--unshare-net"]
    return [path, *_ALWAYS, *network, *binds, "--", *command]
