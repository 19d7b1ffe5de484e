"""What an Excalidraw file holds: read from JSON or from a note of Obsidian, with numbers that can be relied on."""

import json
import math
import re
from typing import Any

from msgspec import Struct, field

from inkwright.model.diagram import Theme
from inkwright.model.regex import regex
from inkwright.render.diagrams.lz_string import unpack

MAX_SOURCE = 10_000_000
"""Characters of a file beyond which it is not drawn."""
MAX_ELEMENTS = 5_000
_FAR = 1e6
_FENCE = regex(r"^```(json|compressed-json)[ \t]*\n(.*?)^```", re.M | re.S)
_HEX = regex(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\Z")
_NAMED = regex(r"[a-zA-Z]{3,20}\Z")


class Scene(Struct, frozen=True):
    """The elements that are shown, in drawing order, with the pictures among them by id as data addresses."""

    elements: tuple[dict[str, Any], ...]
    background: str = "#ffffff"
    files: dict[str, str] = field(default_factory=dict)


class SceneError(ValueError):
    """A file that is no scene; `line` and `column` count from 1, line 0 for the whole."""

    def __init__(self, message: str, line: int = 0, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def read_scene(source: str) -> Scene:
    """The scene of a `.excalidraw` or `.excalidraw.md` file. Raises SceneError for anything else."""
    if len(source) > MAX_SOURCE:
        raise SceneError("the drawing is too large")
    before, text = _json_in(source)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise SceneError(f"it is no JSON: {error.msg}", before + error.lineno, error.colno) from error
    except RecursionError as error:
        raise SceneError("it is nested too deeply") from error
    if not isinstance(data, dict) or not isinstance(data.get("elements"), list):
        raise SceneError("it holds no list of elements")
    shown = tuple(one for one in data["elements"] if isinstance(one, dict) and not one.get("isDeleted"))
    if len(shown) > MAX_ELEMENTS:
        raise SceneError(f"it has more than {MAX_ELEMENTS:,} elements")
    state, files = data.get("appState"), data.get("files")
    background = state.get("viewBackgroundColor") if isinstance(state, dict) else None
    pictures = {
        key: value["dataURL"]
        for key, value in (files.items() if isinstance(files, dict) else ())
        if isinstance(value, dict) and isinstance(value.get("dataURL"), str)
    }
    return Scene(shown, colour(background, "light") or "#ffffff", pictures)


def _json_in(source: str) -> tuple[int, str]:
    """The JSON of a file and the number of lines before it."""
    if source.lstrip("\ufeff \t\r\n").startswith("{"):
        return 0, source.lstrip("\ufeff")
    text = source.replace("\r\n", "\n")
    fence = _FENCE.search(text)
    if fence is None:
        raise SceneError("it holds no drawing of Excalidraw")
    if fence[1] == "json":
        return text.count("\n", 0, fence.start(2)), fence[2]
    try:
        return 0, unpack(fence[2])
    except ValueError as error:
        raise SceneError(str(error)) from error


def number(element: dict[str, Any], key: str, default: float = 0.0) -> float:
    """A finite number of an element, within a million; the default where there is none."""
    value = element.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return default
    return max(-_FAR, min(_FAR, float(value)))


def points(element: dict[str, Any]) -> list[tuple[float, float]]:
    """The points of a line, relative to its element; [] for none."""
    found = element.get("points")
    pairs = [one for one in found if isinstance(one, list | tuple) and len(one) >= 2] if isinstance(found, list) else []
    return [(number({"v": one[0]}, "v"), number({"v": one[1]}, "v")) for one in pairs]


def colour(value: object, theme: Theme) -> str:
    """A colour as SVG takes it, turned for the dark theme as Excalidraw turns it; "" for none or transparent."""
    if not isinstance(value, str) or value == "transparent" or not (_HEX.match(value) or _NAMED.match(value)):
        return ""
    value = {"black": "#000000", "white": "#ffffff"}.get(value.lower(), value)
    return value if theme == "light" or not value.startswith("#") else _in_the_dark(value)


def _in_the_dark(value: str) -> str:
    """A colour inverted by 93 % and turned by half a circle of hues.

    **Source:** the filter `invert(93%) hue-rotate(180deg)` of Excalidraw's dark mode; W3C Filter Effects 1, chapter 9.
    """
    digits = value[1:] if len(value) > 4 else "".join(2 * digit for digit in value[1:])
    red, green, blue = (0.93 - 0.86 * int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    grey = 2 * (0.213 * red + 0.715 * green + 0.072 * blue)
    turned = (round(255 * max(0.0, min(1.0, grey - part))) for part in (red, green, blue))
    return "#" + "".join(f"{part:02x}" for part in turned) + digits[6:]


def labels(scene: Scene) -> list[str]:
    """The words in a scene, one text after another; [] for one without."""
    said = (one.get("text") for one in scene.elements if one.get("type") == "text")
    return [" ".join(text.split()) for text in said if isinstance(text, str) and text.strip()]
