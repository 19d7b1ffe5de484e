"""Contrast by its definition, and inks that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.colors import LEAST, contrast, mixed, readable

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_a_mix_lies_between() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#102030", "#ffffff", 0) == "#102030"


@given(COLORS, COLORS)
def test_every_ink_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(readable(ink, ground), ground) >= LEAST


@given(COLORS, COLORS)
def test_an_ink_that_can_be_read_stays(ink: str, ground: str) -> None:
    if contrast(ink, ground) >= LEAST:
        assert readable(ink, ground) == ink
