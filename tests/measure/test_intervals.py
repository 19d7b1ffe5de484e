from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.intervals import Z95, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_known_intervals(successes, trials, low, high):
    """The last row is a worked example of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    found = wilson(successes, trials)
    assert (round(found[0], 4), round(found[1], 4)) == (low, high)


def test_nothing_tried_nothing_known():
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 5000), st.data())
def test_the_ends_solve_the_score_equation(trials, data):
    successes = data.draw(st.integers(0, trials))
    low, high = wilson(successes, trials)
    share = Fraction(successes, trials)
    assert 0 <= low <= share <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            assert abs(float(share) - end) == pytest.approx(Z95 * (end * (1 - end) / trials) ** 0.5, rel=1e-6, abs=1e-9)
