import os
import signal
import subprocess
import sys

import pytest

from inkwright.process import living

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_this_process_lives() -> None:
    assert living.lives(living.host(), os.getpid(), living.mark_of(os.getpid())) is not False


@linux
def test_a_killed_process_is_dead_buried_or_not_and_a_stopped_one_lives() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        mark = living.mark_of(child.pid)
        child.send_signal(signal.SIGSTOP)
        assert living.lives(living.host(), child.pid, mark)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert living.lives(living.host(), child.pid, mark) is False
    assert living.lives(living.host(), child.pid, mark) is False


@linux
def test_another_process_with_the_same_number_is_another() -> None:
    mark = living.mark_of(os.getpid())
    assert living.lives(living.host(), os.getpid(), mark.rsplit(" ", 1)[0] + " 1") is False


@linux
def test_what_another_machine_runs_cannot_be_seen_and_a_new_start_of_this_one_ended_all() -> None:
    _, rest = living.mark_of(os.getpid()).split(" ", 1)
    assert living.lives("elsewhere", os.getpid(), f"other {rest}") is None
    assert living.lives(living.host(), os.getpid(), f"other {rest}") is False


@linux
def test_a_container_of_the_same_machine_cannot_be_seen_into() -> None:
    boot, _, start = living.mark_of(os.getpid()).split(" ")
    assert living.lives(living.host(), os.getpid(), f"{boot} pid:[1] {start}") is None


def test_without_a_mark_a_number_that_nobody_has_is_dead() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        child.wait()
    assert living.lives(living.host(), child.pid, "") in (False, None if sys.platform == "win32" else False)
    assert living.lives("elsewhere", child.pid, "") is None
