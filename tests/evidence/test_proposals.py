from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.numbers import number_states
from inkwright.evidence.proposals import proposals
from inkwright.text.markdown import parse_text

DATA = {
    "ms": {"bulk_sqlite": 173.95, "bulk_jsonl": 131.58}, "share": {"kept": 0.125}, "rows": 50_000, "price_usd": 1240,
    "year": 2026, "text": "fast", "yes": True, "empty": [], "seed": [3, 4], "tasks correct": 118,
}  # fmt: skip


def found(text: str, data: Any = DATA) -> list[tuple[str, str]]:
    return [(one.figure, one.mark) for one in proposals(parse_text(text), {"r.json": data})]


@pytest.mark.parametrize(
    ("text", "figure", "mark"),
    [
        ("SQLite needs 174 ms for it.", "174 ms", "<!--=r.json#ms.bulk_sqlite .0f ms-->"),
        ("In bulk that is 131.6 ms.", "131.6 ms", "<!--=r.json#ms.bulk_jsonl .1f ms-->"),
        ("We read 50,000 rows.", "50,000 rows", "<!--=r.json#rows ,.0f rows-->"),
        ("| | kept |\n|---|---|\n| share | 12.5 % |", "12.5 %", "<!--=r.json#share.kept .1%-->"),
        ("The price: $1,240 a month.", "$1,240", "<!--=r.json#price_usd $,.0f-->"),
        ("It got 118 tasks right.", "118", "<!--=r.json#tasks%20correct .0f-->"),
    ],
)
def test_a_figure_that_equals_a_value_gets_the_mark_that_would_bind_it(text: str, figure: str, mark: str) -> None:
    assert found(text) == [(figure, mark)]
    (bound,) = number_states(parse_text(text.replace(figure, figure + mark)), lambda name: DATA)
    assert (bound.state, bound.problem) == ("holds", "")


@pytest.mark.parametrize(
    "text",
    [
        "SQLite needs 174 ms<!--=r.json#ms.bulk_sqlite .0f ms--> for it.",
        "SQLite needs 175 ms for it.",
        "Nothing here speaks of it: 174 ms.",
        "`SQLite needs 174 ms`",
        "```\nSQLite 174 ms\n```",
        "In the year 2026 it was different.",
        "The seed is 3.",
        "SQLite 3.174 and sqlite/174, v174, 2026-11-174, 1.174.2",
        "SQLite\n: none",
        "",
    ],
)
def test_figures_that_nothing_vouches_for(text: str) -> None:
    assert found(text) == []


def test_of_two_equal_values_the_words_choose_or_nobody() -> None:
    data = {"int8": {"p50": 45.2}, "fp16": {"p50": 45.4}}
    assert found("The p50 of int8 is 45 ms.", data) == [("45 ms", "<!--=r.json#int8.p50 .0f ms-->")]
    assert found("The p50 is 45 ms.", data) == []


@given(
    st.dictionaries(st.sampled_from(["alpha", "beta x", "c.d", "na%20me"]), st.floats(0.001, 1e6), min_size=1),
    st.sampled_from(["{:.0f} ms", "{:,.2f}", "{:.1f} %", "${:,.0f}", "{:.3f} MB"]),
)
def test_what_is_proposed_holds_when_it_is_done(data: dict[str, float], form: str) -> None:
    text = "".join(f"The {name} is {form.format(value)} now.\n\n" for name, value in data.items())
    for one in proposals(parse_text(text), {"r.json": data}):
        assert one.figure in text
        at = sum(map(len, text.splitlines(keepends=True)[: one.line - 1])) + one.column - 1 + len(one.figure)
        (state,) = number_states(parse_text(text[:at] + one.mark + text[at:]), lambda name: data)
        assert (state.state, state.problem) == ("holds", "")


def test_data_may_be_as_deep_as_it_likes() -> None:
    deep: Any = 45.5
    for _ in range(5000):
        deep = {"latency": deep}
    (found,) = proposals(parse_text("The latency is 45.5 ms."), {"r.json": deep})
    assert found.figure == "45.5 ms"
