"""The YAML that most front matter is made of, read without a library, whose loading takes longer than all else that a
short command does: one `key: value` a line, the value a plain or quoted text, or a list of plain words on the line or
below it.

Whatever else stands there is left to `front_yaml`; both read the same of what is read here.
"""

import re
from typing import Any

from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.front_values import Entry, resolve

_WORD = r"[A-Za-z0-9](?:[\w .+/-]*[\w.+/-])?"
_LINE = regex(
    r"(?P<key>[A-Za-z][\w-]{0,60}):[ ]+"
    r"(?P<value>(?P<plain>[A-Za-z0-9](?:(?:[\w .,;()/+'!?&=$%~-]|:(?=[\w/]))*[\w.,;()/+'!?&=$%~-])?)"
    rf"|\[[ ]*(?P<list>{_WORD}(?:[ ]*,[ ]+{_WORD})*)[ ]*\]"
    r"""|"(?P<double>[\w .,:;#()\[\]/+'!?&=$%~*@|<>{}`-]*)"|'(?P<single>[\w .,:;#()\[\]/+"!?&=$%~*@|<>{}`-]*)')"""
    r"[ ]*\n",
    re.ASCII,
)
_LIST = regex(
    r"(?P<key>[A-Za-z][\w-]{0,60}):[ ]*\n(?P<indent>[ ]+)"
    rf"(?P<value>-[ ]+{_WORD}(?:[ ]*\n(?P=indent)-[ ]+{_WORD})*)[ ]*\n",
    re.ASCII,
)
_COMMA = regex(r"[ ]*,[ ]+")
_ITEM = regex(r"[ ]*\n[ ]*-[ ]+")


def read_plain(written: str) -> tuple[Entry, ...] | None:
    """The entries of YAML text as `front_yaml.read_yaml` reads them, in the order written; None for text that holds
    more than is read here, or nothing."""
    found: list[Entry] = []
    at = 0
    while at < len(written):
        line = _LINE.match(written, at) or _LIST.match(written, at)
        if line is None:
            return None
        key = line["key"]
        found.append(Entry(key, _value(line, key), at, Span(*line.span("value")), line.end()))
        at = line.end()
    keys = {entry.key for entry in found}
    return tuple(found) if found and len(keys) == len(found) else None


def _value(line: re.Match[str], key: str) -> Any:
    if "indent" in line.re.groupindex:
        return [resolve(word, key) for word in _ITEM.split("\n" + line["value"])[1:]]
    if line["plain"] is not None:
        return resolve(line["plain"], key)
    if line["list"] is not None:
        return [resolve(word, key) for word in _COMMA.split(line["list"])]
    return line["double"] if line["double"] is not None else line["single"]
