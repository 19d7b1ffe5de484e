"""Thresholds that know the writer: what the published posts of an author bear, and whether a text has clearly more.

Only judgement on style can be usual. What is true or false, broken or missing is not made right by habit.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inkwright.lint.rule import table
from inkwright.model.finding import Checked, Finding
from inkwright.model.rates import Usual, WriterRates

POSTS = 3
"""Published posts from which an author has rates, and posts that a rule must mark to be a habit of theirs."""
WORDS = 3000
"""Words that these posts hold at least.

**Source:** a choice of ours: two to three posts; below it the commonest rules fire fewer than five times."""
BORNE = 3
"""Times the rate of good prose up to which a habit is borne: first posts full of hedges must not teach the editor to
be silent about hedges. **Source:** decision 0021."""
CLEARLY = 0.05
"""Share of the writer's texts of that length that would hold so many findings by chance: below it, it is clearly more.

**Source:** decision 0021; the customary one in twenty."""
_STYLE = frozenset({"wordiness", "clarity", "terms", "rhythm", "voice"})
"""Categories in which a writer may have a way of their own."""


def measured(author: str, date: str, posts: Iterable[tuple[Sequence[Finding], int]]) -> WriterRates | None:
    """The rates of an author from the findings and the words of each post; None for fewer than `POSTS` posts or
    `WORDS` words. A rule that marks fewer than `POSTS` of the posts is no habit and has none. `date` is ISO."""
    counted = [(Counter(finding.rule for finding in findings if is_style(finding)), words) for findings, words in posts]
    words = sum(number for _, number in counted)
    if len(counted) < POSTS or words < WORDS:
        return None
    total = sum((counts for counts, _ in counted), Counter[str]())
    marked = Counter(rule for counts, _ in counted for rule in counts)
    habits = {rule: round(1000 * total[rule] / words, 3) for rule in sorted(total) if marked[rule] >= POSTS}
    return WriterRates(author, date, len(counted), words, habits)


def is_style(finding: Finding) -> bool:
    """Whether a finding is of the kind that may be usual for a writer: a suggestion on style that takes a decision.

    Errors and warnings are not, neither is a slip that a safe fix mends.
    """
    return (
        finding.severity == "suggestion"
        and finding.category in _STYLE
        and not (finding.fix is not None and finding.fix.safe)
    )


def usual(findings: Iterable[Finding], words: int, rates: Mapping[str, float]) -> dict[str, Usual]:
    """What is usual by rule, for the rules with a rate among those that marked a text of `words` words; empty without
    rates.

    Findings are held when the writer would have at least one of them in a text of this length and there are not
    clearly more: P(X >= here) >= `CLEARLY` for a Poisson count X with the mean that the writer's rate gives, that rate
    taken as at most `BORNE` times the one of good prose.

    **Source:** the Poisson law for counts of rare events at a steady rate; decision 0021.
    """
    here = Counter(finding.rule for finding in findings if is_style(finding) and rates.get(finding.rule, 0) > 0)
    return {rule: _beside(rule, count, words, rates[rule]) for rule, count in here.items()}


def usual_of(one: Checked, finding: Finding) -> Usual | None:
    """What is usual of a finding's rule in its file; None where that is not known and for findings of fact."""
    return one.usual.get(finding.rule) if is_style(finding) else None


def _beside(rule: str, here: int, words: int, rate: float) -> Usual:
    known = table().rules.get(rule)
    yours, good = rate * words / 1000, (known.rate if known else 0.0) * words / 1000
    borne = min(yours, BORNE * good)
    return Usual(here, round(yours, 1), round(good, 1), borne >= 1 and chance(here, borne) >= CLEARLY)


def chance(count: int, mean: float) -> float:
    """The probability of `count` or more events where `mean` > 0 are expected, by the Poisson law; 1 for a count of 0.

    **Source:** 1 - sum over k < count of exp(-mean) mean^k / k!, each term by its logarithm so that none overflows.
    """
    below = (math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count))
    return max(0.0, 1 - math.fsum(below))
