"""Data beside a post as nested keys, whatever file it is in: JSON, CSV, TSV, TOML, or what the post itself shows as
output. Pure: texts come in, values go out."""

import csv
import difflib
import io
import json
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import unquote

from inkwright.model.document import Document
from inkwright.text.snippets import snippets

Data = Any
"""Mappings, lists and plain values, nested."""
DATA = (".json", ".csv", ".tsv", ".toml")
"""How the names of files of data end."""
_NUMBER = r"(?<![\w.])[-+−]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?"
_PLAIN = r"\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*\Z"
_INDEX = r"\[(\d+)\]"
_LONGEST = 300
"""Characters of a key; what is longer is none."""
_COMPARED = 200
"""Keys among which a message looks for the one that was meant."""
_SHOWN = 6
"""Keys that a message names at most."""


def read_results(name: str, text: str) -> Data:
    """The data of a file, by its suffix. Raises ValueError saying why it cannot be read.

    A table (CSV, TSV) is read as rows by what stands in their first column, each by column name; rows that begin alike
    are a list.
    """
    suffix = name.lower().rpartition(".")[2]
    text = text.removeprefix("\ufeff")
    try:
        if suffix == "json":
            return json.loads(text)
        if suffix == "toml":
            return tomllib.loads(text)
        if suffix in ("csv", "tsv"):
            return _table(text, "\t" if suffix == "tsv" else "")
    except (ValueError, RecursionError, csv.Error) as error:
        raise ValueError(f"{name} is no {suffix.upper()}: {str(error).partition(chr(10))[0][:120]}") from error
    raise ValueError(f"{name} is no file of results: name a .json, .csv, .tsv or .toml")


def shown_results(document: Document) -> dict[str, list[float | int]]:
    """The numbers in each output that a document shows, in reading order, by `output-1` and so on and, where the fence
    of the code or of its output says `id=name`, by that name. Empty without shown output."""
    found: dict[str, list[float | int]] = {}
    count = 0
    for snippet in snippets(document):
        shown = [exchange.shown for exchange in snippet.exchanges]
        names = [snippet.info.options.get("id", "")]
        if snippet.output and not snippet.output.regex:
            shown.append(snippet.output.text)
            names += re.findall(_ID, snippet.output.block.info)
        text = "\n".join(shown)
        if not text.strip():
            continue
        count += 1
        numbers = [_value(number[0]) for number in re.finditer(_NUMBER, text)]
        found |= {name: numbers for name in (f"output-{count}", *names) if name}
    return found


_ID = r"(?:\A|\s)id=[\"']?([\w-]+)"


def look_up(data: Data, key: str) -> float | int:
    """The number under a dotted key, or a ratio of two, `a/b`. A part of a key is a name (dots in names are
    understood), or an index counted from 0. Raises ValueError saying what is missing."""
    if len(key) > _LONGEST:
        raise ValueError(f"`{key[:40]}...` is no key: it has more than {_LONGEST} characters")
    try:
        return _number(data, key)
    except ValueError as missing:
        for at in (match.start() for match in re.finditer("/", key)):
            if not (_is_there(data, key[:at]) and _is_there(data, key[at + 1 :])):
                continue
            above, below = _number(data, key[:at]), _number(data, key[at + 1 :])
            if not below:
                raise ValueError(f"`{key[at + 1 :]}` is 0, and nothing can be divided by it") from missing
            try:
                return above / below
            except OverflowError as error:
                raise ValueError(f"`{key}` is too large a number") from error
        if "/" in key:
            for part in key.split("/"):
                _number(data, part)
        raise


def _is_there(data: Data, key: str) -> bool:
    try:
        _found(data, key)
    except ValueError:
        return False
    return True


def _number(data: Data, key: str) -> float | int:
    value = _found(data, key)
    if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 1:
        value = value[0]
    if isinstance(value, str) and re.match(_PLAIN, value):
        value = _value(value)
    if isinstance(value, bool) or value is None or isinstance(value, str):
        shown = json.dumps(value, ensure_ascii=False)[:40]
        raise ValueError(f"{_named(key)} holds {shown}, which is no number")
    if isinstance(value, int | float):
        if value != value or value in (float("inf"), float("-inf")):
            raise ValueError(f"{_named(key)} holds {value}, which is no number to show")
        return value
    if isinstance(value, Mapping | Sequence) and value:
        below = value if isinstance(value, Mapping) else [str(at) for at in range(len(value))]
        example = f"{key}.{next(iter(below))}" if key else next(iter(below))
        raise ValueError(f"{_named(key)} holds {_values(value)}: name one, such as `{example}`")
    raise ValueError(f"{_named(key)} holds no number")


def _values(value: Collection[Data]) -> str:
    return f"{len(value)} values" if len(value) != 1 else "one value"


def _found(data: Data, key: str) -> Data:
    """The value under a key. Raises ValueError that names the nearest key."""
    parts = [part for part in re.sub(_INDEX, r".\1", key).split(".") if part]
    at, here = 0, data
    while at < len(parts):
        for end in range(len(parts), at, -1):
            step = _step(here, ".".join(parts[at:end]))
            if step is not None:
                here, at = step[0], end
                break
        else:
            raise ValueError(_missing(here, ".".join(parts[:at]), ".".join(parts[at:])))
    return here


def _step(here: Data, name: str) -> tuple[Data] | None:
    if isinstance(here, Mapping):
        return (here[name],) if name in here else (here[unquote(name)],) if unquote(name) in here else None
    if isinstance(here, Sequence) and not isinstance(here, str) and name.isdecimal() and len(name) < 10:
        return (here[int(name)],) if int(name) < len(here) else None
    return None


def _missing(here: Data, above: str, rest: str) -> str:
    there = f"there is no `{f'{above}.' if above else ''}{rest}`"
    if isinstance(here, Mapping):
        known = [str(name) for name in islice(here, _COMPARED)]
        meant = rest.partition(".")[0]
        alike = [name for name in known if name[:1] == meant[:1] or name[-1:] == meant[-1:]]
        near = difflib.get_close_matches(meant, alike, 1, 0.6)
        if near:
            return f"{there}; did you mean `{f'{above}.' if above else ''}{near[0]}`?"
        more = ", ..." if len(here) > _SHOWN else ""
        held = f"{', '.join(known[:_SHOWN])}{more}" or "nothing"
        return f"{there}: {f'`{above}`' if above else 'it'} holds {held}"
    if isinstance(here, Sequence) and not isinstance(here, str):
        return f"{there}: {f'`{above}`' if above else 'it'} holds {_values(here)}, counted from 0"
    return f"{there}: `{above}` is a value of its own" if above else there


def _named(key: str) -> str:
    return f"`{key}`" if key else "it"


def _value(written: str) -> float | int:
    plain = written.replace(",", "").replace("−", "-").strip()
    try:
        return int(plain)
    except ValueError:
        return float(plain)


def _table(text: str, delimiter: str) -> dict[str, Any]:
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or max(",;\t", key=head.count))
    names = [name.strip() for name in next(rows, [])]
    found: dict[str, Any] = {}
    for row in rows:
        if not any(row):
            continue
        values = {name: value.strip() for name, value in zip(names, row, strict=False)}
        name = row[0].strip()
        earlier = found.get(name)
        found[name] = values if earlier is None else [*(earlier if isinstance(earlier, list) else [earlier]), values]
    return found
