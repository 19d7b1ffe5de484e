"""The cells of a terminal's screen: how many a character takes, and how a row of them reads as runs of one style."""

import unicodedata

from inkwright.model.terminal import PLAIN, Line, Run, Style

Cell = tuple[str, Style]
EMPTY: Cell = (" ", PLAIN)
REST: Cell = ("", PLAIN)
"""The second cell of a wide character."""


def width_of(char: str) -> int:
    """The cells that a character takes: 0 for accents and what cannot be seen, 2 for East Asian wide ones."""
    if char.isascii():
        return 1
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf", "Cs", "Cn", "Zl", "Zp"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def runs_of(cells: list[Cell]) -> Line:
    """Cells as runs of one style; blanks at the end that show nothing are left out."""
    runs: list[Run] = []
    for column, (char, style) in enumerate(cells):
        last = runs[-1] if runs else None
        if char == "" and last:
            runs[-1] = last._replace(cells=last.cells + 1)
        elif last and last.style == style:
            runs[-1] = last._replace(text=last.text + char, cells=last.cells + 1)
        else:
            runs.append(Run(char or " ", column, 1, style))
    while runs and not runs[-1].text.strip() and not _seen(runs[-1].style):
        runs.pop()
    if runs and not _seen(runs[-1].style):
        text = runs[-1].text.rstrip(" ")
        runs[-1] = runs[-1]._replace(text=text, cells=runs[-1].cells - (len(runs[-1].text) - len(text)))
    return tuple(runs)


def _seen(style: Style) -> bool:
    """Whether a blank of this style can be seen."""
    return bool(style.background or style.inverse or style.underline or style.strike)
