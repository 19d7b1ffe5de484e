"""Excalidraw scenes to SVG with clean strokes: the same shapes, words and colours, not the hand-drawn look."""

import math
from html import escape
from itertools import pairwise
from typing import Any

from inkwright.model.diagram import Fault, Theme
from inkwright.render.diagrams.excalidraw_lines import arrowheads, line_path
from inkwright.render.diagrams.excalidraw_scene import Scene, SceneError, colour, number, points, read_scene

MARGIN = 12
"""CSS pixels around a drawing."""
_SANS = "Helvetica, Arial, sans-serif"
_FAMILIES = {3: "Cascadia Code, Menlo, monospace", 8: "Menlo, monospace"}
"""Fonts by Excalidraw's numbers; hand-written ones become plain."""
_DASHES = {"dashed": "{0} {1}", "dotted": "1.5 {1}"}
_ANCHORS = {"center": ("middle", 0.5), "right": ("end", 1.0)}


def ready() -> bool:
    """True: nothing is needed."""
    return True


def fault(source: str) -> Fault | None:
    """Why a file cannot be drawn; None for one that can."""
    try:
        scene = read_scene(source)
    except SceneError as error:
        return Fault(str(error), error.line, error.column)
    return None if scene.elements else Fault("the drawing is empty")


def draw(source: str, theme: Theme) -> str:
    """The SVG of a scene. Raises ValueError for a file that holds none."""
    scene = read_scene(source)
    boxes = [_box(element) for element in scene.elements]
    if not boxes:
        raise ValueError("the drawing is empty")
    left, top = min(box[0] for box in boxes) - MARGIN, min(box[1] for box in boxes) - MARGIN
    width, height = max(box[2] for box in boxes) + MARGIN - left, max(box[3] for box in boxes) + MARGIN - top
    inside = "".join(_element(element, scene, theme) for element in scene.elements)
    ground = colour(scene.background, theme)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}" '
        f'width="{math.ceil(width)}" height="{math.ceil(height)}" stroke-linecap="round" stroke-linejoin="round">'
        f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{ground}"/>{inside}</svg>'
    )


