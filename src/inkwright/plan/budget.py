"""Word counts against word budgets."""

from collections.abc import Iterable
from typing import Literal

from inkwright.model.outline import Section
from inkwright.model.template import Budget, Template

State = Literal["none", "empty", "under", "within", "over"]
SLACK = 0.1
"""Share by which a count may lie outside a budget before it is called over. **Source:** own choice: ten words more
than 100 are no reason to cut."""


def state(words: int, budget: Budget) -> State:
    """How a word count stands to a budget: "none" without a budget, "empty" for no words, "over" past 10 % above."""
    if not budget.high:
        return "none"
    if not words:
        return "empty"
    if words < budget.low:
        return "under"
    return "over" if words > budget.high * (1 + SLACK) else "within"


def total(sections: Iterable[Section], template: Template | None = None) -> Budget:
    """The sum of the sections' budgets; the template's own when they have none; (0, 0) when that has none either."""
    budgets = [section.budget for section in sections]
    summed = Budget(sum(budget.low for budget in budgets), sum(budget.high for budget in budgets))
    return summed if summed.high else template.budget if template else Budget(0, 0)
