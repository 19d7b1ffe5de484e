"""What a session says in the log is read back as it was."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.session import OpenSession, Work
from inkwright.plan.session import ended, ended_in, is_broken_off, left, said, session_in, times

START = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def at(minutes: float, before: int = 1204, words: int = 1816, **more: object) -> OpenSession:
    return OpenSession("a/post", "posts/a/post.md", START, START + timedelta(minutes=minutes), before, words, **more)  # type: ignore[arg-type]


def test_the_line_is_the_one_of_the_contract() -> None:
    assert times(at(45)) == ("2026-11-21", "14:05-14:50")
    assert said(at(45)) == "wrote [[a/post]] +612 words (1204→1816)"
    assert said(at(45, 10, 9, work="edit")) == "edited [[a/post]] -1 word (10→9)"


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(get_args(Work)))
def test_a_line_is_read_back(minutes: int, before: int, words: int, work: str) -> None:
    session = at(minutes, before, words, work=work)
    date, time = times(session)
    found = session_in(date, time, said(session))
    assert found is not None
    assert (found.date, found.start, found.minutes) == ("2026-11-21", "14:05", minutes)
    assert (found.post, found.words, found.work) == ("a/post", words - before, work)


@pytest.mark.parametrize(
    ("time", "text"),
    [
        ("14:05", "wrote [[a]] +1 word (0→1)"),
        ("14:05-14:50", "wrote a letter"),
        ("29:99-30:00", "wrote [[a]] +1 word (0→1)"),
    ],
)
def test_another_line_is_no_session(time: str, text: str) -> None:
    assert session_in("2026-11-21", time, text) is None


def test_half_an_hour_away_breaks_a_session_off() -> None:
    session = at(10)
    assert not is_broken_off(session, session.seen + timedelta(minutes=30))
    assert is_broken_off(session, session.seen + timedelta(minutes=31))
    assert is_broken_off(session, START - timedelta(minutes=1))


def test_the_minutes_left_are_rounded_up() -> None:
    assert left(at(0, goal=45), START + timedelta(seconds=30)) == 45
    assert left(at(0, goal=45), START + timedelta(minutes=45)) == 0
    assert left(at(0), START) == 0


def test_the_end_of_a_draft_is_read_back() -> None:
    assert ended_in(ended("a/post", 12)) == "a/post"
    assert ended_in("ended the day") == ""
