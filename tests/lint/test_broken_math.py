import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.rules.code.broken_math import first_problem

SOUND = (
    "", "x", r"\frac{a}{b}", r"\{ a \}", r"\left( x \right)", r"\left\{ x \right.", r"\leftarrow x \rightarrow",
    r"\begin{matrix} a \\ b \end{matrix}", "a % }\n", r"\%{a}", r"\left( \begin{a} \left[ x \right] \end{a} \right)",
    r"\text{a \} b}", r"\\{a}",
)  # fmt: skip
BROKEN = {
    "{": 0,
    "}": 0,
    r"\frac{a}{b": 8,
    r"\left( x": 0,
    r"x \right)": 2,
    r"\begin{matrix} a": 0,
    r"a \end{matrix}": 2,
    r"\begin{a} \begin{b} \end{a} \end{b}": 20,
    r"\left( { x \right) }": 11,
    r"\\left{": 6,
}


@pytest.mark.parametrize("tex", SOUND)
def test_sound(tex: str) -> None:
    assert first_problem(tex) is None


@pytest.mark.parametrize("tex", BROKEN)
def test_broken(tex: str) -> None:
    problem = first_problem(tex)
    assert problem is not None
    assert problem[0] == BROKEN[tex]
    assert problem[2]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}\\a %\n", max_size=40))
def test_the_place_lies_in_the_text(tex: str) -> None:
    problem = first_problem(tex)
    assert problem is None or 0 <= problem[0] < problem[0] + problem[1] <= len(tex)
