"""On a terminal the walk waits for Enter, and Ctrl-C stops it where it can go on later."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from inkwright.flows.demo import lay_out, taken

fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))


def read_until(master: int, text: bytes, seconds: float = 60.0) -> bytes:
    seen, end = b"", time.monotonic() + seconds
    while text not in seen:
        assert time.monotonic() < end, seen
        if select.select([master], [], [], 1)[0]:
            seen += os.read(master, 4096)
    return seen


def press_ctrl_c(master: int) -> None:
    """As a person does: again when nothing happens, because a line editor that is just starting may drop the first."""
    for _ in range(20):
        os.write(master, b"\x03")
        with contextlib.suppress(AssertionError):
            read_until(master, b"interrupted", 2.0)
            return
    raise AssertionError("Ctrl-C did not end the walk")


def as_in_a_terminal() -> None:
    """The terminal sends Ctrl-C to this process, which has not been told to ignore it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_enter_goes_on_and_ctrl_c_stops_between_steps(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "inkwright", "demo", "blog"], cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave,
        start_new_session=True, preexec_fn=as_in_a_terminal,
    )  # fmt: skip
    try:
        assert b"Monday" in read_until(master, b"stops here")
        os.write(master, b"\n")
        assert b"Tuesday" in read_until(master, b"stops here")
        press_ctrl_c(master)
        assert process.wait(30) == 130
    finally:
        process.kill()
        os.close(slave)
        os.close(master)
    assert taken(lay_out(str(tmp_path / "blog"))) == 2
