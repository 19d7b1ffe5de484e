"""Texts without the marks written in them. What the marks of a document are is read in `marks.py`."""

import re

_WHOLE = r"(?s)<!--\s*+(?:section:|plan\b|=|inkwright:).*?-->|\{/\*\s*+(?:section:|plan\b|=|inkwright:).*?\*/\}"


def unmarked(text: str) -> str:
    """A text without the marks written in it, for what is no prose of its own: an attribute, a title, raw HTML."""
    if "<!--" not in text and "{/*" not in text:
        return text
    return re.sub(_WHOLE, "", text)
