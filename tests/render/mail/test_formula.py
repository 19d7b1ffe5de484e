import pytest

from inkwright.render.mail.formula import styled


@pytest.mark.parametrize(
    ("tex", "html"),
    [
        ("x", "<i>x</i>"),
        ("x_i^2 + y", "<i>x</i><sub><i>i</i></sub><sup>2</sup> + <i>y</i>"),
        (r"O(n \log n)", "<i>O</i>(<i>n</i> log <i>n</i>)"),
        (r"\alpha \leq \beta", "<i>α</i> ≤ <i>β</i>"),
        ("a-b", "<i>a</i> − <i>b</i>"),
        ("-1", "−1"),
        ("2^{n-1}", "2<sup><i>n</i>−1</sup>"),
        (r"\mathbb{R}^d", "ℝ<sup><i>d</i></sup>"),
        (r"\mathbf{x} = 3", "<b>x</b> = 3"),
        (r"\{a, b\}", "{<i>a</i>, <i>b</i>}"),
        (r"p < 0.05", "<i>p</i> &lt; 0.05"),
        (r"10\%", "10%"),
    ],
)
def test_a_formula_of_one_line_is_styled_text(tex, html):
    assert styled(tex) == html


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{a}{b}", r"\sqrt{d}", r"\sum_{i=1}^n x_i", r"\hat y", r"\begin{matrix}a&b\end{matrix}", r"a \\ b",
        r"\lim_{x\to 0} x", "", r"\frac", "a^", "x" * 80,
    ],
)  # fmt: skip
def test_what_needs_two_dimensions_or_cannot_be_read_is_none(tex):
    assert styled(tex) is None
