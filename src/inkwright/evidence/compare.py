"""Does what a snippet printed agree with the output that the post shows?"""

import math
import re
from collections.abc import Sequence

from inkwright.model.regex import regex
from inkwright.model.snippet import ExpectedOutput

_NUMBER = regex(r"[-+]?(?:\d[\d_,]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def agrees(expected: ExpectedOutput, actual: str) -> bool:
    """Whether the two agree under the fence's own terms. Blanks at line ends and blank lines at the end never count."""
    shown, got = tidy(expected.text), tidy(actual)
    if expected.regex:
        try:
            return re.fullmatch(shown, got) is not None
        except re.error:
            return False
    if expected.ellipsis:
        return _with_gaps(shown.split("..."), got)
    if expected.tolerance is not None:
        return _close(shown, got, expected.tolerance)
    return shown == got


def _with_gaps(parts: Sequence[str], got: str) -> bool:
    """Whether a text is these parts in order with anything between them: the first place of each is as good as any."""
    first, *between = parts
    if not between:
        return got == first
    last = between.pop()
    at, end = len(first), len(got) - len(last)
    if not (got.startswith(first) and got.endswith(last) and at <= end):
        return False
    for part in between:
        found = got.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def tidy(text: str) -> str:
    """Text without blanks at line ends and without blank lines at its end."""
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n")


def first_difference(expected: str, actual: str) -> tuple[int, str, str]:
    """The 0-based line where two texts part, and that line of each ("" past the end)."""
    shown, got = tidy(expected).split("\n"), tidy(actual).split("\n")
    for at in range(max(len(shown), len(got))):
        left = shown[at] if at < len(shown) else ""
        right = got[at] if at < len(got) else ""
        if left != right or at >= len(shown) or at >= len(got):
            return at, left, right
    return 0, shown[0], got[0]


def _close(shown: str, got: str, tolerance: float) -> bool:
    """Equal but for numbers, and each pair of numbers within the tolerance, relative or absolute."""
    if _NUMBER.sub("#", shown) != _NUMBER.sub("#", got):
        return False
    pairs = zip(_NUMBER.findall(shown), _NUMBER.findall(got), strict=True)
    return all(math.isclose(_value(a), _value(b), rel_tol=tolerance, abs_tol=tolerance) for a, b in pairs)


def _value(written: str) -> float:
    return float(written.replace(",", "").replace("_", ""))
