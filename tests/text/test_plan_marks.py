import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.template import Budget
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks, section_marks

POST = """# T

## What we measured
<!-- section: results 200-300 -->
<!-- plan
Q: What surprised you?
- int8 halves the memory [[quantisation|q]]
  and the latency
- [x] the table
* [ ] ? does it hold on CPU
-->

Text.

## Renamed

{/* section: end 50 */}
"""


def test_sections_know_their_heading_and_budget():
    first, second = section_marks(parse_text(POST))
    assert (first.key, first.budget, first.heading.plain()) == ("results", Budget(200, 300), "What we measured")
    assert (second.key, second.budget, second.heading.plain()) == ("end", Budget(50, 50), "Renamed")


@pytest.mark.parametrize(
    ("mark", "budget"),
    [
        ("a", (0, 0)),
        ("a 100", (100, 100)),
        ("a 100-150", (100, 150)),
        ("a 100–150", (100, 150)),
        ("a, 9 - 10", (9, 10)),
    ],
)
def test_budgets(mark, budget):
    (section,) = section_marks(parse_text(f"# H\n<!-- section: {mark} -->"))
    assert (section.key, section.budget) == ("a", budget)


def test_a_mark_that_lost_its_heading():
    (section,) = section_marks(parse_text("# H\n\nText.\n\n<!-- section: a -->\n"))
    assert section.heading is None
    assert section_marks(parse_text("<!-- section: -->")) == []


def test_bullets_and_questions():
    document = parse_text(POST)
    (plan,) = plan_marks(document)
    assert plan.questions == ("What surprised you?",)
    assert plan.heading.plain() == "What we measured"
    assert [(b.text, b.note, b.ticked, b.written, b.question) for b in plan.bullets] == [
        ("int8 halves the memory and the latency", "quantisation", False, False, False),
        ("the table", "", True, True, False),
        ("does it hold on CPU", "", False, False, True),
    ]
    assert [document.slice(b.span) for b in plan.bullets] == [
        "- int8 halves the memory [[quantisation|q]]\n  and the latency", "- [x] the table",
        "* [ ] ? does it hold on CPU",
    ]  # fmt: skip


def test_a_plan_in_mdx_and_crlf():
    (plan,) = plan_marks(parse_text("{/* plan\r\n- a\r\n- b\r\n*/}\r\n", "a.mdx"))
    assert [bullet.text for bullet in plan.bullets] == ["a", "b"]


@given(
    st.lists(
        st.sampled_from(["- a", "- [x] b", "  more", "- ? c", "Q: d?", "", "text", "- [[n]]", "\t- e"]), max_size=8
    )
)
def test_bullets_stay_inside_their_plan(lines):
    document = parse_text("# H\n<!-- plan\n" + "\n".join(lines) + "\n-->\n")
    (plan,) = plan_marks(document)
    at = plan.inner.start
    for bullet in plan.bullets:
        assert at <= bullet.span.start < bullet.span.end <= plan.inner.end
        assert document.text[bullet.span.start] == "-"
        at = bullet.span.end
