"""Formulas inside a sentence as SVG: smaller fractions and limits, otherwise as `math`."""

from inkwright.model.diagram import Theme
from inkwright.render.diagrams import math
from inkwright.render.diagrams.math import fault, ready

__all__ = ["draw", "fault", "ready"]


def draw(source: str, theme: Theme) -> str:
    """The SVG of a formula. Raises ValueError for one that cannot be drawn."""
    return math.draw(source, theme, inline=True)
