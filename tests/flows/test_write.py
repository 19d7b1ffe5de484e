"""Writing sessions by a simulated clock, and one killed for real."""

import itertools
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.write import command
from inkwright.flows.session_end import close, end_draft
from inkwright.flows.session_log import told
from inkwright.flows.write import beat, begin, finish
from inkwright.flows.write_sitting import sit
from inkwright.model.session import OpenSession
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.records import load_record
from inkwright.workspace.sessions import open_session

START = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
POST = "---\ntitle: The cache\npublish_by: 2026-11-23\n---\n\nOne two three.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/cache.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def add(blog: Workspace, words: int) -> None:
    with blog.path("posts/cache.md").open("a") as file:
        file.write(f"\n{' '.join(['word'] * words)}.\n")


def log_of(blog: Workspace, day: str = "2026-11-21") -> list[str]:
    return blog.read(f"log/{day}.md").text.splitlines()


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def test_a_session_from_begin_to_log(blog: Workspace) -> None:
    begun = begin(blog, "cache", START, 45)
    assert "2026-11-23 (in 2 days)" in begun.due and not begun.resumed
    add(blog, 600)
    session, document = beat(blog, begun.session, begun.document, minutes(20))
    assert open_session(blog, "cache") == session
    done = finish(blog, session, document, minutes(45))
    assert log_of(blog) == ["- 14:05-14:50 wrote [[cache]] +600 words (3→603)"]
    assert done.pace.startswith("800 words an hour, within") and done.answer is None
    assert open_session(blog, "cache") is None
    kept = load_record(blog, "cache").writing
    assert (kept["sessions"], kept["minutes"], kept["words"]) == (1, 45, 603)
    assert kept["last"].startswith("word word")


