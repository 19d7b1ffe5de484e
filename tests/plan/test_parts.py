"""Required parts: seen where they are, missing where they are not."""

import pytest

from inkwright.model.outline import Bullet
from inkwright.model.span import Span
from inkwright.plan.parts import missing_parts, noted_parts
from inkwright.text.markdown import parse_text
from inkwright.text.parts import has_part

HERE = {
    "code": "```python\nx\n```\n",
    "diagram": "```mermaid\ngraph LR\n```\n",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "metric": "It took 12 ms.\n",
    "link": "See [this](https://example.org).\n",
    "formula": "So $x^2$ it is.\n",
    "list:2-3": "- a\n- b\n- c\n",
    "subsections:2-3": "### a\n\n### b\n\n#### c\n",
}


@pytest.mark.parametrize("part", HERE)
def test_each_part_is_seen_in_its_own_form_only(part: str) -> None:
    for name, text in HERE.items():
        expected = name == part or (name, part) == ("table", "metric")
        assert has_part(part, list(parse_text(text).all_blocks)) is expected, name


@pytest.mark.parametrize(
    ("text", "part", "seen"),
    [
        ("![The path of a request](path.svg)\n", "diagram", True),
        ("![[sketch.excalidraw]]\n", "diagram", True),
        ("<img src='a.png' alt='a'>\n", "diagram", True),
        ("```dot\ndigraph {}\n```\n", "code", False),
        ("```chart from=a.csv\n```\n", "diagram", True),
        ("```chart from=a.csv\n```\n", "code", False),
        ("```table from=a.csv\n```\n", "table", True),
        ("```table from=a.csv\n```\n", "metric", True),
        ("```table\nx\n```\n", "table", False),
        ("- a\n- b\n- c\n- d\n", "list:2-3", False),
        ("1. a\n2. b\n", "list:2-3", True),
        ("It was faster.\n", "metric", False),
        ("A footnote.[^1]\n\n[^1]: there\n", "link", True),
        ("Nothing.\n", "analogy", True),
    ],
)
def test_forms(text: str, part: str, seen: bool) -> None:
    assert has_part(part, list(parse_text(text).all_blocks)) is seen


def bullet(text: str) -> Bullet:
    return Bullet(text, Span(0, 0))


def test_a_noted_part_is_not_missing() -> None:
    requires = ("diagram", "code", "list:3-5", "analogy")
    assert missing_parts(requires, [], ()) == ("diagram", "code", "list:3-5")
    assert missing_parts(requires, [], [bullet("diagram: path"), bullet("Snippet of the loop")]) == ("list:3-5",)
    assert noted_parts([bullet("a table of times"), bullet("barcode")]) == ("table",)
