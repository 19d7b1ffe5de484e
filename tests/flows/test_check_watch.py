"""`check --watch` as a process: it sees saves, survives what happens to files, and ends with Ctrl-C."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WAIT = 30
WEAK, FINE = "It is very fast.\n", "It answers in 40 ms.\n"


class Watch:
    """A running `inkwright check --watch` and the lines that it prints."""

    def __init__(self, folder: Path, *args: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "inkwright", "check", "--watch", *args], cwd=folder, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()

    def _read(self, stream: Iterator[str]) -> None:
        for line in stream:
            self.lines.put(line.rstrip("\n"))

    def until(self, holds: str) -> list[str]:
        """The lines up to one that holds a text."""
        seen = []
        while not seen or holds not in seen[-1]:
            seen.append(self.lines.get(timeout=WAIT))
        return seen

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(WAIT)
        assert self.process.stderr
        return self.process.returncode, self.process.stderr.read()


Start = Callable[..., Watch]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Watch] = []

    def begin(*args: str) -> Watch:
        running.append(Watch(tmp_path, *args))
        return running[-1]

    yield begin
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


def test_a_saved_file_is_checked_anew_and_ctrl_c_ends_it(tmp_path: Path, start: Start) -> None:
    post = tmp_path / "a.md"
    post.write_text(WEAK, "utf-8")
    watch = start("a.md")
    first = watch.until("--fix --unsafe mends 1")
    assert first[0].startswith("--- ")
    assert any("1 suggestion in 1 file" in line for line in first)
    assert any("[weasel-word]" in line for line in first)
    post.write_text(FINE, "utf-8")
    assert watch.until("nothing to mark")[0].endswith(" a.md")
    new = tmp_path / "a.md.new"
    new.write_text(WEAK + "\nTODO\n", "utf-8")
    new.replace(post)  # as most editors save
    watch.until("1 error, 1 suggestion in 1 file")
    code, err = watch.stop()
    assert code == 130
    assert "Traceback" not in err


def test_a_file_that_goes_turns_bad_and_comes_back_does_not_end_it(tmp_path: Path, start: Start) -> None:
    post = tmp_path / "posts" / "a.md"
    post.parent.mkdir()
    post.write_text(WEAK, "utf-8")
    (post.parent / "b.md").write_text(FINE, "utf-8")
    watch = start("posts")
    watch.until("in 2 files")
    post.unlink()
    watch.until("gone: posts/a.md")
    post.write_bytes(b"\xff\xfe\x00")
    watch.until("[unreadable-file]")
    watch.until("in 1 file")
    post.rename(post.with_name("c.md"))
    watch.until("posts/c.md")
    (post.parent / "c.md").write_text(WEAK, "utf-8")
    watch.until("1 suggestion in 1 file")
    assert watch.process.poll() is None
    assert watch.stop()[0] == 130


def test_results_that_are_written_anew_check_the_post_beside_them(tmp_path: Path, start: Start) -> None:
    folder = tmp_path / "bench"
    folder.mkdir()
    (folder / "index.md").write_text("It answers in 40 ms<!--=r.json#p50 .0f ms-->.\n", "utf-8")
    (tmp_path / "other.md").write_text(WEAK, "utf-8")
    (folder / "r.json").write_text('{"p50": 40}', "utf-8")
    watch = start(".")
    watch.until("in 2 files")
    (folder / "r.json").write_text('{"p50": 52.3}', "utf-8")
    told = watch.until("in 1 file")
    assert any("r.json#p50 now gives `52 ms`" in line for line in told)
    assert not any("other.md" in line for line in told)


def test_a_workspace_is_checked_whole_when_its_words_change(tmp_path: Path, start: Start) -> None:
    (tmp_path / "inkwright").mkdir()
    (tmp_path / "inkwright.toml").write_text("", "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\ntitle: A\n---\n\nThe infrence took 40 ms.\n", "utf-8")
    watch = start("--format", "json")
    assert rules(watch).count("misspelling") == 1
    (tmp_path / "inkwright" / "dictionary.txt").write_text("infrence\n", "utf-8")
    assert rules(watch).count("misspelling") == 0
    (tmp_path / "inkwright.toml").write_text("[check\n", "utf-8")
    (tmp_path / "inkwright.toml").write_text("", "utf-8")
    rules(watch)
    code, err = watch.stop()
    assert (code, "Traceback" in err) == (130, False)


def rules(watch: Watch) -> list[str]:
    """The rules of the next document, which is on one line."""
    return [finding["rule"] for finding in json.loads(watch.lines.get(timeout=WAIT))["findings"]]


@pytest.mark.parametrize("args", [("--fix",), ("--baseline",), ("--format", "sarif"), ("--ignore", "1")])
def test_what_does_not_go_with_it_is_said(tmp_path: Path, start: Start, args: tuple[str, ...]) -> None:
    watch = start("a.md", *args)
    assert watch.process.wait(WAIT) == 2
    assert watch.process.stderr
    assert "--watch goes with" in watch.process.stderr.read()
