"""When a printed output agrees with the one that is shown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.compare import agrees, first_difference, tidy
from inkwright.model.document import Block
from inkwright.model.snippet import ExpectedOutput
from inkwright.model.span import Span

FENCE = Block("code", Span(0, 0), Span(0, 0))


def expected(text: str, **how: object) -> ExpectedOutput:
    return ExpectedOutput(FENCE, text, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "how", "printed", "verdict"),
    [
        ("4\n", {}, "4\n", True),
        ("4", {}, "4  \n\n", True),
        ("4\n", {}, "5\n", False),
        ("a\n\nb", {}, "a\nb", False),
        ("took 1.234 s", {"tolerance": 0.1}, "took 1.3 s", True),
        ("took 1.234 s", {"tolerance": 0.01}, "took 1.3 s", False),
        ("took 1.2 s", {"tolerance": 0.5}, "used 1.2 s", False),
        ("n 1,000", {"tolerance": 1e-3}, "n 1000", True),
        ("1 2", {"tolerance": 1.0}, "1", False),
        ("start\n...\nend", {"ellipsis": True}, "start\nx\ny\nend", True),
        ("start ... end", {"ellipsis": True}, "start and finish", False),
        (r"id=\d+", {"regex": True}, "id=42", True),
        (r"id=\d+", {"regex": True}, "id=x", False),
        (r"id=(", {"regex": True}, "id=(", False),
    ],
)
def test_agreement(shown: str, how: dict[str, object], printed: str, verdict: bool) -> None:
    assert agrees(expected(shown, **how), printed) is verdict


@given(st.text(max_size=200))
def test_every_output_agrees_with_itself(text: str) -> None:
    assert agrees(expected(text), text)
    assert agrees(expected(text, ellipsis=True), text)


@given(st.text("ab.", max_size=20), st.text("ab.", max_size=20))
def test_gaps_are_what_a_regular_expression_would_find(shown: str, printed: str) -> None:
    pattern = ".*".join(re.escape(part) for part in shown.split("..."))
    assert agrees(expected(shown, ellipsis=True), printed) == bool(re.fullmatch(pattern, printed, re.DOTALL))


@given(st.text("ab\n ", max_size=40), st.text("ab\n ", max_size=40))
def test_a_difference_is_named_where_there_is_one(left: str, right: str) -> None:
    at, shown, got = first_difference(left, right)
    assert (tidy(left) == tidy(right)) == (shown == got and at == 0 and tidy(left) == tidy(right))
    if tidy(left) != tidy(right):
        assert tidy(left).split("\n")[:at] == tidy(right).split("\n")[:at]
