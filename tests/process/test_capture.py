"""A command on a terminal of its own: what comes back, and that it ends."""

import os
import sys
import time
from pathlib import Path

import pytest

from inkwright.model.errors import UsageError
from inkwright.model.terminal import Captured
from inkwright.process.capture import MOST_BYTES, Terminal, capture, piped
from inkwright.process.scratch import own_prefix

QUICK = Terminal(columns=33, seconds=20)


def python(code: str, folder: Path, terminal: Terminal = QUICK) -> Captured:
    return capture([sys.executable, "-c", code], folder, terminal)


def test_a_command_sees_a_terminal_of_that_width(tmp_path: Path) -> None:
    code = "import os, sys; print(sys.stdout.isatty(), os.get_terminal_size().columns, os.environ['TERM'])"
    done = python(code, tmp_path)
    assert (done.output, done.code, done.ended) == (b"True 33 xterm-256color\r\n", 0, "ok")


def test_it_runs_in_the_folder_and_its_status_is_kept(tmp_path: Path) -> None:
    done = python("import os, sys; print(os.getcwd()); sys.exit(3)", tmp_path)
    assert done.output.decode().strip() == str(tmp_path.resolve())
    assert done.code == 3


def test_secrets_of_the_environment_are_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANARY_TOKEN", "canary")
    monkeypatch.setenv("WANTED", "yes")
    code = "import os; print(os.environ.get('CANARY_TOKEN'), os.environ.get('WANTED'), 'NO_COLOR' in os.environ)"
    assert python(code, tmp_path).output == b"None None False\r\n"
    assert python(code, tmp_path, Terminal(passed=("WANTED",))).output == b"None yes False\r\n"


def test_nobody_types(tmp_path: Path) -> None:
    done = python("import sys; print(repr(sys.stdin.read()))", tmp_path)
    assert (done.output, done.ended) == (b"''\r\n", "ok")


def test_what_takes_too_long_is_stopped_with_all_it_started(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True)\n"
        "open('pid', 'w').write(str(child.pid)); print('begun', flush=True); time.sleep(60)"
    )
    done = python(code, tmp_path, Terminal(seconds=1.5))
    assert done.ended == "timeout"
    assert b"begun" in done.output
    pid = int((tmp_path / "pid").read_text())
    until = time.monotonic() + 5
    while _alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:1]


def test_a_flood_is_stopped(tmp_path: Path) -> None:
    done = python("while True: print('x' * 1000)", tmp_path)
    assert done.ended == "output"
    assert len(done.output) == MOST_BYTES


def test_a_signal_is_told_as_shells_do(tmp_path: Path) -> None:
    assert python("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", tmp_path).code == 143


def test_what_is_left_behind_does_not_hold_it_up(tmp_path: Path) -> None:
    done = capture(["sh", "-c", "sleep 60 & echo done"], tmp_path, Terminal(seconds=30))
    assert (done.output, done.ended) == (b"done\r\n", "ok")
    assert done.seconds < 20


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no-such-program.*cannot be started"):
        capture(["no-such-program"], tmp_path, QUICK)


def test_a_pipe_where_there_are_no_terminals(tmp_path: Path) -> None:
    code = "import sys; print('out', flush=True); print('err', file=sys.stderr); sys.exit(2)"
    done = piped([sys.executable, "-c", code], tmp_path, dict(os.environ), QUICK)
    assert (done.output, done.code, done.terminal) == (b"out\r\nerr\r\n", 2, False)
    slow = piped(
        [sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, dict(os.environ), Terminal(seconds=0.5)
    )
    assert slow.ended == "timeout"


def test_its_home_is_found_by_the_next_run_should_we_be_killed(tmp_path: Path) -> None:
    home = Path(python("import os; print(os.environ['HOME'])", tmp_path).output.decode().strip())
    assert home.name.startswith(own_prefix())
    assert not home.exists()
