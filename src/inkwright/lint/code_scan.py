"""Tells code from strings and comments in a snippet of any common language, well enough to judge single characters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from inkwright.model.regex import regex


class Grammar(NamedTuple):
    """How a language writes what is no code: `line` starts a comment to the end of the line, `strings` are its quotes,
    `long` those that may hold line ends, `block` encloses comments."""

    line: str = ""
    strings: str = "\"'"
    long: tuple[str, ...] = ()
    block: tuple[str, str] = ("", "")


_C = Grammar("//", "\"'", (), ("/*", "*/"))
_SCRIPT = Grammar("//", "\"'`", ("`",), ("/*", "*/"))
_HASH = Grammar("#", "\"'", ('"', "'"))
GRAMMARS = {
    "python": Grammar("#", "\"'", ('"""', "'''")),
    "javascript": _SCRIPT, "typescript": _SCRIPT, "js": _SCRIPT, "ts": _SCRIPT, "jsx": _SCRIPT, "tsx": _SCRIPT,
    "go": Grammar("//", "\"'`", ("`",), ("/*", "*/")), "java": _C, "c": _C, "cpp": _C, "csharp": _C,
    "rust": _C, "kotlin": _C, "swift": _C, "scala": _C, "php": _C, "json": Grammar("", '"'), "bash": _HASH, "sh": _HASH,
    "zsh": _HASH, "shell": _HASH, "ruby": _HASH, "r": _HASH, "julia": _HASH, "toml": _HASH, "powershell": _HASH,
    "dockerfile": _HASH,
    "sql": Grammar("--", "\"'", ("'",), ("/*", "*/")), "lua": Grammar("--"),
}  # fmt: skip
"""By language, long names and short ones. Formats in which any quotation mark is plain text are left out."""
_VALUE = regex(r"(?:^|[:,\[{-])[ \t]*(?:(“)[^“”\n]*(”)|(‘)[^‘’\n]*(’))[ \t]*(?=$|[,\]}#])", re.M)


def quoted_values(code: str) -> Iterator[int]:
    """Offsets of the curly marks around whole values, in order: for YAML, which takes them for text."""
    for match in _VALUE.finditer(code):
        yield from (match.start(group) for group in range(1, 5) if match[group])


def bare_quotes(code: str, grammar: Grammar) -> Iterator[int]:
    """Offsets of curly quotation marks that stand outside of strings and comments, in order."""
    for match in _pieces(grammar).finditer(code):
        if match["curly"]:
            yield match.start()


def _pieces(grammar: Grammar) -> re.Pattern[str]:
    """A pattern that steps over whole strings and comments, so that a curly mark found is one in code."""
    steps = []
    if grammar.block[0]:
        opening, closing = map(re.escape, grammar.block)
        steps.append(rf"{opening}[\s\S]*?(?:{closing}|\Z)")
    if grammar.line:
        before = r"(?<![^\s;({\[])" if grammar.line == "#" else ""
        steps.append(rf"{before}{re.escape(grammar.line)}[^\n]*")
    for quote in grammar.long:
        mark = re.escape(quote)
        steps.append(rf"{mark}(?:\\[\s\S]|(?!{mark})[^\\])*(?:{mark}|\Z)")
    short = (quote for quote in grammar.strings if quote not in grammar.long)
    steps += [rf"{quote}(?:\\.|[^\\{quote}\n])*(?:{quote}|$)" for quote in short]
    return regex("|".join([*steps, "(?P<curly>[“”‘’„‟‚‛])"]), re.M)
