"""Info strings of fenced code blocks: language, words and options, in the forms that generators write.

The one place that takes an info string apart; what rendering or running makes of the parts lives there.
"""

import re

from inkwright.model.info_string import InfoString
from inkwright.model.regex import regex

_RANGES = regex(r"\{[\d,\s-]+\}")
_LANGUAGE = regex(r"\.?(\w[\w+#./-]*+)(?!\s*+=):?")
_TOKEN = regex(
    r"""(?P<key>\w[\w.:-]*+)\s*+=\s*+(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[[^\[\]]*\]|[^\s,{}]+)"""
    r"""|\{[\d,\s-]+\}|[^\s,{}]+"""
)
_ALIASES = {"py": "python", "python3": "python", "js": "javascript", "sh": "bash", "shell": "bash", "ts": "typescript"}


def parse_info(info: str) -> InfoString:
    """The parts of an info string; an empty one gives an empty `InfoString`. Never raises.

    Knows ` ```python file=x.py `, ` ```{python, echo=FALSE} `, ` ```{.python #id key="v"} `, ` ```rust,ignore ` and
    ` ```py {1,3} `. Well-known short names of a language become the long one. The first option of a name wins.
    """
    info = info.strip()
    if info.isalnum():
        return _read(info, (), {}, cell=False)
    braced = info.startswith("{") and not _RANGES.match(info)
    rest = info[1:].lstrip() if braced else info
    first = _LANGUAGE.match(rest)
    language = first[1] if first else ""
    dotted = rest.startswith(".")
    words: list[str] = []
    options: dict[str, str] = {}
    for token in _TOKEN.finditer(rest, first.end() if first else 0):
        word = token[0]
        if token["key"]:
            options.setdefault(token["key"], _unquoted(token["value"]))
        elif word.startswith(".") and not language:
            language = word[1:]
        else:
            words.append(word.removeprefix("."))
    return _read(language, tuple(words), options, cell=braced and not dotted and bool(first))


def _read(language: str, words: tuple[str, ...], options: dict[str, str], *, cell: bool) -> InfoString:
    written = language.rstrip(".-").lower()
    return InfoString(_ALIASES.get(written, written), words, options, written, cell)


def _unquoted(value: str) -> str:
    """A value without the quotes around it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value
