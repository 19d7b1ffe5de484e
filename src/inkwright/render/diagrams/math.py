"""Displayed formulas as SVG with ziamath, for mail and platforms that show neither MathML nor TeX."""

from importlib.util import find_spec

from inkwright.model.diagram import Fault, Theme
from inkwright.render.math import familiar, trouble

SIZE = 20
"""Height of a line in CSS pixels: a little above the text of a mail."""
_INK = {"light": "#22262b", "dark": "#dfe3e8"}


def ready() -> bool:
    """Whether ziamath is installed."""
    return find_spec("ziamath") is not None


def draw(source: str, theme: Theme, inline: bool = False) -> str:
    """The SVG of a formula. Raises ValueError for one that cannot be drawn."""
    import ziamath

    tex = familiar(source.strip())
    try:
        svg: str = ziamath.Latex(tex, size=SIZE, inline=inline, color=_INK[theme]).svg()
    except Exception as error:  # it raises whatever its parser meets; the caller shows the TeX
        raise ValueError("the formula cannot be drawn") from error
    return svg


def fault(source: str) -> Fault | None:
    """What keeps a formula from being drawn; None for a sound one."""
    if not source.strip():
        return Fault("the formula is empty", 1)
    found = trouble(source)
    if found is None:
        return None
    before = source[: found.offset]
    return Fault(found.message, before.count("\n") + 1, found.offset - before.rfind("\n"))
