"""Axes, their ticks and their words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.chart_scale import LARGEST, drawable, fit, scale, shown, tick_labels, width

NUMBERS = st.floats(-LARGEST, LARGEST, allow_nan=False)


@given(st.lists(NUMBERS, max_size=20), st.booleans())
def test_an_axis_holds_all_values_and_tells_its_ticks_apart(values: list[float], zero: bool) -> None:
    found = [number for value in values if (number := drawable(value)) is not None]
    axis = scale(found, 0.0, 100.0, zero=zero)
    slack = abs(axis.high - axis.low) * 1e-6
    assert all(axis.low - slack <= value <= axis.high + slack for value in found)
    assert 2 <= len(axis.ticks) <= 14
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert all(math.isfinite(tick) for tick in axis.ticks)
    if zero:
        assert axis.low <= 0 <= axis.high and any(tick == 0 for tick in axis.ticks)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_ticks_have_labels_of_their_own(values: list[float]) -> None:
    axis = scale([round(value, 3) for value in values], 0.0, 100.0)
    labels = tick_labels(axis.ticks)
    assert len(set(labels)) == len(axis.ticks)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 174], ["0", "50", "100", "150", "200"]),
        ([0.013, 0.021], ["0.012", "0.014", "0.016", "0.018", "0.020", "0.022"]),
        ([3], ["1", "2", "3", "4", "5"]),
        ([-2e9, 5e9], ["−2×10⁹", "0", "2×10⁹", "4×10⁹", "6×10⁹"]),
        ([2023, 2025], ["2023", "2024", "2025"]),
        ([], ["0", "1"]),
    ],
)
def test_steps_are_nice(values: list[float], ticks: list[str]) -> None:
    assert tick_labels(scale(values, 0, 1).ticks) == ticks


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (174.1289, "", "174.1"), (1290.4, "", "1290"),
        (2024, "", "2024"), (12904, "", "12,904"),
        (0.00123456, "", "0.001235"), (1.5e-9, "", "1.5×10⁻⁹"),
        (-3.0, "", "−3"), (12, "", "12"), (123456789, "", "1.235×10⁸"), (None, "", "–"), (float("nan"), "", "–"),
        (10**400, "", "–"), ("int8", "", "int8"), (True, "", "True"), (0.256, ".1%", "25.6%"), (-0.0, "", "0"),
        (9999.6, "", "10,000"), (12.0, ".2f", "12.00"),
    ],
)  # fmt: skip
def test_values_are_written_with_digits_that_count(value: object, form: str, words: str) -> None:
    assert shown(value, form) == words


@pytest.mark.parametrize("value", [None, True, "3", float("nan"), float("inf"), 1e300, 10**400, [1]])
def test_what_is_no_number_is_not_drawn(value: object) -> None:
    assert drawable(value) is None


@given(st.text(max_size=80), st.floats(30, 400), st.integers(1, 3))
def test_words_fit_the_room_they_are_given(words: str, room: float, lines: int) -> None:
    found = fit(words, room, 12, lines)
    assert 1 <= len(found) <= lines
    assert all(width(line, 12) <= room for line in found if len(line) > 2)


def test_words_that_do_not_fit_say_so() -> None:
    assert fit("a long label of many words", 70, 10, 2) == ["a long", "label of…"]
