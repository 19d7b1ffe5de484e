import os
import struct
from collections.abc import Callable, Sequence

import pytest

from inkwright.process import spread
from inkwright.process.spread import _messages

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "processors", lambda: 3)


def squares(part: Sequence[int], tick: Callable[[], None]) -> bytes:
    for _ in part:
        tick()
    return ",".join(str(one * one) for one in part).encode()


def test_each_part_is_worked_on_and_each_item_told() -> None:
    told: list[int] = []
    answers = spread.spread(range(10), squares, lambda: told.append(1), 2)
    assert answers == [b"0,9,36,81", b"1,16,49", b"4,25,64"]
    assert len(told) == 10


def test_little_work_is_for_the_caller() -> None:
    assert spread.spread(range(3), squares, lambda: None, 4) is None


def test_one_processor_is_no_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "processors", lambda: 1)
    assert spread.spread(range(9), squares, lambda: None, 2) is None


def test_long_answers_come_whole() -> None:
    answers = spread.spread(range(6), lambda part, tick: bytes([part[0]]) * 3_000_000, lambda: None, 2)
    assert answers == [bytes([at]) * 3_000_000 for at in range(3)]


def test_a_copy_that_fails_leaves_all_to_the_caller(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(part: Sequence[int], tick: Callable[[], None]) -> bytes:
        if 4 in part:
            raise ValueError
        return b"x"

    assert spread.spread(range(9), fail, lambda: None, 2) is None
    assert "Traceback" not in capfd.readouterr().err


def test_a_copy_that_is_killed_leaves_all_to_the_caller() -> None:
    def die(part: Sequence[int], tick: Callable[[], None]) -> bytes:
        if 0 in part:
            os.kill(os.getpid(), 9)
        return b"x"

    assert spread.spread(range(9), die, lambda: None, 2) is None


def test_messages_may_come_in_pieces() -> None:
    sent = struct.pack("<q", -1) + struct.pack("<q", 3) + b"abc" + struct.pack("<q", 0)
    held, found = bytearray(), []
    for at in range(len(sent)):
        held += sent[at : at + 1]
        found += list(_messages(held))
    assert found == [None, b"abc", b""]
