"""One pass over rendered HTML: comments are dropped, every address in it is put through a resolver.

The renderer writes destinations as the author wrote them; HTML that the author wrote holds more. Both are mended
here, so that a picture is found the same way however it was put into the text.
"""

import html
import re
from collections.abc import Callable

from inkwright.model.regex import regex

Resolve = Callable[[str], str | None]
"""A destination as written to the one that the page carries; None takes the attribute away."""

_START = regex(
    r"<!--|<(?:(?P<raw>script|style)|(?P<tag>a|img|source|video|audio|iframe|track|embed|object|area|image|use))"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_COMMENT = regex(r"<!--(?P<raw>)(?P<tag>)")
_REST = regex(r"""(?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = regex(r"""(?P<name>[^\s=<>"'/]+)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>"']+)\s?""")
_ADDRESSES = frozenset({"href", "src", "poster", "data", "srcset", "xlink:href"})
_END = {name: regex(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_MAX_BROKEN = 20


def rewrite(text: str, resolve: Resolve) -> str:
    """The HTML with every comment gone and every address resolved; scripts and styles stay as they are.

    A tag that never ends is left as written, and after 20 of those all others are, so that hostile text costs no time.
    """
    out: list[str] = []
    at, broken = 0, 0
    while (found := (_START if broken < _MAX_BROKEN else _COMMENT).search(text, at)) is not None:
        out.append(text[at : found.start()])
        if found["raw"]:
            close = _END[found["raw"].lower()].search(text, found.end())
            at = close.start() if close else len(text)
            out.append(text[found.start() : at])
        elif found["tag"]:
            rest = _REST.match(text, found.end())
            at = rest.end() if rest else found.end()
            broken += rest is None
            out.append(found[0] + (_resolved(rest[0], resolve) if rest else ""))
        else:
            end = text.find("-->", found.start() + 2)
            at = len(text) if end < 0 else end + 3
    out.append(text[at:])
    return "".join(out)


def _resolved(attributes: str, resolve: Resolve) -> str:
    def put(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name not in _ADDRESSES:
            return match[0]
        value = html.unescape(match["value"].strip("\"'")).strip()
        new = _candidates(value, resolve) if name == "srcset" else resolve(value)
        if new is None:
            return ""
        space = " " if match[0][-1:].isspace() else ""
        return f'{match["name"]}="{html.escape(new)}"{space}'

    return _ATTRIBUTE.sub(put, attributes)


def _candidates(value: str, resolve: Resolve) -> str:
    parts = (part.strip().partition(" ") for part in value.split(", "))
    return ", ".join(f"{resolve(address) or address} {size}".strip() for address, _, size in parts)
