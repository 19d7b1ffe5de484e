"""How far a share can be trusted."""

from math import sqrt

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