def _box(element: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an element as it is turned."""
    x, y, width, height = (number(element, key) for key in ("x", "y", "width", "height"))
    line = points(element)
    xs = [x + one for one, _ in line] or [x, x + width]
    ys = [y + one for _, one in line] or [y, y + height]
    angle = number(element, "angle")
    middle, centre = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    half, tall = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    across = abs(half * math.cos(angle)) + abs(tall * math.sin(angle))
    down = abs(half * math.sin(angle)) + abs(tall * math.cos(angle))
    edge = number(element, "strokeWidth", 1.0) / 2
    return middle - across - edge, centre - down - edge, middle + across + edge, centre + down + edge


def _element(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """One element in its place; "" for a kind that is not known."""
    shape = _SHAPES.get(str(element.get("type")))
    if shape is None:
        return ""
    left, top, right, bottom = _box({**element, "angle": 0, "strokeWidth": 0})
    x, y = number(element, "x"), number(element, "y")
    turn = math.degrees(number(element, "angle"))
    turned = f" rotate({turn:g} {(left + right) / 2 - x:g} {(top + bottom) / 2 - y:g})" if turn else ""
    opacity = max(0.0, min(100.0, number(element, "opacity", 100.0))) / 100
    seen = f' opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<g transform="translate({x:g} {y:g}){turned}"{seen}>{shape(element, scene, theme)}</g>'


def _look(element: dict[str, Any], theme: Theme) -> str:
    """Fill and stroke of a closed shape as attributes. Hatching becomes a pale fill."""
    fill = colour(element.get("backgroundColor"), theme)
    pale = ' fill-opacity="0.5"' if fill and element.get("fillStyle") not in (None, "solid") else ""
    return f'fill="{fill or "none"}"{pale} {_stroke(element, theme)}'


def _stroke(element: dict[str, Any], theme: Theme) -> str:
    width = max(0.0, number(element, "strokeWidth", 1.0))
    dash = _DASHES.get(str(element.get("strokeStyle")), "").format(f"{8 + width:g}", f"{5 + width:g}")
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{colour(element.get("strokeColor"), theme) or "none"}" stroke-width="{width:g}"{dashed}'


def _size(element: dict[str, Any]) -> tuple[float, float]:
    return abs(number(element, "width")), abs(number(element, "height"))


def _rectangle(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """A rectangle. **Source:** Excalidraw's "adaptive" corners: a quarter of the shorter side, 32 at most."""
    width, height = _size(element)
    radius = min(32.0, min(width, height) / 4) if element.get("roundness") else 0
    return f'<rect width="{width:g}" height="{height:g}" rx="{radius:g}" {_look(element, theme)}/>'


def _ellipse(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    across, down = (side / 2 for side in _size(element))
    return f'<ellipse cx="{across:g}" cy="{down:g}" rx="{across:g}" ry="{down:g}" {_look(element, theme)}/>'


def _diamond(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    width, height = _size(element)
    corners = ((width / 2, 0), (width, height / 2), (width / 2, height), (0, height / 2))
    return f'<polygon points="{" ".join(f"{x:g},{y:g}" for x, y in corners)}" {_look(element, theme)}/>'


def _line(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """A line or an arrow with its heads; a line that ends where it begins is filled."""
    line = points(element)
    if len(line) < 2:
        return ""
    closed = len(line) > 2 and math.dist(line[0], line[-1]) < 1
    look = _look(element, theme) if closed else f'fill="none" {_stroke(element, theme)}'
    path = f'<path d="{line_path(line, bool(element.get("roundness")))}" {look}/>'
    plain = _stroke({**element, "strokeStyle": "solid"}, theme)
    return path + arrowheads(element, line, plain, colour(element.get("strokeColor"), theme) or "none")


def _freehand(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """A stroke of the pen; its width is that of a firm hand, since pressure is left out."""
    line = points(element)
    width = 2 * max(0.5, number(element, "strokeWidth", 1.0))
    ink = colour(element.get("strokeColor"), theme) or "none"
    if len(line) < 2 or all(math.dist(*pair) < 0.1 for pair in pairwise(line)):
        return f'<circle r="{width:g}" fill="{ink}"/>'
    return f'<path d="{line_path(line, True)}" fill="none" stroke="{ink}" stroke-width="{width:g}"/>'


def _text(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """Words, each line at its own height."""
    text = element.get("text")
    if not isinstance(text, str):
        return ""
    size = max(1.0, number(element, "fontSize", 20.0))
    tall = size * max(0.5, min(4.0, number(element, "lineHeight", 1.25)))
    anchor, share = _ANCHORS.get(str(element.get("textAlign")), ("start", 0.0))
    family = _FAMILIES.get(int(number(element, "fontFamily", 1)), _SANS)
    ink = colour(element.get("strokeColor"), theme) or colour("#1e1e1e", theme)
    x = share * _size(element)[0]
    lines = (
        f'<tspan x="{x:g}" y="{at * tall + tall / 2 + size * 0.35:g}">{escape(line)}</tspan>'
        for at, line in enumerate(text.split("\n"))
    )
    look = f'font-family="{family}" font-size="{size:g}" text-anchor="{anchor}" fill="{ink}"'
    return f'<text {look} xml:space="preserve">{"".join(lines)}</text>'


def _image(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    """A picture in the drawing; an empty frame for one that the file does not hold."""
    width, height = _size(element)
    data = scene.files.get(str(element.get("fileId")), "")
    if not data:
        return f'<rect width="{width:g}" height="{height:g}" fill="none" stroke="#868e96" stroke-dasharray="4 4"/>'
    return f'<image width="{width:g}" height="{height:g}" href="{escape(data)}" preserveAspectRatio="none"/>'


def _frame(element: dict[str, Any], scene: Scene, theme: Theme) -> str:
    width, height = _size(element)
    name = element.get("name") or element.get("link")
    ink = colour("#868e96", theme)
    label = f'<text y="-6" font-family="{_SANS}" font-size="14" fill="{ink}">{escape(str(name))}</text>' if name else ""
    return f'<rect width="{width:g}" height="{height:g}" rx="8" fill="none" stroke="{ink}"/>{label}'


_SHAPES = {
    "rectangle": _rectangle, "ellipse": _ellipse, "diamond": _diamond, "line": _line, "arrow": _line, "draw": _freehand,
    "freedraw": _freehand, "text": _text, "image": _image, "frame": _frame, "magicframe": _frame, "iframe": _frame,
    "embeddable": _frame,
}  # fmt: skip
"""Kinds of elements. **Source:** docs.excalidraw.com, JSON schema."""
