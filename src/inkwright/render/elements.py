"""HTML elements that were written as JSX: which attributes pass, under which names."""

from collections.abc import Callable, Mapping

from inkwright.model.regex import regex
from inkwright.render.escape import encode_url, escape, is_safe_url

_ATTRIBUTES = {
    "className": "class", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan", "srcSet": "srcset",
    "tabIndex": "tabindex", "dateTime": "datetime", "allowFullScreen": "allowfullscreen",
    "autoPlay": "autoplay", "playsInline": "playsinline",
}  # fmt: skip
_PASSED_NAMES = (
    "class id href src alt title width height controls loop muted autoplay playsinline poster preload open start "
    "colspan rowspan scope lang dir role loading allow allowfullscreen srcset sizes type datetime cite "
    "target rel for aria-label aria-hidden tabindex"
)
_PASSED = frozenset(_PASSED_NAMES.split())
_ADDRESSES = frozenset({"href", "src", "poster", "cite"})
_SWITCHES = frozenset({"controls", "loop", "muted", "autoplay", "playsinline", "open", "allowfullscreen"})
"""Attributes that are there or not. **Source:** html.spec.whatwg.org, boolean attributes."""
_SIZES = frozenset({"width", "height"})
_PIXELS = regex(r"(\d+)(?:px)?\Z")
_SHARE = regex(r"\d{1,3}(?:\.\d+)?%\Z")
_ALIGNED = frozenset({"left", "right", "center"})
VOID = frozenset({"br", "col", "hr", "img", "source", "track", "wbr"})
_FLOW_NAMES = (
    "article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul"
)
FLOW = frozenset(_FLOW_NAMES.split())
"""Elements that are blocks."""
LINES = frozenset({"summary", "p", "figcaption", "span", "h1", "h2", "h3", "h4", "h5", "h6", "a", "dt"})
"""Elements that hold a line of text, not paragraphs."""


def start_tag(name: str, given: Mapping[str, str], address: Callable[[str], str]) -> str:
    """The start of an element without its angle brackets; attributes that could run code or mean nothing are left
    out, destinations go through `address`."""
    given = {_ATTRIBUTES.get(key, key): value for key, value in given.items()}
    if (given.get("align") or "").lower() in _ALIGNED:
        given = {**given, "class": f"{given.get('class', '')} {given['align'].lower()}".strip()}
    return " ".join([name, *(one for key, value in given.items() if (one := _written(key, value, address)))])


def _written(key: str, value: str, address: Callable[[str], str]) -> str:
    """One attribute as HTML knows it; "" for one that is left out."""
    if key not in _PASSED:
        return ""
    if key in _SWITCHES:
        return "" if value == "false" else key
    if key in _SIZES and not _PIXELS.match(value):
        return f'style="{key}:{value}"' if _SHARE.match(value) and key == "width" else ""
    if key in _ADDRESSES:
        return f'{key}="{encode_url(address(value))}"' if is_safe_url(value) and is_safe_url(address(value)) else ""
    return f'{key}="{escape(value.removesuffix("px") if key in _SIZES else value)}"'
