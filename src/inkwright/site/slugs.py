"""The last part of a tag's address."""

import unicodedata
from hashlib import sha256

from inkwright.model.regex import regex

_SPOKEN = {"#": "-sharp", "&": "-and-"}
_OTHER = regex(r"[^\w+.]+")
LONGEST = 100
"""Characters of a tag's address: with `index.html` behind it, it must be a name that every disk takes."""
_EDGES = regex(r"^[-.]+|[-.]+$")


def tag_slug(tag: str) -> str:
    """A tag as part of an address: lower case, NFC, words joined by hyphens; "C++" and "C#" stay apart from "C".

    A tag without any letter or digit gives its code points, so that no two of those meet; a very long one is cut.
    """
    text = unicodedata.normalize("NFC", tag.strip().lower().removeprefix("#"))
    for sign, word in _SPOKEN.items():
        text = text.replace(sign, word)
    slug = _EDGES.sub("", _OTHER.sub("-", text)) or "-".join(f"u{ord(char):x}" for char in tag.strip())
    return slug if len(slug.encode()) <= LONGEST else _cut(slug)


def _cut(slug: str) -> str:
    """The beginning of a long slug, with what keeps it apart from others that begin so."""
    start = slug.encode()[: LONGEST - 9].decode("utf-8", "ignore").rstrip("-.")
    return f"{start}-{sha256(slug.encode()).hexdigest()[:8]}"
