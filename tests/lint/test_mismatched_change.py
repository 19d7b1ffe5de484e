"""Changes beside the figures that they are the change of, whatever the figures are."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inkwright.lint.rules.claims.mismatched_change import check
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text

SHAPES = (
    "Latency fell by {said} %, from {first} ms to {second} ms.",
    "Latency went from {first} ms to {second} ms ({said}%).",
    "It took from {first} ms to {second} ms, a {said} % change for the better, or {said} % less.",
    "We saw a {said}% improvement in latency. The latency went from {first} ms to {second} ms.",
    "Latency is {said} percent lower: from {first} ms to {second} ms.",
)


def messages(text: str) -> list[str]:
    return [one.message for one in check(parse_text(text), Context())]


@pytest.mark.parametrize("shape", SHAPES)
@given(st.integers(10, 9999), st.integers(10, 9999))
def test_a_change_that_is_right_is_left_alone(shape: str, first: int, second: int) -> None:
    assume(first != second)
    said = round(100 * abs(second - first) / first)
    assert messages(shape.format(said=said, first=first, second=second)) == []


@pytest.mark.parametrize("shape", [SHAPES[0], SHAPES[1], SHAPES[3], SHAPES[4]])
@given(st.integers(40, 9999), st.integers(2, 9))
def test_a_change_that_is_far_off_is_told_with_the_right_one(shape: str, first: int, tenths: int) -> None:
    second = first * tenths // 10
    assume(first // 10 != second // 10)
    said = next(said for said in range(99, 0, -1) if all(abs(said / 100 - way) > 0.2 for way in ways(first, second)))
    (told,) = messages(shape.format(said=said, first=first, second=second))
    assert f"is {(first - second) / first:.0%} less, not {said}" in told


def ways(first: int, second: int) -> tuple[float, ...]:
    return (first - second) / first, (first - second) / second, first / second


PIECES = (
    "from ",
    "to ",
    "1",
    "1.2.3",
    "0",
    "40",
    " ms ",
    "%",
    "x",
    " times",
    " drop in ",
    "→",
    "(",
    ")",
    ", ",
    ". ",
    "doubled ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_text_makes_it_raise(text: str) -> None:
    assert all("which figure is right?" in message for message in messages(f"from 1 to 2 {text}"))


def test_digits_that_are_no_number_are_no_change() -> None:
    assert messages("It rose from 1 to 2, 1.2.3% more.") == []
