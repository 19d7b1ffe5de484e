"""What a command printed on a terminal: the bytes as they came, and the screen that a reader would have seen."""

from typing import Literal, NamedTuple

from msgspec import Struct


class Style(NamedTuple):
    """How a stretch of a terminal's text looks. A colour is "" (the terminal's own), "0" to "15" (its palette) or
    `#rrggbb`; `link` is the address it leads to, "" for none."""

    color: str = ""
    background: str = ""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    inverse: bool = False
    hidden: bool = False
    link: str = ""


PLAIN = Style()


class Run(NamedTuple):
    """Characters of one style on one line; `column` counts cells from 0, `cells` is how many they take."""

    text: str
    column: int
    cells: int
    style: Style = PLAIN


Line = tuple[Run, ...]
Ended = Literal["ok", "timeout", "output"]


class Captured(Struct, frozen=True):
    """What running a command gave: its bytes, the status it ended with (128 and the number of a signal that ended it)
    and whether it ended by itself. `terminal` says whether it had one; without, programs rarely use colours."""

    output: bytes
    code: int = 0
    ended: Ended = "ok"
    seconds: float = 0.0
    terminal: bool = True


class Shot(Struct, frozen=True):
    """A recorded command as it is kept: `text` and `svg` are workspace paths, `markdown` is the line to paste, `lines`
    counts lines of output, of which the picture leaves `unseen` out. `warnings` name what should not be shown."""

    command: str
    text: str
    svg: str
    markdown: str
    captured: Captured
    lines: int
    unseen: int = 0
    warnings: tuple[str, ...] = ()
