"""Any SVG made safe: what could run, fetch or leave the picture is taken out, and its size is made known.

Diagrams in posts are untrusted: they come from notes, imports and other people's repositories. An SVG file runs
scripts when it is opened by itself, so being shown as a picture is not enough.

**Source:** W3C SVG 2, chapter 2 (processing modes); OWASP, Cross Site Scripting Prevention Cheat Sheet.
"""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

from inkwright.model.diagram import Drawing
from inkwright.model.regex import regex

SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
MAX_SVG = 8_000_000
"""Characters of an SVG beyond which it is refused."""
MAX_SIDE = 20_000
MAX_DEPTH = 200
"""Elements inside each other beyond which a picture is cut: no drawing needs them, and writing them out recurses."""

_ELEMENTS = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
    "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "filter", "symbol",
    "use", "image", "title", "desc", "style", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
    "feMorphology", "feOffset", "feTile", "feTurbulence",
})  # fmt: skip
_UNWRAPPED = frozenset({"a", "switch"})
"""Elements that are taken off while what they hold stays."""
_DATA = frozenset({"data-look", "data-color-id"})
"""Data attributes that style sheets of diagrams select by."""
_RASTER = regex(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+\Z")
_URL = regex(r"url\s*\(\s*(['\"]?)(?!#)", re.I)
_BAD_CSS = regex(
    r"\\|@import|@font-face|@namespace|expression\s*\(|-moz-binding|behavior\s*:|javascript:|<|image-set|src\s*\(", re.I
)
_CSS_RULE = regex(r"[^{}]*\{[^{}]*\}")
_NUMBER = regex(r"\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*\Z")
_DOCTYPE = regex(r"<!(?:DOCTYPE|ENTITY)", re.I)


def safe_svg(svg: str) -> Drawing:
    """The SVG with only what draws, and its size from `viewBox` or `width` and `height`.

    Raises ValueError for what is no SVG, has a document type (entities), is too long or has no size.
    """
    if len(svg) > MAX_SVG:
        raise ValueError("the picture is too large")
    if _DOCTYPE.search(svg):
        svg = _without_doctype(svg)
    try:
        root = fromstring(svg)
    except (ParseError, ValueError, RecursionError) as error:
        raise ValueError("the picture is no SVG") from error
    if _local(root.tag) != "svg":
        raise ValueError("the picture is no SVG")
    _clean(root)
    width, height = _size(root)
    root.tag, root.attrib["xmlns"] = "svg", SVG
    root.attrib["width"], root.attrib["height"] = str(width), str(height)
    root.attrib.setdefault("viewBox", f"0 0 {width} {height}")
    return Drawing(tostring(root, encoding="unicode"), width, height)


def _without_doctype(svg: str) -> str:
    """The SVG without the plain document type that drawing programs write; one that defines entities is refused."""
    mended = re.sub(r"<!DOCTYPE\s+svg(?:\s+PUBLIC\s+\"[^\"<>]*\"\s+\"[^\"<>]*\")?\s*>", "", svg, count=1)
    if _DOCTYPE.search(mended):
        raise ValueError("the picture has a document type that defines entities")
    return mended


def _local(tag: object) -> str:
    """An element's name where it is SVG's own, "" for anything else."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return name if space in ("", "{" + SVG) else ""


def _clean(root: Element) -> None:
    """Mend an element and all below it. A loop, not a recursion: hostile files nest as deep as they like."""
    root.attrib = _attributes(root)
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        kept: list[Element] = []
        for child in element if depth < MAX_DEPTH else ():
            kept += _kept(child)
        element[:] = kept
        waiting += [(child, depth + 1) for child in kept]


def _kept(child: Element) -> list[Element]:
    """What stays of a child: itself with what is safe of its attributes, a group in place of a link, or nothing."""
    name = _local(child.tag)
    name = "g" if name in _UNWRAPPED else name
    if name not in _ELEMENTS:
        return []
    child.tag = name
    if name == "style":
        child.text = _css("".join(child.itertext()))
        child[:] = []
    child.attrib = _attributes(child)
    if name in ("use", "image") and not any(_is_href(key) for key in child.attrib):
        return []
    return [child]


def _attributes(element: Element) -> dict[str, str]:
    """The safe attributes of an element; every reference under its plain name, so that no prefix is needed."""
    name = _local(element.tag)
    kept = {key: value for key, value in element.attrib.items() if _passes(name, key, value)}
    return {"href" if key == _XLINK_HREF else key: value for key, value in kept.items()}


def _passes(element: str, key: str, value: str) -> bool:
    if _is_href(key):
        if element == "image":
            return _RASTER.match(value.strip()) is not None
        return value.strip().startswith("#")
    if key.startswith("{"):
        return key == "{http://www.w3.org/XML/1998/namespace}space"
    low = key.lower()
    if low.startswith(("on", "xmlns")) or low in (
        "src",
        "action",
        "formaction",
        "content",
        "requiredextensions",
        "xml:base",
    ):
        return False
    if low.startswith("data-"):
        return low in _DATA
    return not _URL.search(value) and not _BAD_CSS.search(value if low == "style" else value.replace("\\", ""))


def _is_href(key: str) -> bool:
    return key in ("href", _XLINK_HREF)


def _css(text: str) -> str:
    """A style sheet without rules that fetch or hide something; at-rules with blocks are left out as a whole."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    rules = (match[0].strip() for match in _CSS_RULE.finditer(text))
    return "".join(
        rule for rule in rules if not rule.startswith("@") and not _URL.search(rule) and not _BAD_CSS.search(rule)
    )


def _size(root: Element) -> tuple[int, int]:
    """Width and height in CSS pixels, at least 1."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    given = [_NUMBER.match(root.get(side, "")) for side in ("width", "height")]
    try:
        sides = [float(box[2]), float(box[3])] if len(box) == 4 else []
    except ValueError:
        sides = []
    if given[0] and given[1]:
        sides = [float(given[0][1]), float(given[1][1])]
    if not sides or not all(0 < side <= MAX_SIDE for side in sides):
        raise ValueError("the picture has no size that can be shown")
    return max(1, round(sides[0])), max(1, round(sides[1]))
