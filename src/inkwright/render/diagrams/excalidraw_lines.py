"""Lines of an Excalidraw scene: straight and curved ones, and what stands at their ends."""

import math
from typing import Any

Point = tuple[float, float]
_HEAD = {"arrow": 24.0, "triangle": 14.0, "triangle_outline": 14.0, "bar": 12.0, "dot": 10.0, "circle": 10.0,
         "circle_outline": 10.0, "diamond": 14.0, "diamond_outline": 14.0, "crowfoot_one": 12.0,
         "crowfoot_many": 16.0, "crowfoot_one_or_many": 16.0}  # fmt: skip
"""Lengths of heads in CSS pixels, before a short line makes them shorter."""
_ROUND = frozenset({"dot", "circle", "circle_outline"})


def line_path(line: list[Point], curved: bool) -> str:
    """The path through two or more points; a curve is that of Catmull and Rom, as cubic pieces."""
    start = f"M{line[0][0]:g} {line[0][1]:g}"
    if not curved or len(line) == 2:
        return start + "".join(f"L{x:g} {y:g}" for x, y in line[1:])
    around = [line[0], *line, line[-1]]
    pieces = []
    for before, here, there, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        pieces.append("C" + " ".join(f"{value:g}" for value in (*first, *second, *there)))
    return start + "".join(pieces)


def arrowheads(element: dict[str, Any], line: list[Point], stroke: str, ink: str) -> str:
    """The heads at both ends of a line, "" for none. `stroke` is the line's own look, `ink` its colour."""
    heads = ((element.get("startArrowhead"), line[::-1]), (element.get("endArrowhead"), line))
    return "".join(_head(kind, way, stroke, ink) for kind, way in heads if isinstance(kind, str) and kind in _HEAD)


def _head(kind: str, line: list[Point], stroke: str, ink: str) -> str:
    """One head at the last of the points."""
    tip = line[-1]
    back = next((point for point in reversed(line[:-1]) if math.dist(point, tip) > 0.5), None)
    if back is None:
        return ""
    size = min(_HEAD[kind], math.dist(back, tip) / 2)
    angle = math.degrees(math.atan2(tip[1] - back[1], tip[0] - back[0]))
    fill = "none" if kind.endswith("_outline") else ink
    turned = f'transform="translate({tip[0]:g} {tip[1]:g}) rotate({angle:g})"'
    half = size / 2
    if kind in _ROUND:
        return f'<circle {turned} cx="{-half:g}" r="{half:g}" fill="{fill}" {stroke}/>'
    wide = size * math.tan(math.radians(20))
    path, fill = {
        "arrow": (f"M{-size:g} {-wide:g}L0 0L{-size:g} {wide:g}", "none"),
        "bar": (f"M0 {-half:g}L0 {half:g}", "none"),
        "crowfoot_one": (f"M{-size:g} {-half:g}L{-size:g} {half:g}", "none"),
        "diamond": (f"M0 0L{-half:g} {-half / 2:g}L{-size:g} 0L{-half:g} {half / 2:g}Z", fill),
        "diamond_outline": (f"M0 0L{-half:g} {-half / 2:g}L{-size:g} 0L{-half:g} {half / 2:g}Z", fill),
        "triangle": (f"M0 0L{-size:g} {-half:g}L{-size:g} {half:g}Z", fill),
        "triangle_outline": (f"M0 0L{-size:g} {-half:g}L{-size:g} {half:g}Z", fill),
    }.get(kind, (f"M0 {-half:g}L{-size:g} 0L0 {half:g}", "none"))
    return f'<path {turned} d="{path}" fill="{fill}" {stroke}/>'
