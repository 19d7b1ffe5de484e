"""Formulas as Kramdown has them: displayed only where one is a block of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.platforms.reading.kramdown_math import in_sentences
from inkwright.text.markdown import parse_text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("A $$a_b$$ here.\n", "A $a_b$ here.\n"),
        ("$$a$$ and $$b$$\n", "$a$ and $b$\n"),
        ("Words\n$$ a $$\nmore\n", "Words\n$a$\nmore\n"),
        ("$$\nE = mc^2\n$$\n", "$$\nE = mc^2\n$$\n"),
        ("$$x$$\n", "$$x$$\n"),
        ("2$$x$$ and $$y$$th\n", "2\\\\(x\\\\) and $y$th\n"),
        ("it is $$x$$3\n", "it is \\\\(x\\\\)3\n"),
        ("code `$$x$$` and $5 or $$\n", "code `$$x$$` and $5 or $$\n"),
        ("```\na $$x$$ b\n```\n", "```\na $$x$$ b\n```\n"),
        ("", ""),
    ],
)
def test_formulas_in_sentences(text, made):
    assert in_sentences(text) == made


TEX = st.sampled_from(["x", "5", "a_b^2", r"\frac{a}{b}", "2 and more", "x < y", r"f\colon A", "10k more of it"])
AROUND = st.sampled_from([" ", ".", "a", "7", ", ", "(", "-", "*"])


@given(TEX, AROUND, AROUND)
def test_each_is_a_formula_of_a_sentence_afterwards(tex, before, after):
    made = in_sentences(f"word{before}$${tex}$${after}word\n")
    (formula,) = parse_text(made).inlines_of("math")
    assert (formula.name, formula.text) == ("", tex)
    assert in_sentences(made) == made
