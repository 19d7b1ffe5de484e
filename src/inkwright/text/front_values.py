"""Plain values of front matter: what a written scalar means, and how a value is written in YAML or TOML.

Reading follows one rule: a value may only change type when writing it back gives the same characters. `10` and `1.5`
are numbers; `1.10`, `007`, `12:30:00`, `1_000` and every date stay the text that was written. `true` and `false` are
booleans anywhere; `yes`, `no`, `on` and `off` only for the keys below, where a generator expects a boolean.

**Source:** the YAML 1.2 core schema (section 10.3) for the shapes of null, boolean and number.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from inkwright.model.errors import FrontMatterError
from inkwright.model.regex import regex
from inkwright.model.span import Span

BOOLEAN_KEYS = frozenset(
    {"draft", "published", "publish", "private", "hidden", "hide", "unlisted", "featured", "pinned", "pin", "sticky",
     "toc", "showtoc", "tocopen", "show_toc", "toc_open", "hide_table_of_contents", "comments", "comment", "math",
     "katex", "mathjax", "mermaid", "search_exclude", "searchhidden", "searchable", "sitemap", "noindex",
     "badges", "hide_binder_badge", "showreadingtime", "showsharebuttons", "disableshare", "robotsnoindex",
     "future"}
)  # fmt: skip
"""Keys, in lower case, whose `yes`, `no`, `on`, `off` are booleans."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_LOOSE = {"yes": True, "on": True, "y": True, "no": False, "off": False, "n": False}
_INTEGER = regex(r"-?[0-9]{1,18}\Z")
_FLOAT = regex(r"-?[0-9]{1,18}(?:\.[0-9]{1,17})?(?:e[-+]?[0-9]{1,3})?\Z")
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
_DATE = regex(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[Tt ]{_CLOCK}(?: ?(?:Z|[-+][0-9]{{2}}:?[0-9]{{2}}))?)?\Z")
_PLAIN = regex(r"[^\W\d_][\w /.()+'’&;=~^-]*(?<![\s:])\Z")
_AMBIGUOUS = regex(r"(?i)(?:y|n|yes|no|on|off|true|false|null|nan|inf)\Z")


class Entry(NamedTuple):
    """One top-level key as it stands: `start` is where the key begins, `span` the region of its value, `end` the
    end of its last line with the line end; offsets count from the start of what was read."""

    key: str
    value: Any
    start: int
    span: Span
    end: int


def resolve(written: str, key: str = "") -> Any:
    """The value of a scalar written without quotes: None, a boolean, a number or the text itself."""
    if written in _NULL:
        return None
    if written in _BOOLEANS:
        return _BOOLEANS[written]
    if key.lower() in BOOLEAN_KEYS and written.lower() in _LOOSE:
        return _LOOSE[written.lower()]
    return number(written)


def number(written: str) -> int | float | str:
    """A number when it would be written back the same, else the text."""
    if _INTEGER.match(written) and str(int(written)) == written:
        return int(written)
    if _FLOAT.match(written) and repr(float(written)) == written:
        return float(written)
    return written


def same(left: Any, right: Any) -> bool:
    """Whether two values are equal in type and value at every depth, so that 1, 1.0 and True differ."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return list(left) == list(right) and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right)


def to_yaml(value: Any, quote: str = "", flow: bool = False) -> str:
    """A value on one line of YAML. `quote` keeps the author's quoting of a text; `flow` is inside brackets.

    Raises FrontMatterError for what has no plain form.
    """
    if isinstance(value, str):
        return _yaml_text(value, quote, flow)
    if isinstance(value, Mapping):
        inside = (f"{to_yaml(str(key), flow=True)}: {to_yaml(item, flow=True)}" for key, item in value.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(to_yaml(item, flow=True) for item in value) + "]"
    return "null" if value is None else _plain(value)


def to_toml(value: Any) -> str:
    """A value on one line of TOML. Raises FrontMatterError for what has no plain form."""
    if isinstance(value, str):
        return value if _DATE.match(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{toml_key(str(key))} = {to_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(to_toml(item) for item in value) + "]"
    if value is None:
        raise FrontMatterError("TOML has no empty value")
    return _plain(value)


def toml_key(key: str) -> str:
    """A key of TOML, quoted where it must be."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _quoted(key)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    raise FrontMatterError(f"front matter holds text, numbers, booleans and lists, not {type(value).__name__}")


def _quoted(value: str) -> str:
    """In double quotes, with the escapes that YAML and TOML share."""
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        json.dumps(value, ensure_ascii=False),
    )


def _yaml_text(value: str, quote: str, flow: bool) -> str:
    if quote == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if quote or _AMBIGUOUS.match(value):
        return _quoted(value)
    if _DATE.match(value) or (_PLAIN.match(value) and not (flow and re.search(r"[,\[\]{}]", value))):
        return value
    return _quoted(value)
