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


def wrapped(command: Sequence[str], root: Path, tmp: Path, keep: Sequence[Path], online: bool) -> list[str]:
    """A command as bubblewrap runs it: `root` (with the run's folders) can be written, /tmp is `tmp`, everything else
    can only be read. `keep` are folders that must be seen even when they lie in /tmp. The command itself where there
    is no bubblewrap."""
    path = bubblewrap()
    if not path:
        return list(command)
    binds = ["--bind", str(tmp), "/tmp"]
    for folder in sorted({*keep}):
        if folder.is_relative_to("/tmp") and folder.exists():
            binds += ["--ro-bind", str(folder), str(folder)]
    binds += ["--bind", str(root), str(root)]
    network = [] if online else ["--unshare-net"]
    return [path, *_ALWAYS, *network, *binds, "--", *command]
