"""HTML elements that were written as JSX: which attributes pass, under which names."""

from collections.abc import Callable, Mapping

from inkwright.render.escape import encode_url, escape, is_safe_url

_ATTRIBUTES = {
    "className": "class", "htmlFor": "for", "colSpan": "colspan", "rowSpan": "rowspan", "srcSet": "srcset",
    "tabIndex": "tabindex", "dateTime": "datetime", "allowFullScreen": "allowfullscreen", "frameBorder": "frameborder",
    "autoPlay": "autoplay", "playsInline": "playsinline",
}  # fmt: skip
_PASSED_NAMES = (
    "class id href src alt title width height controls loop muted autoplay playsinline poster preload open start "
    "colspan rowspan scope lang dir role loading allow allowfullscreen frameborder srcset sizes type datetime cite "
    "target rel for aria-label aria-hidden align tabindex"
)
_PASSED = frozenset(_PASSED_NAMES.split())
_ADDRESSES = frozenset({"href", "src", "poster", "cite"})
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
    written = [name]
    for key, value in given.items():
        attribute = _ATTRIBUTES.get(key, key)
        if attribute not in _PASSED:
            continue
        if attribute not in _ADDRESSES:
            written.append(f'{attribute}="{escape(value)}"')
        elif is_safe_url(value) and is_safe_url(address(value)):
            written.append(f'{attribute}="{encode_url(address(value))}"')
    return " ".join(written)
