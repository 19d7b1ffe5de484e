"""Runs one command on a terminal of its own and takes down what it prints, within limits.

The command is the user's own and runs in the folder they name, with nothing of their environment but what a snippet
sees too: no secrets, an empty home.
"""

import contextlib
import os
import select
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from inkwright.model.errors import UsageError
from inkwright.model.terminal import Captured, Ended
from inkwright.process import limits
from inkwright.process.programs import program
from inkwright.process.scratch import own_prefix

MOST_BYTES = 1 << 20
"""Bytes that are taken down; a command that prints more is stopped."""
_QUIET = 0.2
"""Seconds to wait for the rest of the output once the command has ended."""


class Terminal(Struct, frozen=True):
    """The terminal that a command gets, and how long it may take. `passed` names variables that it may see."""

    columns: int = 80
    rows: int = 40
    seconds: float = 30.0
    passed: tuple[str, ...] = ()


def capture(command: Sequence[str], folder: Path, terminal: Terminal) -> Captured:
    """Run a command and give what it printed. Nobody types: its input is at its end. Where the system has no such
    terminals it gets a pipe. Raises UsageError when it cannot be started."""
    with tempfile.TemporaryDirectory(prefix=own_prefix()) as home:
        environment = _environment(terminal, Path(home))
        words = list(command)
        if os.name != "posix" and (found := program(words[0])):
            words[0] = found
        began = time.monotonic()
        try:
            run = _on_terminal if os.name == "posix" else piped
            found_ = run(words, folder, environment, terminal)
        except OSError as error:
            said = f"`{words[0]}` cannot be started ({error.strerror or error})"
            raise UsageError(said, hint="Check its name and that it is on the PATH.") from error
        return Captured(found_.output, found_.code, found_.ended, time.monotonic() - began, found_.terminal)


def _environment(terminal: Terminal, home: Path) -> dict[str, str]:
    own = limits.environment(os.environ, terminal.passed, home, home)
    own.pop("NO_COLOR")
    own.setdefault("LANG", "C.UTF-8")
    size = {"COLUMNS": str(terminal.columns), "LINES": str(terminal.rows)}
    return {**own, **size, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PAGER": "cat", "GIT_PAGER": "cat"}


def _on_terminal(command: Sequence[str], folder: Path, environment: dict[str, str], terminal: Terminal) -> Captured:
    import fcntl
    import pty
    import termios

    main, side = pty.openpty()
    try:
        termios.tcsetwinsize(side, (terminal.rows, terminal.columns))
        modes = termios.tcgetattr(side)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(side, termios.TCSANOW, modes)
        limits.adopt_orphans()
        known = limits.children()
        process = subprocess.Popen(
            list(command), cwd=folder, env=environment, stdin=side, stdout=side, stderr=side, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(side)
        side = -1
        os.write(main, b"\x04")
        try:
            output, ended = _read(main, process, terminal.seconds)
        finally:
            limits.kill_all(process.pid, known)
            process.kill()
            code = process.wait()
    finally:
        os.close(main)
        if side >= 0:
            os.close(side)
    return Captured(output, code if code >= 0 else 128 - code, ended)


def _read(main: int, process: "subprocess.Popen[bytes]", seconds: float) -> tuple[bytes, Ended]:
    """What comes until the command has ended and is quiet, or a limit is reached."""
    pieces: list[bytes] = []
    size = 0
    until = time.monotonic() + seconds
    while True:
        over = process.poll() is not None
        ready, _, _ = select.select([main], [], [], _QUIET if over else 0.05)
        if not ready:
            if over:
                return b"".join(pieces), "ok"
            if time.monotonic() > until:
                return b"".join(pieces), "timeout"
            continue
        piece = b""
        with contextlib.suppress(OSError):
            piece = os.read(main, 65536)
        if not piece:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(until - time.monotonic(), 0.0))
            return b"".join(pieces), "ok" if process.poll() is not None else "timeout"
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            return b"".join(pieces)[:MOST_BYTES], "output"
        if time.monotonic() > until:
            return b"".join(pieces), "timeout"


def piped(command: Sequence[str], folder: Path, environment: dict[str, str], terminal: Terminal) -> Captured:
    """As on a terminal, with a pipe in its place: errors and output in one, line ends as a terminal makes them."""
    with tempfile.TemporaryFile() as file:
        process = subprocess.Popen(
            list(command), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
        )
        until = time.monotonic() + terminal.seconds
        ended: Ended = "ok"
        while process.poll() is None and ended == "ok":
            time.sleep(0.02)
            if os.fstat(file.fileno()).st_size > MOST_BYTES:
                ended = "output"
            elif time.monotonic() > until:
                ended = "timeout"
        if ended != "ok":
            process.kill()
        code = process.wait()
        file.seek(0)
        output = file.read(MOST_BYTES).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return Captured(output, code if code >= 0 else 128 - code, ended, terminal=False)
