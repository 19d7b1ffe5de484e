"""Cross-posting killed at any moment, above all between a copy that was made and its being written down: no platform
gets a second copy, and where one cannot be asked we say that we do not know."""

import os
import random
import signal
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from inkwright.cli.main import main
from inkwright.platforms.writing.found import platform_of

from ..platforms.writing.fake import Fake
from ..platforms.writing.servers import SERVERS, Devto, Served

KILLS = min(50, int(os.environ.get("INKWRIGHT_TORTURE", "3")))
POST = "---\ntitle: KV caches\ndate: 2026-11-01\ndescription: What they cost.\n---\n\nIt takes 45 ms.\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text('title = "Blog"\nbase_url = "https://me.example"\n')
    (tmp_path / "posts/kv.md").write_text(POST)
    return tmp_path


class Deadly:
    """A platform that acts on a request, and then kills who asked instead of answering."""

    def __init__(self, server: Served) -> None:
        self.server = server
        self.changes = server.changes
        self.victim: subprocess.Popen[str] | None = None

    def __call__(self, method: str, path: str, headers: dict[str, str], body: bytes) -> tuple[int, object]:
        answer = self.server(method, path, headers, body)
        if self.victim and self.changes(method, path, body):
            self.victim.send_signal(signal.SIGKILL)
            self.victim.wait()
        return answer


@pytest.fixture(params=SERVERS, ids=lambda one: one.name)
def platform(request: pytest.FixtureRequest) -> Iterator[tuple[Deadly, Fake]]:
    there = Deadly(request.param())
    fake = Fake(there)
    yield there, fake
    fake.close()


def start(blog: Path, there: Served, fake: Fake) -> "subprocess.Popen[str]":
    words = ("crosspost", "kv", "--to", there.name, "--anyway", "--yes")
    return subprocess.Popen(
        [sys.executable, "-m", "inkwright", *words], cwd=blog, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, env={**os.environ, **there.environment(fake.url), "INKWRIGHT_WORKSPACE": ""},
    )  # fmt: skip


def test_programs_that_send_the_same_post_at_once_make_one_copy(blog: Path, platform: tuple[Deadly, Fake]) -> None:
    there, fake = platform
    running = [start(blog, there.server, fake) for _ in range(4)]
    said = [one.communicate(timeout=60)[0] for one in running]
    assert len(there.server.held) == 1, said
    assert sum(": created" in one for one in said) == 1, said
    assert sum(": unchanged" in one for one in said) == 3, said


def test_a_kill_before_anything_is_written_down_makes_no_second_copy(blog: Path, platform: tuple[Deadly, Fake]) -> None:
    there, fake = platform
    for number in range(KILLS):
        if there.server.editable or not number:
            (blog / "posts/kv.md").write_text(POST.replace("45 ms", f"{number} ms"))
        else:
            (blog / "inkwright/posts/kv.toml").unlink()
        process = start(blog, there.server, fake)
        there.victim = process
        process.wait(timeout=60)
        assert len(there.server.held) == 1, f"after kill {number + 1}"
    assert process.returncode == -signal.SIGKILL or not there.server.editable
    there.victim = None
    _made_good(blog, there, fake)


def test_a_kill_at_any_moment_makes_no_second_copy(blog: Path, platform: tuple[Deadly, Fake]) -> None:
    there, fake = platform
    dice = random.Random(there.server.name)
    for number in range(KILLS):
        (blog / "posts/kv.md").write_text(POST.replace("45 ms", f"{number} ms"))
        process = start(blog, there.server, fake)
        killer = threading.Timer(dice.uniform(0.1, 1.2), process.kill)
        killer.start()
        process.wait(timeout=60)
        killer.cancel()
        assert len(there.server.held) <= 1
    _made_good(blog, there, fake)


def _made_good(blog: Path, there: Deadly, fake: Fake) -> None:
    """One more run, and one copy that is written down everywhere."""
    process = start(blog, there.server, fake)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    (number,) = there.server.held
    kept = tomllib.loads((blog / "inkwright/posts/kv.toml").read_text())["remote"][there.server.name]
    assert kept["id"] == number
    assert "state" not in kept
    text = (blog / "posts/kv.md").read_text()
    assert text.count("syndicated:") == 1
    assert kept["url"] in text
    left = (
        [path.name for path in (blog / ".inkwright/writing").glob("*")]
        if (blog / ".inkwright/writing").exists()
        else []
    )
    assert left == []


def test_where_a_platform_cannot_be_asked_we_say_that_we_do_not_know(
    blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blind = replace(platform_of("devto"), find=None)
    monkeypatch.setattr("inkwright.flows.crosspost_prepare.platform_of", lambda name: blind)
    monkeypatch.chdir(blog)
    there = Devto()
    fake = Fake(there)
    for name, value in there.environment(fake.url).items():
        monkeypatch.setenv(name, value)

    def run() -> tuple[int, str]:
        done = CliRunner().invoke(main, ("crosspost", "kv", "--to", "devto", "--anyway", "--yes"))
        return done.exit_code, done.output

    fake.after = ["cut"]
    assert run()[0] == 1
    assert len(there.held) == 1
    for _ in range(KILLS):
        code, said = run()
        assert code == 1
        assert "dev.to: uncertain: an earlier run was cut off" in said
        assert "remote.devto" in said, "it says how to go on"
        assert len(there.held) == 1
    record = blog / "inkwright/posts/kv.toml"
    record.write_text(record.read_text().replace('state = "sending"', 'id = "1"'))
    assert ": updated https://dev.to/ada/1" in run()[1]
    assert len(there.held) == 1
    fake.close()


def test_a_refusal_is_certain_and_no_reason_to_doubt(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blind = replace(platform_of("devto"), find=None)
    monkeypatch.setattr("inkwright.flows.crosspost_prepare.platform_of", lambda name: blind)
    monkeypatch.chdir(blog)
    there = Devto()
    fake = Fake(there)
    for name, value in there.environment(fake.url).items():
        monkeypatch.setenv(name, value)
    fake.before = [429]
    assert CliRunner().invoke(main, ("crosspost", "kv", "--to", "devto", "--anyway", "--yes")).exit_code == 1
    assert CliRunner().invoke(main, ("crosspost", "kv", "--to", "devto", "--anyway", "--yes")).exit_code == 0
    assert len(there.held) == 1
    fake.close()
