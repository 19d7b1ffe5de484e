"""The bytes that a program sent to its terminal -> the lines that a reader would have seen.

A small screen without an end: what scrolls away stays. It knows line ends, carriage returns, backspaces, tabs, moves of
the cursor, erasing, inserting and deleting, colours and links; what else a terminal can do (titles, mouse, sounds,
pictures) is read over. **Source:** ECMA-48; xterm's "Control Sequences" for what that leaves open.
"""

import re
import unicodedata
from collections.abc import Callable

from inkwright.evidence.terminal_cells import EMPTY, REST, Cell, runs_of, width_of
from inkwright.evidence.terminal_style import styled
from inkwright.model.regex import regex
from inkwright.model.terminal import PLAIN, Line, Style

MOST_LINES = 5000
"""Lines that a screen keeps; older ones are dropped."""
_TAB = 8
_TOKEN = regex(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]{0,128})[ -/]*(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\|\Z)"
    r"|\x1b[PX^_].*?(?:\x1b\\|\Z)"
    r"|\x1b[ -/]+(?P<set>[0-~])"
    r"|\x1b(?P<escape>[0-~]?)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.S,
)
_DRAWN = dict(zip("`afgjklmnopqrstuvwxyz{|}~", "◆▒°±┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·", strict=True))
"""Letters that stand for lines in the drawing set. **Source:** DEC VT100 user guide, table 3-9."""


def screen(output: bytes, columns: int, rows: int) -> tuple[Line, ...]:
    """The lines that a terminal of that size shows in the end, what scrolled away included, empty last ones left out.

    No output, or none that leaves a mark, gives ().
    """
    terminal = _Screen(columns, rows)
    terminal.feed(output.decode("utf-8", "replace"))
    return terminal.shown()


def plain_text(lines: tuple[Line, ...]) -> str:
    """The lines as text, blanks at their ends left out, each with a line end; "" for none."""
    return "".join(f"{_line_text(line)}\n" for line in lines)


def _line_text(line: Line) -> str:
    text, at = "", 0
    for run in line:
        text += " " * (run.column - at) + (" " * run.cells if run.style.hidden else run.text)
        at = run.column + run.cells
    return text.rstrip()


