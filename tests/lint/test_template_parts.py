"""Limits, and what a result is compared with: parts that only words show."""

import pytest

from inkwright.lint.template_check import lacks
from inkwright.plan.templates import template
from inkwright.text.markdown import parse_text

TABLE = "| | now |\n|---|---:|\n| cost | 3,900 € |\n"


def missing(kind: str, key: str, text: str) -> list[str]:
    sections = template(kind).sections
    post = "\n\n".join(
        f"## {one.title}\n<!-- section: {one.key} -->\n\n{text if one.key == key else one.example}" for one in sections
    )
    return [lack.part for lack in lacks(parse_text(post), template(kind))]


@pytest.mark.parametrize(
    ("kind", "key", "part"),
    [
        ("behind-the-scenes", "keep", "what it was before, beside what it is now"),
        ("project", "results", "what it was before, or was meant to be"),
    ],
)
def test_a_result_stands_beside_what_was_before(kind: str, key: str, part: str) -> None:
    assert part in missing(kind, key, f"{TABLE}\nThe bill is 3,900 € a month. We like it.")
    for said in ("The bill fell to 3,900 €.", "It went from 9,400 € to 3,900 €.", "Until then it was 9,400 €.",
                 "It is cheaper than the regular machines."):  # fmt: skip
        assert part not in missing(kind, key, f"{TABLE}\n{said}")


def test_advice_says_where_it_ends() -> None:
    part = "where it is not worth it"
    items = "- Measure how long saving takes.\n- Kill your own workers.\n- {}\n"
    assert part in missing("behind-the-scenes", "advice", items.format("Tell everybody about it."))
    for said in ("Leave it if your jobs are short.", "Do not bother with two machines.", "Skip it on a laptop."):
        assert part not in missing("behind-the-scenes", "advice", items.format(said))
