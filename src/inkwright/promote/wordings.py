"""Reads the wordings of `promote/words`: a line is a pattern or a row of words, one that starts with `# ` a remark."""

import re
from collections.abc import Iterator
from importlib.resources import files

from inkwright.model.regex import regex


def one_of(name: str) -> str:
    """A pattern that fits what any line of the file fits; its own alternatives stand in parentheses or not at all."""
    return "|".join(_lines(name))


def word_list(name: str) -> frozenset[str]:
    """All words of a file."""
    return frozenset(word for line in _lines(name) for word in line.split())


def opening(name: str) -> re.Pattern[str]:
    """What begins a sentence as a line of the file says, up to the bound of a word; small and large letters alike."""
    return regex(rf"(?:{one_of(name)})\b", re.I)


def _lines(name: str) -> Iterator[str]:
    text = (files("inkwright.promote") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.split("\n") if line and not line.startswith("# "))
