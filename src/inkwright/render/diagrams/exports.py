"""Pictures whose source is a file of Excalidraw or draw.io: which file is shown in its place, and whether it still
shows the same. Contents are compared, never times: version control and copying set those.

Both programs can put the source into the export; then the two are held against each other. Where it is not in there,
words of the source that the export lacks prove it stale; nothing proves it fresh.
"""

import re
from typing import Literal

from inkwright.model.regex import regex
from inkwright.render.diagrams.embedded_source import embedded_source
from inkwright.render.diagrams.excalidraw_scene import SceneError, labels, number, points, read_scene
from inkwright.render.diagrams.mxfile import cells_of, words_of

MAX_BYTES = 20_000_000
_SHOWN = ("type", "text", "strokeColor", "backgroundColor", "fillStyle", "strokeStyle", "fontFamily", "textAlign",
          "startArrowhead", "endArrowhead", "fileId", "name")  # fmt: skip
_MEASURES = ("x", "y", "width", "height", "angle", "strokeWidth", "opacity", "fontSize")
_TAG = regex(rb"<(style|script)\b.*?</\1\s*>|<[^>]*>", re.S | re.I)
_WORD = regex(r"[^\W_]{2,}")

Likeness = Literal["fresh", "stale", "unknown"]


def likeness(kind: str, source: str, export: bytes) -> Likeness:
    """Whether an export shows what its source holds. Raises ValueError for a source that cannot be read."""
    shown = _shown(kind, source)
    inside = embedded_source(export) if len(export) <= MAX_BYTES else ""
    if inside:
        try:
            return "fresh" if _same(kind, shown, _shown(kind, inside)) else "stale"
        except ValueError:
            return "unknown"
    said = _words(_TAG.sub(b" ", export).decode("utf-8", "replace")) if export.lstrip()[:1] == b"<" else set()
    if not said:
        return "unknown"
    pages = [_words(" ".join(labels(read_scene(source))))] if kind == "excalidraw" else map(_words, words_of(source))
    return "unknown" if any(words <= said for words in pages) else "stale"


def _same(kind: str, shown: list[str], exported: list[str]) -> bool:
    """Whether an export shows all of a scene, or whole pages of a file of draw.io."""
    return shown == exported if kind == "excalidraw" else bool(exported) and set(exported) <= set(shown)


def _shown(kind: str, source: str) -> list[str]:
    """What can be seen of a source: one text for each element of a scene, for each page of a file of draw.io."""
    return _elements(source) if kind == "excalidraw" else cells_of(source)


def _elements(source: str) -> list[str]:
    try:
        scene = read_scene(source)
    except SceneError as error:
        raise ValueError(str(error)) from error
    return [
        repr((
            [element.get(key) for key in _SHOWN],
            [round(number(element, key), 1) for key in _MEASURES],
            [(round(x, 1), round(y, 1)) for x, y in points(element)],
        ))
        for element in scene.elements
    ]  # fmt: skip


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
