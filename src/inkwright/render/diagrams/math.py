"""Displayed formulas as SVG with ziamath, for mail and platforms that show neither MathML nor TeX."""

from importlib.util import find_spec
from xml.etree.ElementTree import Element

from inkwright.model.diagram import Drawing, Fault, Theme
from inkwright.model.regex import regex
from inkwright.render.math import math_tree, trouble

SIZE = 20
"""Height of a line in CSS pixels: a little above the text of a mail."""
_BOX = regex(r'viewBox="([^"]+)"')
_INK = {"light": "#22262b", "dark": "#dfe3e8"}


def ready() -> bool:
    """Whether ziamath is installed."""
    return find_spec("ziamath") is not None


def draw(source: str, theme: Theme, inline: bool = False) -> str:
    """The SVG of a formula. Raises ValueError for one that cannot be drawn."""
    import ziamath

    tree = math_tree(source.strip(), not inline)
    if tree is None:
        raise ValueError("the formula cannot be read")
    tree.attrib.pop("xmlns", None)  # it knows elements by their bare names only
    tree[:] = [_coloured(tree, _INK[theme])]
    try:
        svg: str = ziamath.Math(tree, size=SIZE).svg()
    except Exception as error:  # it raises whatever it meets; the caller shows the TeX
        raise ValueError("the formula cannot be drawn") from error
    return svg


def below_line(drawing: Drawing) -> float:
    """How far a drawn formula reaches below the line of a sentence, in CSS pixels. ziamath has that line at 0."""
    _, top, _, height = (float(part) for part in _BOX.search(drawing.svg)[1].split())  # type: ignore[index]
    return (top + height) * drawing.height / height


def _coloured(tree: Element, ink: str) -> Element:
    """The parts of a formula as one that has a colour."""
    whole = Element("mstyle", {"mathcolor": ink})
    whole.extend(tree)
    return whole


def fault(source: str) -> Fault | None:
    """What keeps a formula from being drawn; None for a sound one."""
    if not source.strip():
        return Fault("the formula is empty", 1)
    found = trouble(source)
    if found is None:
        return None
    before = source[: found.offset]
    return Fault(found.message, before.count("\n") + 1, found.offset - before.rfind("\n"))
