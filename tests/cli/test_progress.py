import io

import pytest

from inkwright.cli import progress
from inkwright.cli.progress import EVERY, QUIET, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_short_work_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("links") as tell:
        tell(1, 2)
        tell(2, 2)
    assert capsys.readouterr() == ("", "")


def test_long_work_says_a_line_now_and_then(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("links") as tell:
        for done in range(1, 40):
            clock[0] += 1
            tell(done, 40)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [f"{done} of 40 links" for done in range(int(QUIET), 40, int(EVERY))]


def test_on_a_terminal_it_is_a_bar(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Progress("links") as tell:
        clock[0] = QUIET + 1
        tell(3, 4)
        tell(4, 4)
    assert "links" in terminal.getvalue()
    assert "4/4" in terminal.getvalue()
    assert terminal.getvalue().endswith("\n")