def test_going_on_within_half_an_hour_is_one_session(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    beat(blog, begun.session, begun.document, minutes(12))
    add(blog, 50)
    again = begin(blog, "cache", minutes(20))
    assert again.resumed and again.session.start == START and again.session.words == 53
    finish(blog, again.session, again.document, minutes(30))
    assert log_of(blog) == ["- 14:05-14:35 wrote [[cache]] +50 words (3→53)"]


def test_going_on_with_other_minutes_counts_them_from_now(blog: Workspace) -> None:
    begun = begin(blog, "cache", START, 45)
    beat(blog, begun.session, begun.document, minutes(10))
    assert begin(blog, "cache", minutes(20)).session.goal == 45
    assert begin(blog, "cache", minutes(20), 30).session.goal == 50


def test_a_session_left_for_a_day_is_closed_as_last_seen(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    add(blog, 90)
    beat(blog, begun.session, begun.document, minutes(12))
    add(blog, 500)
    again = begin(blog, "cache", minutes(24 * 60))
    assert not again.resumed and again.kept and again.kept.session.minutes == 12
    assert log_of(blog) == ["- 14:05-14:17 wrote [[cache]] +90 words (3→93)"]
    assert again.session.before == 593


def test_a_crash_while_closing_does_not_log_twice(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    add(blog, 90)
    session, _ = beat(blog, begun.session, begun.document, minutes(12))
    close(blog, session)
    close(blog, session)
    assert len(log_of(blog)) == 1 and load_record(blog, "cache").writing["sessions"] == 1


def test_a_session_ended_elsewhere_is_not_ended_again(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    add(blog, 90)
    other = begin(blog, "cache", minutes(5))
    finish(blog, other.session, other.document, minutes(10))
    assert finish(blog, begun.session, begun.document, minutes(40)).log == ""
    assert len(log_of(blog)) == 1


def test_nothing_done_is_not_logged(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    assert finish(blog, begun.session, begun.document, START).log == ""
    assert not blog.exists("log/2026-11-21.md") and not blog.exists("inkwright/posts/cache.toml")


def test_an_outlining_session_is_logged_as_one_and_has_no_pace(blog: Workspace) -> None:
    begun = begin(blog, "cache", START, 20, "outline")
    done = finish(blog, begun.session, begun.document, minutes(20))
    assert log_of(blog) == ["- 14:05-14:25 outlined [[cache]] +0 words (3→3)"]
    assert (done.pace, done.enough, done.answer) == ("", "", None)
    assert told(blog).sessions[0].work == "outline"


def test_over_midnight_and_while_the_file_is_gone(blog: Workspace) -> None:
    late = START.replace(hour=23, minute=40)
    begun = begin(blog, "cache", late)
    add(blog, 10)
    session, document = beat(blog, begun.session, begun.document, late + timedelta(minutes=10))
    blog.path("posts/cache.md").unlink()
    finish(blog, session, document, late + timedelta(minutes=40))
    assert log_of(blog) == ["- 23:40-00:20 wrote [[cache]] +10 words (3→13)"]
    assert told(blog).sessions[0].minutes == 40


def test_past_eight_hours_in_sum_it_is_said_once(blog: Workspace) -> None:
    said = []
    for day in range(5):
        begun = begin(blog, "cache", START + timedelta(days=day))
        add(blog, 400)
        done = finish(blog, begun.session, begun.document, START + timedelta(days=day, minutes=170))
        said.append(bool(done.enough))
    assert said == [False, False, True, False, False]


def test_a_draft_that_stands_still_gets_an_answer_each_time_another(blog: Workspace) -> None:
    answers = []
    for day in range(2):
        begun = begin(blog, "cache", START + timedelta(days=day))
        answers.append(finish(blog, begun.session, begun.document, START + timedelta(days=day, minutes=30)).answer)
    assert answers[0] and answers[1] and answers[0] != answers[1]


def test_the_sitting_keeps_what_is_saved_and_rings_once(blog: Workspace) -> None:
    begun = begin(blog, "cache", START, 2)
    turn, rung, kept = iter(range(1, 100)), [], []

    def wait(_: float) -> bool:
        kept.append(open_session(blog, "cache"))
        if len(kept) == 2:
            add(blog, 7)
        return len(kept) == 9

    session, _ = sit(blog, begun, lambda: START + timedelta(seconds=30 * next(turn)), wait, lambda: rung.append(1))
    assert rung == [1] and session.words == 10
    assert [one.words for one in kept if one] == [3, 3, *[10] * 7]
    seen = [one.seen for one in kept if one]
    assert all(later - one <= timedelta(minutes=1) for one, later in itertools.pairwise(seen))


def test_ctrl_c_ends_the_sitting(blog: Workspace) -> None:
    def wait(_: float) -> bool:
        raise KeyboardInterrupt

    begun = begin(blog, "cache", START)
    assert sit(blog, begun, lambda: START, wait, lambda: None)[0] == begun.session


def test_the_end_of_a_draft_keeps_its_text(blog: Workspace) -> None:
    ended = end_draft(blog, "cache", START)
    assert blog.read(ended.snapshot).text == POST == blog.read("posts/cache.md").text
    assert load_record(blog, "cache").writing["ended"] == "2026-11-21"
    assert end_draft(blog, "cache", minutes(5)).snapshot == ended.snapshot
    assert log_of(blog) == ["- 14:05 ended the draft of [[cache]] (3 words)"]
    add(blog, 4)
    assert end_draft(blog, "cache", minutes(60)).snapshot != ended.snapshot
    assert told(blog).ended == (("2026-11-21", "cache"),) * 2


def test_ending_the_draft_closes_a_session_that_was_left_open(blog: Workspace) -> None:
    begun = begin(blog, "cache", START)
    add(blog, 5)
    beat(blog, begun.session, begun.document, minutes(10))
    end_draft(blog, "cache", minutes(60))
    assert open_session(blog, "cache") is None
    assert log_of(blog) == [
        "- 14:05-14:15 wrote [[cache]] +5 words (3→8)", "- 15:05 ended the draft of [[cache]] (8 words)",
    ]  # fmt: skip


def test_a_killed_session_is_found_again(blog: Workspace) -> None:
    program = "from inkwright.cli.main import run; run()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "write", "cache", "--no-editor", "--minutes", "30"], cwd=blog.root
    )
    try:
        wait_for(lambda: open_session(blog, "cache"))
        add(blog, 25)
        wait_for(lambda: _words(open_session(blog, "cache")) == 28)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    left = open_session(blog, "cache")
    assert left and left.words == 28 and left.goal == 30
    again = begin(blog, "cache", left.seen + timedelta(minutes=12))
    assert again.resumed and again.session.start == left.start
    finish(blog, again.session, again.document, left.seen + timedelta(minutes=20))
    assert "wrote [[cache]] +25 words (3→28)" in log_of(blog, left.start.date().isoformat())[0]


EDITOR = """
import os, pathlib, sys, time
post, kind = pathlib.Path(sys.argv[2]), sys.argv[1]
if kind == "slow":
    post.write_text(post.read_text() + "\\n" + "word " * 25)
    pathlib.Path("editor.pid").write_text(str(os.getpid()))
    unsaved = "word " * 900
    time.sleep(600)
"""


def test_killed_with_its_editor_open_only_the_unsaved_text_is_lost(blog: Workspace) -> None:
    script = blog.path("edit.py")
    script.write_text(EDITOR)
    command = [sys.executable, "-c", "from inkwright.cli.main import run; run()", "write", "cache", "--minutes", "30"]

    def environment(kind: str) -> dict[str, str]:
        return {**os.environ, "VISUAL": f"'{sys.executable}' '{script}' {kind}"}

    process = subprocess.Popen(command, cwd=blog.root, env=environment("slow"), stdout=subprocess.DEVNULL)
    try:
        wait_for(lambda: blog.exists("editor.pid") and _words(open_session(blog, "cache")) == 28)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        os.kill(int(blog.path("editor.pid").read_text()), signal.SIGKILL)
    saved = POST + "\n" + "word " * 25
    assert blog.read("posts/cache.md").text == saved
    done = subprocess.run(
        command, cwd=blog.root, env=environment("quick"), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert "is open (+25 words): going on with it" in done.stdout
    assert blog.read("posts/cache.md").text == saved
    assert open_session(blog, "cache") is None


def wait_for(what: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def _words(session: OpenSession | None) -> int:
    return session.words if session else 0


def test_the_command_with_an_editor(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    script = blog.path("edit.py")
    script.write_text("import sys\nopen(sys.argv[1], 'a').write('\\nfour five six\\n')\n")
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{script}'")
    result = CliRunner().invoke(command, ["cache", "--minutes", "45", "--done"])
    assert result.exit_code == 0, result.output
    assert "posts/cache.md: 3 words. Writing for 45 minutes." in result.output
    assert "0 minutes: +3 words (3 → 6). log/" in result.output
    assert "The draft of cache is ended with 6 words." in result.output
    assert blog.read("posts/cache.md").text == POST + "\nfour five six\n"


def test_without_an_editor_no_session_is_begun(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    result = CliRunner().invoke(command, ["cache"])
    assert "no editor is set" in str(result.exception)
    assert open_session(blog, "cache") is None
