"""Colours as `#rrggbb`: how two differ in brightness, and how one is made readable on another."""

LEAST = 4.5
"""Contrast that small text needs at least. **Source:** WCAG 2.2, success criterion 1.4.3."""
_STEPS = 20


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21. **Source:** WCAG 2.2, "contrast ratio"."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def readable(ink: str, ground: str) -> str:
    """The colour itself where it can be read on that ground, else the nearest mix with black or white that can."""
    ends = sorted(("#000000", "#ffffff"), key=lambda end: -contrast(end, ground))
    for step in range(_STEPS + 1):
        tried = mixed(ink, ends[0], step / _STEPS)
        if contrast(tried, ground) >= LEAST:
            return tried
    return ends[0]


def _channels(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(color: str) -> float:
    """Relative luminance, 0 to 1. **Source:** WCAG 2.2, "relative luminance"."""
    levels = [channel / 255 for channel in _channels(color)]
    linear = [level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
