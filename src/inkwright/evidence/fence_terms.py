"""What a fence asks for and cannot get: an option that is misspelt or stands on the wrong fence, a tolerance that is no
number, a regular expression that is none. What an option means lives in `text/snippets.py`."""

import math
import re
from collections.abc import Iterable
from difflib import get_close_matches

from inkwright.evidence.compare import tidy
from inkwright.model.info_string import InfoString
from inkwright.model.snippet import Snippet
from inkwright.text.info_string import parse_info

_OF_CODE = ("norun", "raises", "figure", "writes", "source", "tolerance")
_OF_OUTPUT = ("tolerance", "ellipsis", "regex")
_OTHERS = frozenset({"file", "id"})
_NEAR = 0.8
"""How like a known option a word must be to be taken for a slip: `tolerence` is, options of site generators are not."""


def wrong_term(snippet: Snippet) -> tuple[bool, str]:
    """What is wrong with the terms of a snippet and its output fence, and whether it stands on the output's; "" when
    nothing is. A transcript is code and output in one."""
    said = _misspelt(snippet.info.options, (*_OF_CODE, *(_OF_OUTPUT if snippet.prompt else ())), "=")
    said = said or (_in_output(snippet.info) if snippet.prompt else _misplaced(snippet.info))
    if said or snippet.output is None:
        return False, said
    return True, _in_output(parse_info(snippet.output.block.info)) or _broken(snippet)


def _in_output(info: InfoString) -> str:
    said = _misspelt(info.options, _OF_OUTPUT, "=") or _misspelt(info.words, _OF_OUTPUT, "")
    written = info.options.get("tolerance")
    if said or written is None:
        return said
    return "" if _is_amount(written) else f"`tolerance={written}` is no number: write one such as `tolerance=1e-3`"


def _misspelt(words: Iterable[str], known: tuple[str, ...], end: str) -> str:
    for word in words:
        if word in known or word in _OTHERS:
            continue
        near = get_close_matches(word.lower(), known, 1, _NEAR)
        if near:
            return f"`{word}{end}` is no option of a fence: did you mean `{near[0]}{'=' if _valued(near[0]) else ''}`?"
    return ""


def _valued(option: str) -> bool:
    return option not in ("ellipsis", "regex")


def _misplaced(info: InfoString) -> str:
    there = [name for name in _OF_OUTPUT if name in info.options or name in info.words]
    return f"`{there[0]}` belongs to the output: write it on the fence below that shows it" if there else ""


def _is_amount(written: str) -> bool:
    try:
        return 0 <= float(written) < math.inf
    except ValueError:
        return False


def _broken(snippet: Snippet) -> str:
    if snippet.output is None or not snippet.output.regex:
        return ""
    try:
        re.compile(tidy(snippet.output.text))
    except re.error as error:
        return f"the output is no regular expression: {error}"
    return ""
