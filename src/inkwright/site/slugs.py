"""The last part of a tag's address."""

import re
import unicodedata

_SPOKEN = {"#": "-sharp", "&": "-and-"}
_OTHER = re.compile(r"[^\w+.]+")
_EDGES = re.compile(r"^[-.]+|[-.]+$")


def tag_slug(tag: str) -> str:
    """A tag as part of an address: lower case, NFC, words joined by hyphens; "C++" and "C#" stay apart from "C".

    A tag without any letter or digit gives its code points, so that no two of those meet.
    """
    text = unicodedata.normalize("NFC", tag.strip().lower().removeprefix("#"))
    for sign, word in _SPOKEN.items():
        text = text.replace(sign, word)
    slug = _EDGES.sub("", _OTHER.sub("-", text))
    return slug or "-".join(f"u{ord(char):x}" for char in tag.strip())
