"""The numbers of a colour sequence, one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.terminal_style import styled
from inkwright.model.terminal import PLAIN, Style


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("31", Style(color="1")),
        ("97;100", Style(color="15", background="8")),
        ("1;3;4;9", Style(bold=True, italic=True, underline=True, strike=True)),
        ("38;5;9", Style(color="9")),
        ("38;5;16", Style(color="#000000")),
        ("38;5;231", Style(color="#ffffff")),
        ("48;5;232", Style(background="#080808")),
        ("38;2;255;0;10;1", Style(color="#ff000a", bold=True)),
        ("38:2::1:2:3", Style(color="#010203")),
        ("38:5:200", Style(color="#ff00d7")),
        ("58;5;1;31", Style(color="1")),
        ("4:3", Style(underline=True)),
        ("38;5", PLAIN),
        ("38;2;999;0;0", PLAIN),
        ("75", PLAIN),
    ],
)
def test_each_number_does_its_part(written: str, style: Style) -> None:
    assert styled(PLAIN, written) == style


@pytest.mark.parametrize(
    ("on", "off"),
    [("1", "22"), ("2", "22"), ("3", "23"), ("4", "4:0"), ("7", "27"), ("31", "39"), ("41", "49"), ("1;3", "")],
)
def test_what_was_set_is_taken_back(on: str, off: str) -> None:
    assert styled(PLAIN, on) != PLAIN
    assert styled(styled(PLAIN, on), off) == PLAIN


def test_a_reset_leaves_the_link() -> None:
    assert styled(Style(bold=True, link="https://example.org"), "0") == Style(link="https://example.org")


@given(st.text("0123456789;:", max_size=40))
def test_any_numbers_give_colours_that_exist(written: str) -> None:
    style = styled(PLAIN, written)
    for color in (style.color, style.background):
        assert color == "" or (color.isdecimal() and int(color) < 16) or (len(color) == 7 and int(color[1:], 16) >= 0)
