"""Escaping for HTML: text, attribute values and destinations. Nothing here knows the document."""

import re
from urllib.parse import quote

from inkwright.model.regex import regex

_NEEDS_QUOTING = regex(r"[^\w\-.~!*'(),#@?=;:/+&$%]", re.ASCII)
_SAFE = "-_.~!*'(),#@?=;:/+&$%"
_UNSAFE_SCHEME = regex(r"(?:javascript|vbscript|livescript|data|file|filesystem|blob)\s*:", re.IGNORECASE)
_SAFE_DATA = regex(r"data:image/(?:png|gif|jpe?g|webp|avif|bmp|x-icon)[;,]", re.IGNORECASE)
_IGNORED_BY_BROWSERS = regex(r"[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+")


def escape(text: str) -> str:
    """Text made safe as HTML text and inside a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def smart(text: str) -> str:
    """Text with Pandoc's dashes: `--` an en dash, `---` an em dash; an address stays as it is.

    **Source:** pandoc.org/MANUAL.html (extension `smart`)
    """
    if "--" not in text or "://" in text:
        return text
    return text.replace("---", "\u2014").replace("--", "\u2013")


def escape_smart(text: str) -> str:
    """Text with Pandoc's dashes, made safe as HTML."""
    return escape(smart(text))


def encode_url(url: str) -> str:
    """A destination percent-encoded (what is encoded already stays) and escaped for an attribute.

    Lone surrogates become U+FFFD. **Source:** CommonMark's reference renderer, `houdini_escape_href`.
    """
    if _NEEDS_QUOTING.search(url):
        url = quote(url, safe=_SAFE, errors="replace")
    return url.replace("&", "&amp;").replace("'", "&#x27;") if "&" in url or "'" in url else url


def is_safe_url(url: str) -> bool:
    """Whether a destination can be handed to a reader: no scheme that runs code or opens a local file.

    Browsers drop control characters and leading blanks before they read the scheme, so they are dropped here first.
    Pictures as `data:` are safe, except SVG, which can carry scripts when it is opened on its own.
    """
    bare = _IGNORED_BY_BROWSERS.sub("", url)
    return not _UNSAFE_SCHEME.match(bare) or _SAFE_DATA.match(bare) is not None


def slug(text: str) -> str:
    """Text as a part of an id: letters, digits, `-` and `_`; "" when nothing is left."""
    return re.sub(r"[^\w-]+", "-", text.strip().lower()).strip("-")
