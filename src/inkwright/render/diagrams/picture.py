"""The one door to drawn pictures, for the site, mail and cross-posts: kind and source in, SVG or PNG out.

A format is a module of this folder with `draw(source, theme) -> str` (an SVG that need not be safe yet),
`fault(source) -> Fault | None` and `ready() -> bool`; the module's name is the kind. Nothing else is to be done to add
one. `drawio` has no `draw`: its files are shown as their exports, see `exports`.
"""

import importlib
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from inkwright.model.diagram import Drawing, Fault, Theme
from inkwright.model.regex import regex
from inkwright.render.diagrams.safe_svg import safe_svg

KINDS = regex(r"[a-z]+")
BACKGROUND: dict[Theme, str] = {"light": "#ffffff", "dark": "#14171b"}
"""What a PNG stands on: mail clients invert what is transparent."""
SCALE = 2
"""Pixels of a PNG for each CSS pixel."""
MAX_PIXELS = 16_000_000
"""A PNG beyond which the scale is lowered, so that no picture takes a gigabyte to make."""


class DrawingError(Exception):
    """A source that cannot be drawn. `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def picture(kind: str, source: str, theme: Theme = "light") -> Drawing:
    """The picture of a source, as an SVG that runs nothing and fetches nothing.

    `kind` is "mermaid", "excalidraw", "math" (a displayed formula) or "inlinemath". Raises DrawingError for a source
    with a mistake, and LookupError for a kind that cannot be drawn here (`can_draw` tells beforehand).
    """
    module = _module(kind)
    if module is None or not can_draw(kind):
        raise LookupError(kind)
    found = module.fault(source)
    if found is not None:
        raise DrawingError(found)
    try:
        return safe_svg(module.draw(source, theme))
    except ValueError as error:
        raise DrawingError(Fault(str(error))) from error


def can_draw(kind: str) -> bool:
    """Whether pictures of a kind can be drawn with what is installed."""
    module = _module(kind)
    return module is not None and hasattr(module, "draw") and bool(module.ready())


def fault(kind: str, source: str) -> Fault | None:
    """The first mistake in a source; None for a sound one and where nothing is installed that could tell."""
    module = _module(kind)
    if module is None or not can_draw(kind):
        return None
    found: Fault | None = module.fault(source)
    return found


def can_make_png() -> bool:
    """Whether `png` works with what is installed."""
    return find_spec("resvg_py") is not None


def png(drawing: Drawing, theme: Theme = "light", scale: int = SCALE) -> bytes:
    """A drawing as PNG on the background of its theme, `scale` pixels for each CSS pixel (fewer where it is huge).

    Raises DrawingError for one that resvg refuses, LookupError where resvg is not installed.
    """
    if not can_make_png():
        raise LookupError("resvg_py")
    import resvg_py

    area = max(1, drawing.width * drawing.height)
    zoom = min(float(scale), (MAX_PIXELS / area) ** 0.5)
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=drawing.svg, zoom=zoom, background=BACKGROUND[theme], resources_dir=None, **_fonts()
        )
    except (ValueError, RuntimeError) as error:
        raise DrawingError(Fault(str(error))) from error
    return bytes(made)


def _module(kind: str) -> ModuleType | None:
    if not KINDS.fullmatch(kind):
        return None
    name = f"inkwright.render.diagrams.{kind}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError:
        return None
    return module if hasattr(module, "ready") else None


def _fonts() -> dict[str, Any]:
    """The font that ziamath brings, so that a machine without fonts (a container, CI) still writes the labels."""
    found = find_spec("ziafont")
    places = list(found.submodule_search_locations or ()) if found is not None else []
    files = [f"{place}/fonts/DejaVuSans.ttf" for place in places]
    families = (
        "font_family",
        "sans_serif_family",
        "serif_family",
        "monospace_family",
        "cursive_family",
        "fantasy_family",
    )
    return {"font_files": files, **dict.fromkeys(families, "DejaVu Sans")} if files else {}
