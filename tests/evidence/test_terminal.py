"""What a reader sees of what a program sent to its terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.terminal import MOST_LINES, plain_text, screen
from inkwright.model.terminal import PLAIN, Run


def seen(text: str, columns: int = 20, rows: int = 5) -> list[str]:
    return plain_text(screen(text.encode(), columns, rows)).splitlines()


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("", []),
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("1 %\r50 %\r100 %\r\n", ["100 %"]),
        ("100 %\r\x1b[Kdone\r\n", ["done"]),
        ("abc\b\bX", ["aXc"]),
        ("a\tb", ["a       b"]),
        ("first\r\nsecond\x1b[A\rFIRST", ["FIRST", "second"]),
        ("one\r\ntwo\r\n\x1b[2A\x1b[2Know\x1b[2B", ["now", "two"]),
        ("abcdef\x1b[3D\x1b[K", ["abc"]),
        ("abcdef\x1b[1G\x1b[2P", ["cdef"]),
        ("abcdef\x1b[1G\x1b[2@", ["  abcdef"]),
        ("abcdef\x1b[2G\x1b[3X", ["a   ef"]),
        ("old\r\nold\x1b[2J\x1b[Hnew", ["new"]),
        ("a\r\nb\r\nc\x1b[2;1H\x1b[M", ["a", "c"]),
        ("a\r\nb\x1b[1;1H\x1b[Lx", ["x", "a", "b"]),
        ("shell\r\n\x1b[?1049heditor\x1b[?1049lback", ["shell", "back"]),
        ("\x1b]0;title\x07text", ["text"]),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", ["link"]),
        ("\x1bPq#0;2;0\x1b\\text", ["text"]),
        ("\x1b(0lqk\x1b(Bq", ["┌─┐q"]),
        ("\x1b[?25l\x1b[6ntext", ["text"]),
        ("x" * 25, ["x" * 20, "x" * 5]),
        ("漢字" * 6, ["漢字" * 5, "漢字"]),
        ("e\u0301", ["e\u0301"]),
        ("\x1b7abc\x1b8X", ["Xbc"]),
        ("a\x00\x07b\u202ec", ["abc"]),
        ("\x1b[99999999999999999999Cx", ["                   x"]),
    ],
)
def test_what_is_left_on_the_screen(sent: str, shown: list[str]) -> None:
    assert seen(sent) == shown


def test_what_scrolled_away_stays_and_is_out_of_reach() -> None:
    text = "".join(f"{number}\r\n" for number in range(8))
    assert seen(text + "\x1b[99A\rX", rows=5) == ["0", "1", "2", "3", "X", "5", "6", "7"]
    assert seen(text + "\x1b[H\x1b[2J\x1b[3Jnew", rows=5) == ["new"]


def test_a_flood_keeps_its_last_lines() -> None:
    lines = seen("".join(f"{number}\r\n" for number in range(MOST_LINES + 50)))
    assert len(lines) <= MOST_LINES
    assert lines[-1] == str(MOST_LINES + 49)


def test_colours_come_as_runs_with_their_cells() -> None:
    (line,) = screen(b"ok \x1b[1;32mgreen\x1b[0m \x1b[48;2;1;2;3m  \x1b[m", 40, 5)
    plain, green, gap, ground = line
    assert plain == Run("ok ", 0, 3)
    assert (green.text, green.column, green.style.color, green.style.bold) == ("green", 3, "2", True)
    assert gap.style == PLAIN
    assert (ground.text, ground.cells, ground.style.background) == ("  ", 2, "#010203")


def test_a_wide_character_takes_two_cells() -> None:
    ((run,),) = screen("漢x".encode(), 20, 5)
    assert (run.text, run.cells) == ("漢x", 3)


def test_erasing_keeps_the_ground_that_is_set() -> None:
    ((run,),) = screen(b"\x1b[44m\x1b[K", 20, 5)
    assert (run.cells, run.style.background) == (20, "4")


def test_hidden_text_is_not_in_the_text() -> None:
    assert seen("a\x1b[8msecret\x1b[28mb") == ["a      b"]


SENT = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.builds(
            lambda numbers, final: f"\x1b[{numbers}{final}",
            st.text("0123456789;:", max_size=8),
            st.characters(min_codepoint=64, max_codepoint=126),
        ),
        st.sampled_from(["\r", "\n", "\b", "\t", "\x1b[?1049h", "\x1b[?1049l", "\x1b(0", "\x1b]8;;x\x07", "\x1bM"]),
    )
).map("".join)


@given(SENT, st.integers(20, 40), st.integers(2, 6))
def test_anything_gives_lines_that_fit(sent: str, columns: int, rows: int) -> None:
    for line in screen(sent.encode("utf-8", "surrogatepass"), columns, rows):
        at = 0
        for run in line:
            assert run.column >= at
            at = run.column + run.cells
        assert at <= columns


@given(st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20), max_size=9))
def test_plain_lines_stay_as_they_are(lines: list[str]) -> None:
    assert seen("".join(f"{line}\r\n" for line in lines)) == lines


@given(st.binary(max_size=300))
def test_any_bytes_give_printable_text(sent: bytes) -> None:
    text = plain_text(screen(sent, 40, 10))
    assert all(char == "\n" or ord(char) >= 32 for char in text)
