"""Formulas: MathML with the TeX beside it, TeX where it cannot be read, nothing that runs."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.render.math import math_html, trouble

NS = "{http://www.w3.org/1998/Math/MathML}"


def tree(tex: str, display: bool = False):
    return ElementTree.fromstring(math_html(tex, display))


def test_a_formula_keeps_its_tex():
    found = tree(r"\alpha < \beta")
    assert [element.text for element in found.iter() if element.tag in (f"{NS}mi", f"{NS}mo")] == ["α", "<", "β"]
    assert found.find(f"{NS}semantics/{NS}annotation").text == r"\alpha < \beta"
    assert found.get("display") == "inline"
    assert tree("x", display=True).get("display") == "block"


@pytest.mark.parametrize(
    "tex",
    [
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"\begin{split} a &= b \\ &= c \end{split}",
        r"\begin{equation}\label{eq:x} a = b \tag{1} \end{equation}",
        r"\begin{cases} 1 & x > 0 \\ 0 \end{cases}",
        r"\operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V",
        r"\mathbb{E}_{x \sim p(x)}\left[\log q_\theta(x)\right]",
    ],
)
def test_environments_that_people_write(tex):
    said = "".join(tree(tex).find(f"{NS}semantics/{NS}mrow").itertext())
    assert "begin" not in said
    assert "&" not in said
    assert "label" not in said


@pytest.mark.parametrize(
    "tex",
    [
        r"\begin{pmatrix} a \\ b \end{pmatrix}^{-1}",
        r"\begin{bmatrix} a \end{bmatrix}_2^T",
        r"\binom{n}{k}^2",
        r"x_1^2 + {\begin{cases} a \end{cases}}_i",
    ],
)
def test_a_script_stands_behind_the_whole_of_its_base(tex):
    for element in tree(tex).iter():
        wanted = {f"{NS}msup": 2, f"{NS}msub": 2, f"{NS}msubsup": 3}.get(element.tag)
        assert wanted is None or len(element) == wanted
    assert trouble(tex) is None


def test_commands_that_browsers_renderers_know():
    assert "argmin" in "".join(tree(r"\arg\min_x").itertext()).replace(" ", "")
    assert "ℝ" in "".join(tree(r"x \in \R^n").find(f"{NS}semantics/{NS}mrow").itertext())
    assert "(eq:1)" in "".join(tree(r"x \eqref{eq:1}").itertext())
    assert trouble(r"\newcommand{\R}{r} \R") is None
    assert trouble(r"\Rx") is not None


@pytest.mark.parametrize("tex", ["x_", "{", r"\left(", r"\begin{x}", "x" * 30_000])
def test_what_cannot_be_read_is_shown_as_tex(tex):
    assert math_html(tex, False).startswith('<code class="math">$')


def test_an_empty_formula_is_nothing():
    assert math_html("  ", True) == ""


def test_nothing_in_a_formula_becomes_html():
    html = math_html(r"\text{<script>alert(1)</script>} \href{javascript:alert(1)}{x}", False)
    assert "<script" not in html
    assert "href=" not in html


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=r"\{}^_&<>$\"' abxfrctextrm0123[]()+=", max_size=60))
def test_any_text_gives_well_formed_xml(tex):
    html = math_html(tex, False)
    if html:
        ElementTree.fromstring(html)


@pytest.mark.parametrize(
    ("tex", "place", "certain"),
    [
        (r"x^2^3", r"x^2^3", True),
        (r"a + \frac{n}", r"\frac", True),
        (r"a_", "a_", True),
        (r"a \in \Unheard", r"\Unheard", False),
        ("\n a \\in \\Unheard{b} \\Unheard", r"\Unheard", False),
    ],
)
def test_trouble_has_its_place(tex, place, certain):
    found = trouble(tex)
    assert found is not None
    assert tex[found.offset : found.offset + found.length] == place
    assert found.certain is certain
    assert found.message


@pytest.mark.parametrize(
    "tex", ["", "  ", r"\frac{a}{b}", r"\renewcommand{\vec}[1]{\mathbf{#1}} \vec{x}", r"50\%", "x'^2"]
)
def test_sound_formulas_have_no_trouble(tex):
    assert trouble(tex) is None


def test_a_formula_beyond_the_limit_is_said_to_be_so():
    found = trouble("  " + "x" * 30_000)
    assert found is not None
    assert found.offset == 2
    assert "20,000" in found.message


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet=r"\{}^_&<>$ abfrctextleigh()[]1%", max_size=60))
def test_trouble_lies_inside_its_formula(tex):
    found = trouble(tex)
    if found is not None:
        assert 0 <= found.offset < len(tex)
        assert 0 < found.length <= len(tex) - found.offset
