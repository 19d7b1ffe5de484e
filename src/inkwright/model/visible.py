"""Foreign text made fit to be shown on a terminal: what would act on it, or turn the reading round, is spelled out."""

import re

from inkwright.model.regex import regex

_ACTS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """A text with its control characters and direction marks as escapes (`\\x1b`, `\\u202e`); line feeds and tabs stay,
    and a carriage return before a line feed.

    **Source:** Boucher and Anderson, "Trojan Source" (2021), for the direction marks.
    """
    return _ACTS.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\r" and found.string.startswith("\n", found.end()):
        return char
    return f"\\x{ord(char):02x}" if char < "\u0100" else f"\\u{ord(char):04x}"
