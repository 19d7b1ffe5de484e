"""A construct of a dialect as it was found in a source, before there is a tree; and what all finders share."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Literal, NamedTuple

from inkwright.model.document import Dialect
from inkwright.model.regex import regex

Role = Literal["single", "open", "close"]
Form = Literal["either", "inline", "line", "literal"]
"""Where a construct may stand: "line" only alone on its lines (else it is none), "literal" is plain text that the
Markdown parser must not interpret."""
Attrs = tuple[tuple[str, str], ...]


class Construct(NamedTuple):
    """Half-open `start`, `end` in characters of the source. `kind` is the kind of node it becomes, `name` the family,
    `info` the construct's own name; `inner` is what stands between its delimiters ((0, 0): all of it)."""

    start: int
    end: int
    name: str
    info: str = ""
    role: Role = "single"
    attrs: Attrs = ()
    kind: Literal["opaque", "comment", "code", "math"] = "opaque"
    form: Form = "either"
    inner: tuple[int, int] = (0, 0)


class Regions:
    """Stretches of a text that do not overlap, for asking which one an offset lies in."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        """`spans` in reading order; one that starts inside an earlier one is dropped."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if not self._ends or start >= self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def end_around(self, offset: int) -> int:
        """The end of the stretch that holds an offset; 0 for none."""
        index = bisect_right(self._starts, offset) - 1
        return self._ends[index] if index >= 0 and offset < self._ends[index] else 0

    def start_around(self, offset: int) -> int:
        """The start of the stretch that holds an offset; -1 for none."""
        index = bisect_right(self._starts, offset) - 1
        return self._starts[index] if index >= 0 and offset < self._ends[index] else -1


class Scan:
    """What a finder is given: the text, where its body starts, its dialect, where its formulas are, and searches that
    stay linear however often they are asked."""

    __slots__ = ("_line", "_line_starts", "_next", "dialect", "math", "start", "text")

    def __init__(self, text: str, start: int, dialect: Dialect, math: Regions) -> None:
        self.text = text
        self.start = start
        self.dialect = dialect
        self.math = math
        self._next: dict[str, int] = {}
        self._line_starts: list[int] = []
        self._line = (0, -1)

    def after(self, closer: str, offset: int) -> int:
        """Where a closing mark next stands at or after an offset; -1 when nowhere near."""
        known = self._next.get(closer, -2)
        if known < offset and known != len(self.text):
            known = self.text.find(closer, offset)
            self._next[closer] = known = len(self.text) if known < 0 else known
        return known if offset <= known < min(offset + MAX_LENGTH, len(self.text)) else -1

    def line(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that an offset lies in, the end before its line end."""
        if self._line[0] <= offset <= self._line[1]:
            return self._line
        starts = self._line_starts
        if not starts:
            starts.append(0)
            starts += _line_starts(self.text)
        index = bisect_right(starts, offset)
        end = starts[index] - 1 if index < len(starts) else len(self.text)
        if index < len(starts) and self.text.endswith("\r\n", 0, end + 1):
            end -= 1
        self._line = starts[index - 1], end
        return self._line

    def next_line(self, offset: int) -> int:
        """Where the line after the one that an offset lies in starts; the end of the text for the last."""
        end = self.line(offset)[1]
        return min(end + 1 + self.text.startswith("\r\n", end), len(self.text))

    def opens_line(self, offset: int) -> bool:
        """Whether only white space and quote marks stand before an offset on its line."""
        start = self.line(offset)[0]
        return offset - start < MAX_LENGTH and not self.text[start:offset].strip(" \t>")

    def ends_line(self, offset: int) -> bool:
        """Whether only white space stands after an offset on its line."""
        following = _INK.search(self.text, offset)
        return following is None or following.start() >= self.line(offset)[1]


MAX_LENGTH = 20_000
"""Characters beyond which a construct is taken as unclosed; keeps hostile text cheap."""

_ARGUMENT = regex(
    r"""(?P<key>[\w.:@-]+)\s*=\s*(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[^\s"'`,}]+)"""
    r"""|(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?P<mark>[.#])(?P<word>[\w:-]+)|(?P<bare>[^\s,="'`]+)"""
)
_LINE_END = regex(r"\r\n|\n|\r")
_INK = regex(r"\S")
_BACKSLASH = regex(r"\\(.)", re.S)


def _line_starts(text: str) -> list[int]:
    """Where each line but the first starts."""
    if "\r" in text:
        return [match.end() for match in _LINE_END.finditer(text)]
    starts = [end + passed for passed, end in enumerate(accumulate(map(len, text.split("\n"))), 1)]
    starts.pop()
    return starts


def arguments(written: str) -> Attrs:
    """Arguments as pairs: `key=value`, `.x` as ("class", "x"), `#x` as ("id", "x"), a bare one as ("", value)."""
    found = []
    for match in _ARGUMENT.finditer(written):
        if match["key"]:
            found.append((match["key"], unquoted(match["value"])))
        elif match["mark"]:
            found.append(("class" if match["mark"] == "." else "id", match["word"]))
        else:
            found.append(("", unquoted(match["quoted"] or match["bare"])))
    return tuple(found)


def unquoted(value: str) -> str:
    """A value without the quotes around it; backslashes in double and single quotes are resolved."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'`":
        bare = value[1:-1]
        return bare if value[0] == "`" else _BACKSLASH.sub(r"\1", bare)
    return value
