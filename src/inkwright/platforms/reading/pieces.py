"""Ready Markdown that stands in for parts of a page while the rest is converted."""

import re

from inkwright.model.regex import regex

_OPEN, _CLOSE = "\ue020", "\ue021"
RESERVED = regex("[\ue01a-\ue02f]")
"""Characters that mark pieces; a text from outside must not hold them."""
_TOKEN = regex(f"{_OPEN}(\\d+){_CLOSE}")
_LEAD = regex(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*")
_DEEPEST = 20
"""Pieces inside pieces that are filled in."""


class Pieces:
    """The pieces of one text."""

    def __init__(self) -> None:
        self._all: list[str] = []

    def token(self, markdown: str) -> str:
        """What stands for a piece until `fill`."""
        self._all.append(markdown)
        return f"{_OPEN}{len(self._all) - 1}{_CLOSE}"

    def fill(self, text: str) -> str:
        """The text with its pieces in place; lines of a longer piece are led as the line that it stands in."""
        for _ in range(_DEEPEST):
            if _OPEN not in text:
                break
            text = _TOKEN.sub(lambda found: self._led(found), text)
        return RESERVED.sub("", text)

    def _led(self, found: re.Match[str]) -> str:
        number = int(found[1])
        piece = self._all[number] if number < len(self._all) else ""
        if "\n" not in piece:
            return piece
        line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
        lead = _LEAD.match(line)
        blank = re.sub(r"[^>\s]", " ", lead[0]) if lead else ""
        return re.sub(r"\n(?=[^\n])", f"\n{blank}", piece).replace("\n\n", f"\n{blank.rstrip()}\n")
