"""Columns of a terminal: how many a text takes, and a line broken where they end. How many there are is the face's to
know."""

import unicodedata

from inkwright.model.regex import regex

_PAINT = regex("\x1b\\[[0-9;]*m")
"""Codes that colour what follows; they take no column."""

_KEPT = "\x00"
"""Stands for a blank that is none to break at."""


def cells(text: str) -> int:
    """Columns that a text takes on a terminal: two for wide signs, none for marks over the one before, or colours."""
    if "\x1b" in text:
        text = _PAINT.sub("", text)
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def folded(line: str, most: int, hanging: str = "", whole: str = "") -> str:
    """A line broken at blanks so that none takes more than `most` columns, `hanging` before what goes on.

    What is said in `whole` stays together, as a place does that an editor jumps to. What has no blank, as an address,
    is left to the terminal, so that it can be copied. A line that fits comes back as it is.
    """
    if cells(line) <= most:
        return line
    bare = line.lstrip(" ")
    first = line[: len(line) - len(bare)]
    whole = whole.strip(" ")
    head, *words = bare.replace(whole, whole.replace(" ", _KEPT)).split(" ")
    lines = [first + head]
    for word in words:
        if cells(lines[-1]) + 1 + cells(word) > most:
            lines[-1] = lines[-1].rstrip(" ")
            lines.append(first + hanging + word)
        else:
            lines[-1] += f" {word}"
    return "\n".join(lines).replace(_KEPT, " ")
