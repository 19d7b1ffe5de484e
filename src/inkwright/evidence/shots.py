"""A recorded command as it is shown: the prompt with the command, what it printed, and where that was cut off."""

import re

from inkwright.evidence.terminal import screen
from inkwright.model.terminal import Captured, Line, Run, Style

_CAPTION = 72
"""Characters of a command that a caption holds."""


def shown(command: str, captured: Captured, columns: int, rows: int, seconds: float) -> tuple[Line, ...]:
    """The lines of a recording on a terminal of that size; `seconds` is the limit that it had."""
    typed = re.sub(r"[\x00-\x09\x0b-\x1f]", " ", command).replace("\n", "\r\n")
    prompt = screen(f"\x1b[2m$\x1b[m {typed}".encode("utf-8", "replace"), columns, rows)
    lines = (*prompt, *screen(captured.output, columns, rows))
    if captured.ended == "timeout":
        return (*lines, _note(f"... stopped after {seconds:g} seconds"))
    return (*lines, _note("... stopped: more than 1 MB of output")) if captured.ended == "output" else lines


def cut(lines: tuple[Line, ...], most: int, rest: str) -> tuple[Line, ...]:
    """At most that many lines and, where there are more, one that says how many and that `rest` has them."""
    unseen = len(lines) - most
    return (*lines[:most], _note(f"... and {unseen} more lines in {rest}")) if unseen > 0 else lines


def caption_of(command: str) -> str:
    """A command as the title of a picture in Markdown may hold it: one line, its signs escaped."""
    said = " ".join(re.sub(r"[\x00-\x20]+", " ", command).split())
    said = said if len(said) <= _CAPTION else f"{said[:_CAPTION].rstrip()}..."
    return "$ " + re.sub(r"([\"\\`<&])", r"\\\1", said)


def _note(text: str) -> Line:
    return (Run(text, 0, len(text), Style(dim=True, italic=True)),)
