import random
from fractions import Fraction
from math import comb, exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.intervals import Z95, student, typical, wilson


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


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (5, 2.5706), (6, 2.4469), (7, 2.3646), (9, 2.2622),
     (10, 2.2281), (15, 2.1314), (30, 2.0423), (120, 1.9799)],
)  # fmt: skip
def test_students_quantiles_are_those_of_the_tables(freedom, quantile):
    """As every textbook has them, two-sided, 95 %."""
    assert student(freedom) == pytest.approx(quantile, abs=6e-5)


def test_wilson_covers_the_true_share_as_often_as_it_says():
    """Exact: over all outcomes of n trials, by their chance. The mean over shares is near 95 %; no interval for
    a share holds it at each one."""
    for trials in (10, 40):
        ends = [wilson(successes, trials) for successes in range(trials + 1)]
        covered = []
        for share in (no / 200 for no in range(2, 199)):
            chances = (
                comb(trials, no) * share**no * (1 - share) ** (trials - no)
                for no, (low, high) in enumerate(ends)
                if low <= share <= high
            )
            covered.append(sum(chances))
        assert 0.945 < sum(covered) / len(covered) < 0.96 and min(covered) > 0.82


def test_what_is_usual_of_counts_by_hand():
    assert typical([9]) == (pytest.approx(9.0), None, None)
    value, low, high = typical([9, 99])  # logarithms of 10 and 100: middle 31.6, spread 1.628
    assert value == pytest.approx(10**1.5 - 1) and low == 0.0
    assert high == pytest.approx(10**1.5 * exp(12.7062 * 1.628173 / 2**0.5) - 1, rel=1e-2)
    assert typical([0, 0, 0]).low == 0 and typical([0, 0, 0]).high > 1
    value, low, high = typical([400] * 4)
    assert low < 370 < value < 430 < high


@pytest.mark.parametrize("number", [3, 6])
def test_what_is_usual_is_covered_as_often_as_it_says(number):
    """Counts of posts drawn from a lognormal with a known middle: the interval holds it 95 times of 100."""
    draw, tries, held = random.Random(8), 4000, 0
    for _ in range(tries):
        counts = [max(0, round(exp(draw.gauss(log(301), 0.9))) - 1) for _ in range(number)]
        _, low, high = typical(counts)
        held += low <= 300 <= high
    assert 0.938 < held / tries < 0.962


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=12))
def test_what_is_usual_lies_between_the_counts_and_in_its_interval(counts):
    value, low, high = typical(counts)
    assert min(counts) - 1e-6 <= value <= max(counts) * (1 + 1e-9) + 1e-6
    assert 0 <= low <= value * (1 + 1e-9) + 1e-9 and value <= high
