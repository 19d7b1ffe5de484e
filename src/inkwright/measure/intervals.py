"""How far a share, or what is usual of a few counts, can be trusted."""

from collections.abc import Sequence
from functools import cache
from math import atan, cos, exp, expm1, fsum, log1p, pi, sin, sqrt
from typing import NamedTuple

Z95 = 1.959964


def wilson(successes: float, trials: float, z: float = Z95) -> tuple[float, float]:
    """The interval, 0 <= low <= high <= 1, in which the true share lies with 95 % certainty; (0, 1) for no trial.

    **Source:** E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    """
    if trials <= 0:
        return 0.0, 1.0
    share, spread = successes / trials, z * z / trials
    middle = share + spread / 2
    reach = z * sqrt(share * (1 - share) / trials + spread / (4 * trials))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return min(max(low, 0.0), share), max(min(high, 1.0), share)


class Typical(NamedTuple):
    """What is usual of a few counts, and the interval in which it lies with 95 % certainty; None for one count."""

    value: float
    low: float | None
    high: float | None


def typical(counts: Sequence[int]) -> Typical:
    """What is usual of counts (n >= 1) that spread over orders of magnitude, as views of posts do: the mean of their
    logarithms (of one more than each, since some are 0), taken back. One that went round the world moves it little.

    The interval is Student's on the logarithms. They are held to spread at least as much as counts do by chance alone,
    so that two counts that happen to be equal are not certain.

    **Source:** Student, "The probable error of a mean", Biometrika 6 (1908); Poisson for the spread by chance.
    """
    logs = [log1p(count) for count in counts]
    number, middle = len(logs), fsum(logs) / len(logs)
    if number < 2:
        return Typical(expm1(middle), None, None)
    spread = fsum((one - middle) ** 2 for one in logs) / (number - 1)
    reach = student(number - 1) * sqrt(max(spread, exp(-middle)) / number)
    return Typical(expm1(middle), max(expm1(middle - reach), 0.0), expm1(middle + reach))


@cache
def student(freedom: int) -> float:
    """How many standard errors hold 95 % of Student's distribution with so many degrees of freedom (>= 1)."""
    low, high = 0.0, 16.0
    while high - low > 1e-10:
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def _within(distance: float, freedom: int) -> float:
    """The share of Student's distribution that lies no farther than so many standard errors from its middle.

    **Source:** Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 26.7.3 and 26.7.4.
    """
    angle = atan(distance / sqrt(freedom))
    odd, square = freedom % 2, cos(angle) ** 2
    term, whole = (cos(angle) if odd else 1.0), 0.0
    for no in range(3 if odd else 2, freedom + 1, 2):
        whole += term
        term *= square * (no - 1) / no
    return 2 / pi * (angle + sin(angle) * whole) if odd else sin(angle) * whole
