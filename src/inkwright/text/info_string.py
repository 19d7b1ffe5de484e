"""Info strings of fenced code blocks: language, words and options, in the forms that generators write."""

import re

from inkwright.model.snippet import InfoString

_TOKEN = re.compile(r"""([\w.#:-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s}]+)|\{[\d,\s-]+\}|[^\s{}]+""")
_ALIASES = {"py": "python", "python3": "python", "js": "javascript", "sh": "bash", "shell": "bash", "ts": "typescript"}


def parse_info(info: str) -> InfoString:
    """The parts of an info string; an empty one gives an empty `InfoString`.

    Knows ` ```python file=x.py `, ` ```{python} `, ` ```{.python #id key="v"} ` and ` ```py {1,3} `. Well-known short
    names of a language become the long one. The first option of a name wins.
    """
    language = ""
    words: list[str] = []
    options: dict[str, str] = {}
    for at, match in enumerate(_TOKEN.finditer(info)):
        word = match[0]
        if match[1]:
            value = match[2]
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = re.sub(r"\\(.)", r"\1", value[1:-1])
            options.setdefault(match[1], value)
        elif word.startswith(("{", "#")):
            words.append(word)
        elif at == 0 or (word.startswith(".") and not language):
            language = word.removeprefix(".").rstrip(",").lower()
        else:
            words.append(word.removeprefix("."))
    return InfoString(_ALIASES.get(language, language), tuple(words), options)
