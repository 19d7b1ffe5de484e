"""What the info string of a code block asks for, in the spellings of the generators that people come from."""

import re
from dataclasses import dataclass

_LANGUAGE = re.compile(r"[\w+#./-]*")
_RANGES = re.compile(r"\{\s*(\d+(?:\s*-\s*\d+)?(?:\s*,\s*\d+(?:\s*-\s*\d+)?)*)\s*\}")
_OPTION = re.compile(
    r"""(?P<key>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|\[(?P<list>[^\]]*)\]|(?P<bare>[^\s,{}\]]+))"""
)
_WORD = re.compile(r"[.#]?[\w-]+")
_CELL_OPTION = re.compile(r"(?:#|//|--|%%|%|\*)\|[ \t]*([\w.-]+):[ \t]*(.*)")
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_MAX_LINE = 100_000

_HIGHLIGHT_KEYS = frozenset({"hl_lines", "highlight", "lines", "emphasize-lines", "code-line-numbers"})
_TITLE_KEYS = ("title", "filename", "name", "label", "file")
_NUMBER_WORDS = frozenset({"showlinenumbers", "linenos", "linenums", "numberlines", "number-lines", "numbers"})
_OUTPUT_WORDS = frozenset({"output", "out"})
_OFF = frozenset({"false", "no", "off", "none", "0"})


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """An info string, read.

    `language` is lower case, "" when none is named; `marked` are 1-based lines to mark; `first_number` is the number
    of the first line when lines are numbered, else 0; `output` is set for what a program printed; `cell` for a
    Quarto or R Markdown cell (`{python}`).
    """

    language: str = ""
    title: str = ""
    marked: frozenset[int] = frozenset()
    first_number: int = 0
    output: bool = False
    cell: bool = False


def read_info(info: str) -> CodeInfo:
    """What an info string says; the default for an empty one. Never raises."""
    info = info.strip()
    if not info:
        return CodeInfo()
    if info.isalnum():
        return CodeInfo("" if info == "output" else info.lower(), output=info == "output")
    braced = info.startswith("{")
    rest = info[1:].removesuffix("}").lstrip() if braced else info
    dotted = rest.startswith(".")
    language = _LANGUAGE.match(rest.lstrip("."))[0]  # type: ignore[index]  # matches the empty text too
    after = rest[len(language) + dotted :]
    if after.lstrip().startswith("="):  # `{title="x"}`: the first word is an option, not a language
        language, after = "", rest
    rest = after
    language = language.rstrip(".-")
    marked: set[int] = set()
    for ranges in _RANGES.finditer(rest):
        marked |= lines_of(ranges[1])
    rest = _RANGES.sub(" ", rest)
    options = {found["key"].lower(): _value(found) for found in _OPTION.finditer(rest)}
    for key in _HIGHLIGHT_KEYS & options.keys():
        marked |= lines_of(options[key])
    words = {word.lstrip(".#").lower() for word in _WORD.findall(_OPTION.sub(" ", rest))}
    title = next((options[key] for key in _TITLE_KEYS if options.get(key)), "")
    output = not _OUTPUT_WORDS.isdisjoint(words) or language == "output"
    return CodeInfo(
        "" if language == "output" else language.lower(),
        title,
        frozenset(marked),
        _first_number(words, options),
        output,
        braced and not dotted and bool(language),
    )


def _value(found: re.Match[str]) -> str:
    return next((part for part in found.group("double", "single", "list", "bare") if part is not None), "")


def _first_number(words: set[str], options: dict[str, str]) -> int:
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
