"""Word counts against budgets."""

import pytest

from inkwright.model.outline import Section
from inkwright.model.span import Span
from inkwright.model.template import Budget
from inkwright.plan.budget import state, total
from inkwright.plan.templates import template


@pytest.mark.parametrize(
    ("words", "said"), [(0, "empty"), (99, "under"), (100, "within"), (150, "within"), (165, "within"), (166, "over")]
)
def test_state(words: int, said: str) -> None:
    assert state(words, Budget(100, 150)) == said
    assert state(words, Budget(0, 0)) == "none"


def test_total_is_the_sections_sum_else_the_templates() -> None:
    def section(low: int, high: int) -> Section:
        return Section("t", 2, Span(0, 0), Span(0, 0), 0, budget=Budget(low, high))

    assert total([section(100, 150), section(50, 100), section(0, 0)]) == (150, 250)
    assert total([], template("what-i-learned")) == (300, 500)
    assert total([section(1, 2)], template("what-i-learned")) == (1, 2)
    assert total([]) == (0, 0)


def test_how_a_budget_is_written() -> None:
    assert [str(Budget(*ends)) for ends in ((100, 150), (100, 100), (0, 0), (0, 50))] == ["100-150", "100", "", "0-50"]