class _Screen:
    """The cells, the cursor and the style of what comes next. Rows count from the oldest line kept."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._lines: list[list[Cell]] = [[]]
        self._row = self._column = 0
        self._style = PLAIN
        self._saved = (0, 0, PLAIN)
        self._main: list[list[Cell]] | None = None
        self._drawing = False

    def feed(self, text: str) -> None:
        """Take in what a program sent."""
        for token in _TOKEN.finditer(text):
            if token["text"] is not None:
                self._write(token["text"])
            elif token["control"] is not None:
                self._control(token["control"])
            elif token["final"] is not None:
                self._sequence(token["private"], token["numbers"], token["final"])
            elif token["osc"] is not None:
                self._link(token["osc"])
            elif token["set"] is not None:
                self._drawing = token[0] == "\x1b(0"
            elif token["escape"]:
                self._escape(token["escape"])

    def shown(self) -> tuple[Line, ...]:
        """All lines as runs, empty ones at the end left out."""
        lines = [runs_of(cells) for cells in self._lines]
        while lines and not lines[-1]:
            lines.pop()
        return tuple(lines)

    @property
    def _top(self) -> int:
        """The first line of the window."""
        return max(len(self._lines) - self._rows, 0)

    def _write(self, text: str) -> None:
        for char in text:
            width = width_of(char)
            if width == 0:
                self._combine(char)
                continue
            if self._column + width > self._columns:
                self._down()
                self._column = 0
            shown = _DRAWN.get(char, char) if self._drawing else char
            self._put((shown, self._style), *[REST] * (width - 1))

    def _put(self, *cells: Cell) -> None:
        line = self._line()
        for cell in cells:
            line[self._column] = cell
            self._column += 1

    def _line(self) -> list[Cell]:
        """The cursor's line, filled up beyond the cursor."""
        line = self._lines[self._row]
        if len(line) < self._column + 2:
            line += [EMPTY] * (self._column + 2 - len(line))
        return line

    def _combine(self, char: str) -> None:
        """Hang an accent onto the character before it."""
        line = self._lines[self._row]
        at = min(self._column, len(line)) - 1
        if at >= 1 and line[at] == REST:
            at -= 1
        if at >= 0 and unicodedata.combining(char) and len(line[at][0]) < 8:
            line[at] = (line[at][0] + char, line[at][1])

    def _down(self) -> None:
        self._row += 1
        if self._row == len(self._lines):
            self._lines.append([])
        if len(self._lines) > MOST_LINES:
            del self._lines[0]
            self._row -= 1

    def _control(self, char: str) -> None:
        if char in "\n\x0b\x0c\x85":
            self._down()
            self._column = 0 if char == "\x85" else self._column
        elif char == "\r":
            self._column = 0
        elif char == "\b":
            self._column = max(min(self._column, self._columns - 1) - 1, 0)
        elif char == "\t":
            self._column = min((self._column // _TAB + 1) * _TAB, self._columns - 1)

    def _escape(self, char: str) -> None:
        if char == "7":
            self._save()
        elif char == "8":
            self._restore()
        elif char == "M":
            self._row = max(self._row - 1, self._top)
        elif char in "DE":
            self._down()
            self._column = 0 if char == "E" else self._column
        elif char == "c":
            self._erase_window(2)
            self._row, self._column, self._style = self._top, 0, PLAIN

    def _sequence(self, private: str, written: str, final: str) -> None:
        if private == "?" and final in "hl" and written in ("1049", "1047", "47"):
            self._other_screen(final == "h")
        if private:
            return
        if final == "m":
            self._style = styled(self._style, written)
            return
        numbers = [int(number or 0) for number in re.split("[;:]", written)]
        numbers = [min(number, MOST_LINES) for number in numbers]
        move = _MOVES.get(final)
        if move:
            move(self, *[*numbers, 0][:2])

    def _up(self, count: int, _: int) -> None:
        self._row = max(self._row - max(count, 1), self._top)

    def _lower(self, count: int, _: int) -> None:
        self._go(self._row - self._top + 1 + max(count, 1), self._column + 1)

    def _right(self, count: int, _: int) -> None:
        self._column = min(self._column + max(count, 1), self._columns - 1)

    def _left(self, count: int, _: int) -> None:
        self._column = max(min(self._column, self._columns - 1) - max(count, 1), 0)

    def _next_line(self, count: int, _: int) -> None:
        self._lower(count, 0)
        self._column = 0

    def _previous_line(self, count: int, _: int) -> None:
        self._up(count, 0)
        self._column = 0

    def _to_column(self, column: int, _: int) -> None:
        self._column = min(max(column, 1), self._columns) - 1

    def _to_row(self, row: int, _: int) -> None:
        self._go(max(row, 1), self._column + 1)

    def _go(self, row: int, column: int) -> None:
        """Move to a place of the window, counted from 1."""
        top = self._top
        self._row = top + min(max(row, 1), self._rows) - 1
        while len(self._lines) <= self._row:
            self._lines.append([])
        self._column = min(max(column, 1), self._columns) - 1

    def _erase_line(self, how: int, _: int = 0) -> None:
        line = self._line()
        start, end = ((self._column, self._columns), (0, self._column + 1), (0, self._columns))[min(how, 2)]
        self._blank(line, start, end)

    def _erase_window(self, how: int, _: int = 0) -> None:
        if how >= 3:
            above = self._top
            del self._lines[:above]
            self._row -= above
            return
        top = self._top
        rows = (range(self._row + 1, len(self._lines)), range(top, self._row), range(top, len(self._lines)))[how]
        for row in rows:
            self._lines[row] = []
        if how < 2:
            self._erase_line(how)

    def _erase(self, count: int, _: int) -> None:
        self._blank(self._line(), self._column, self._column + max(count, 1))

    def _blank(self, line: list[Cell], start: int, end: int) -> None:
        """Empty cells, in the background that is set."""
        blank = (" ", Style(background=self._style.background)) if self._style.background else EMPTY
        end = min(end, self._columns)
        if blank != EMPTY:
            line += [EMPTY] * (end - len(line))
        line[start:end] = [blank] * (min(end, len(line)) - start)

    def _delete(self, count: int, _: int) -> None:
        line = self._line()
        del line[self._column : self._column + max(count, 1)]

    def _insert(self, count: int, _: int) -> None:
        line = self._line()
        line[self._column : self._column] = [EMPTY] * min(max(count, 1), self._columns)
        del line[self._columns :]

    def _delete_lines(self, count: int, _: int) -> None:
        count = min(max(count, 1), len(self._lines) - self._row)
        del self._lines[self._row : self._row + count]
        self._lines += [[] for _ in range(count)]

    def _insert_lines(self, count: int, _: int) -> None:
        top = self._top
        self._lines[self._row : self._row] = [[] for _ in range(min(max(count, 1), self._rows))]
        del self._lines[top + self._rows :]

    def _save(self, *_: int) -> None:
        self._saved = (self._row - self._top, self._column, self._style)

    def _restore(self, *_: int) -> None:
        row, column, self._style = self._saved
        self._go(row + 1, column + 1)

    def _other_screen(self, on: bool) -> None:
        """Programs that take the whole window draw on a screen of their own and give the first one back."""
        if on and self._main is None:
            self._save()
            self._main, self._lines = self._lines, [[]]
            self._row = self._column = 0
        elif not on and self._main is not None:
            self._lines, self._main = self._main, None
            self._row = len(self._lines) - 1
            self._restore()

    def _link(self, written: str) -> None:
        if written.startswith("8;"):
            address = written.split(";", 2)[2] if written.count(";") >= 2 else ""
            self._style = self._style._replace(link=address if address.isprintable() else "")


_MOVES: dict[str, Callable[[_Screen, int, int], None]] = {
    "A": _Screen._up, "B": _Screen._lower, "C": _Screen._right, "D": _Screen._left, "E": _Screen._next_line,
    "F": _Screen._previous_line, "G": _Screen._to_column, "`": _Screen._to_column, "d": _Screen._to_row,
    "H": _Screen._go, "f": _Screen._go, "J": _Screen._erase_window, "K": _Screen._erase_line, "X": _Screen._erase,
    "P": _Screen._delete, "@": _Screen._insert, "M": _Screen._delete_lines, "L": _Screen._insert_lines,
    "s": _Screen._save, "u": _Screen._restore, "a": _Screen._right, "e": _Screen._lower,
}  # fmt: skip
"""What each final character of a control sequence does."""
