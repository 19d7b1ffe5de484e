"""What the info string of a code block asks for, in the spellings of the generators that people come from."""

import contextlib
from collections.abc import Mapping

from msgspec import Struct

from inkwright.model.origin import Origin
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed
from inkwright.text.info_string import parse_info

with when_needed(__name__):
    from inkwright.text import excerpts

_CELL_OPTION = regex(r"(?:#|//|--|%%|%|\*)[ \t]?\|[ \t]*([\w.-]+):[ \t]*(.*)")
_RANGE = regex(r"(\d+)(?:\s*-\s*(\d+))?")
_MAX_LINE = 100_000

_HIGHLIGHT_KEYS = frozenset({"hl_lines", "highlight", "lines", "emphasize-lines", "code-line-numbers"})
_TITLE_KEYS = ("title", "filename", "name", "label", "file")
_NUMBER_WORDS = frozenset({"showlinenumbers", "linenos", "linenums", "numberlines", "number-lines", "numbers"})
_OFF = frozenset({"false", "no", "off", "none", "0"})


class CodeInfo(Struct, frozen=True):
    """An info string, read.

    `language` is lower case, "" when none is named; `marked` are 1-based lines to mark; `first_number` is the number
    of the first line when lines are numbered, else 0; `output` is set for what a program printed; `cell` for a
    Quarto or R Markdown cell (`{python}`); `origin` is where an excerpt was taken from, None for other code.
    """

    language: str = ""
    title: str = ""
    marked: frozenset[int] = frozenset()
    first_number: int = 0
    output: bool = False
    cell: bool = False
    origin: Origin | None = None


def read_info(info: str) -> CodeInfo:
    """What an info string says; the default for an empty one. Never raises."""
    found = parse_info(info)
    options = {key.lower(): value for key, value in found.options.items()}
    words = {word.lower() for word in found.words}
    ranges = [word for word in found.words if word.startswith("{")]
    ranges += [options[key] for key in _HIGHLIGHT_KEYS & options.keys()]
    return CodeInfo(
        "" if found.written == "output" else found.written,
        next((options[key] for key in _TITLE_KEYS if options.get(key)), ""),
        frozenset().union(*map(lines_of, ranges)),
        _first_number(words, options),
        found.output,
        found.cell,
        _origin(options.get("source", "")),
    )


def _origin(written: str) -> Origin | None:
    """Where code was taken from; None where that cannot be read, which the editor tells."""
    with contextlib.suppress(ValueError):
        return excerpts.read_origin(written) if written else None
    return None


def _first_number(words: set[str], options: Mapping[str, str]) -> int:
    asked = bool(words & _NUMBER_WORDS) or any(
        options[key].lower() not in _OFF for key in options.keys() & _NUMBER_WORDS
    )
    if not asked:
        return 0
    first = next((options[key] for key in ("linenostart", "startfrom", "start", "linenums") if key in options), "1")
    return int(first) if first.isdecimal() and len(first) < 7 else 1


def lines_of(text: str) -> set[int]:
    """The line numbers that a list such as `1,3-5` or `"2" "4-6"` names; empty for none."""
    found: set[int] = set()
    for first, last in _RANGE.findall(text):
        if len(first) < 7 and len(last) < 7:
            end = min(int(last or first), _MAX_LINE)
            found.update(range(int(first), end + 1))
    return found


def split_cell(code: str) -> tuple[str, dict[str, str]]:
    """A Quarto cell without its leading `#| key: value` lines, and those options."""
    options: dict[str, str] = {}
    lines = code.split("\n")
    at = 0
    while at < len(lines) and (match := _CELL_OPTION.match(lines[at].strip())):
        options[match[1]] = match[2].strip().strip("\"'")
        at += 1
    return "\n".join(lines[at:]), options
