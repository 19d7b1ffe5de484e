"""Commands are timed in a copy, within the limits, and what one of them does never stops the next."""

import os
import sys
from pathlib import Path

import pytest

from inkwright.process import limits
from inkwright.process.launch import Limits
from inkwright.process.stopwatch import Stopwatch

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits exist on POSIX systems only")


def test_a_command_is_timed_and_what_it_prints_is_its_own(tmp_path: Path) -> None:
    with Stopwatch(tmp_path) as watch:
        first = watch.run(["sh", "-c", "sleep 0.2; echo one; echo two >&2"])
        second = watch.run(["sh", "-c", "echo three; exit 4"])
    assert first.seconds >= 0.2 and (first.status, first.output, first.errors) == (0, "one\n", "two\n")
    assert (second.status, second.output, second.errors, second.problem) == (4, "three\n", "", "")
    assert second.seconds < first.seconds


def test_it_runs_in_a_copy_that_lasts_as_long_as_the_watch(tmp_path: Path) -> None:
    (tmp_path / "data.txt").write_text("7\n")
    with Stopwatch(tmp_path) as watch:
        assert watch.run(["cat", "data.txt"]).output == "7\n"
        watch.run(["sh", "-c", "echo 8 >made.txt"])
        assert watch.run(["cat", "made.txt"]).output == "8\n"
        place = Path(watch.run(["pwd"]).output.strip())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.txt"]
    assert not place.exists()


def test_what_cannot_be_started_is_said_and_the_next_runs(tmp_path: Path) -> None:
    with Stopwatch(tmp_path) as watch:
        assert (
            watch.run(["no-such-program"]).problem == "`no-such-program` cannot be started: No such file or directory"
        )
        assert watch.run(["true"]).problem == ""


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("while true; do :; done", "took longer than the 0.5 seconds"),
        ("yes", "printed more than 4 MB and was stopped"),
        ("kill -9 $PPID", "its process was killed"),
        ("sleep 60 & sleep 60", "took longer than the 0.5 seconds"),
    ],
)
def test_hostile_commands_end_within_their_limits(tmp_path: Path, script: str, said: str) -> None:
    known = limits.children()
    with Stopwatch(tmp_path, Limits(timeout=0.5 if "0.5" in said else 20)) as watch:
        assert said in watch.run(["sh", "-c", script]).problem
        assert watch.run(["echo", "next"]).output == "next\n"
    if sys.platform == "linux":
        assert limits.strays(known, limits._parents()) == set()


def test_a_command_may_have_more_time_than_the_limits_say(tmp_path: Path) -> None:
    with Stopwatch(tmp_path, Limits(timeout=0.2)) as watch:
        assert watch.run(["sleep", "0.5"], 20).problem == ""
        assert "0.2 seconds" in watch.run(["sleep", "9"]).problem


def test_secrets_are_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "CANARY")
    monkeypatch.setenv("WANTED", "yes")
    with Stopwatch(tmp_path, Limits(passed=("WANTED",))) as watch:
        output = watch.run(["env"]).output
    assert "CANARY" not in output and "WANTED=yes" in output
