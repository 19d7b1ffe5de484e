"""Formulas as pictures, for where MathML is not shown."""

import pytest

from inkwright.render.diagrams import inlinemath, math
from inkwright.render.diagrams.picture import DrawingError, picture


@pytest.mark.parametrize(
    "tex",
    [
        r"E = mc^2",
        r"\operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"\begin{equation}\label{eq:one} \sum_{i=1}^n x_i \end{equation}",
        r"\mathbb{E}_{x \sim p}[\log q_\theta(x)]",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}",
        r"\boxed{\arg\min_x \cancel{f}(x)}",
    ],
)
def test_formulas_become_paths_without_fonts(tex):
    drawn = picture("math", tex)
    assert "<path" in drawn.svg
    assert "<text" not in drawn.svg
    assert 4 < drawn.height < 400


def test_nothing_is_said_about_elements_that_nobody_knows(caplog, capfd):
    picture("math", r"\boxed{x} \cancel{y} \text{z} \underbrace{a}_{b} \phantom{c}")
    assert caplog.records == []
    assert capfd.readouterr().err == ""


def test_a_formula_in_a_sentence_is_lower_than_one_of_its_own():
    tex = r"\sum_{i=1}^n \frac{x_i}{n}"
    assert picture("inlinemath", tex).height < picture("math", tex).height


@pytest.mark.parametrize("tex", ["", "x^2^3", r"\frac{a}", r"\left( x"])
def test_what_cannot_be_drawn_is_a_fault(tex):
    with pytest.raises(DrawingError):
        picture("math", tex)


def test_a_fault_has_its_line():
    assert math.fault("a = b\n+ x^2^3") is not None
    assert inlinemath.fault("x") is None
    found = math.fault("a\n\\Unknowncommand x")
    assert found is not None
    assert found.line == 2
    assert found.column == 1


@pytest.mark.parametrize(
    ("tex", "reaches"), [("x", False), ("a+b", False), ("g_y", True), (r"\frac{a}{b}", True), ("p^2", True)]
)
def test_how_far_a_formula_reaches_below_its_line(tex, reaches):
    drawn = picture("inlinemath", tex)
    assert 0 <= math.below_line(drawn) < drawn.height
    assert (math.below_line(drawn) > 4) is reaches
