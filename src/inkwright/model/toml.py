"""TOML. What settings are mostly made of is read here: tables, and on a line each short texts, whole numbers, true and
false, and lists of such texts. All else is left to the standard library, whose reader takes 2 ms to load; both read
the same of what is read here.
"""

import re
from typing import Any

from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed

with when_needed(__name__):
    from inkwright.model import whole_toml

_TEXT = r'"[^"\\\x00-\x08\x0a-\x1f\x7f]*"'
_END = r"[ \t]*+(?:#[^\x00-\x08\x0a-\x1f\x7f]*+)?(?:\n|\Z)"
_LINE = regex(
    r"[ \t]*+(?:\[[ \t]*(?P<table>[\w-]+)[ \t]*\]"
    rf"|(?P<key>[\w-]+)[ \t]*=[ \t]*(?:(?P<text>{_TEXT})(?!\")|(?P<truth>true|false)|(?P<number>0|[1-9][0-9]{{0,17}})"
    rf"|\[[ \t]*(?P<list>(?:{_TEXT}[ \t]*,[ \t]*)*(?:{_TEXT}[ \t]*)?)\])"
    rf")?{_END}",
    re.ASCII,
)
_TEXTS = regex(_TEXT)


def loads(text: str) -> dict[str, Any]:
    """The data of a TOML text. Raises ValueError and RecursionError as `tomllib.loads` does."""
    found = read_plain(text)
    return whole_toml.loads(text) if found is None else found


def read_plain(text: str) -> dict[str, Any] | None:
    """The data of a TOML text as the standard library reads it; None for one that holds more than is read here."""
    data: dict[str, Any] = {}
    table, at = data, 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            return None
        at, key = line.end(), line["table"] or line["key"]
        if key is None:
            continue
        if key in (data if line["table"] else table):
            return None
        if line["table"]:
            table = data[key] = {}
        elif line["text"] is not None:
            table[key] = line["text"][1:-1]
        elif line["list"] is not None:
            table[key] = [one[1:-1] for one in _TEXTS.findall(line["list"])]
        else:
            table[key] = line["truth"] == "true" if line["truth"] else int(line["number"])
    return data
