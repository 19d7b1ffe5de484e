"""Reading the configuration files of generators: YAML, TOML and JSON whole, JavaScript by its plain string values."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex
from inkwright.platforms.platform import Folder

MAX_DEPTH = 100
"""Levels of a YAML configuration; the parser's own recursion ends the process far beyond them."""
MAX_VALUES = 100_000
"""Values of a YAML configuration with its aliases written out: reading so many takes about a second."""
_ENDS = regex(r"line (\d+)")


class _Loader(yaml.CSafeLoader):
    """YAML as configuration files write it: a tag that only their program knows gives None."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_config(folder: Folder, path: str) -> dict[str, Any]:
    """A configuration file as a dict, empty for an empty file. Raises UnreadableError with the line."""
    text = folder.read(path).removeprefix("\ufeff")
    try:
        if path.endswith(".toml"):
            return tomllib.loads(text)
        if path.endswith(".json"):
            data = json.loads(text)
        else:
            _measure(text)
            data = yaml.load(text, _Loader)
    except tomllib.TOMLDecodeError as error:
        at_end = text.count("\n") + 1 if "end of document" in str(error) else 0
        raise _broken(path, "TOML", str(error), at_end) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error)
        raise _broken(path, "YAML", said, mark.line + 1 if mark else 0) from error
    except (ValueError, RecursionError) as error:
        kind = {".toml": "TOML", ".json": "JSON"}.get(PurePosixPath(path).suffix, "YAML")
        said = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise _broken(path, kind, said) from error
    return data if isinstance(data, dict) else {}


def _measure(text: str) -> None:
    """Raise ValueError for YAML that is nested too deep, or huge once its aliases are written out."""
    open_: list[tuple[str, int]] = []
    sizes: dict[str, int] = {}
    total = 0
    for event in yaml.parse(text, _Loader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor or "", total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            sizes[anchor] = total - before
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in open_):
                raise ValueError(f"an alias refers to what it is part of at line {line}")
            total += sizes.get(event.anchor or "", 1)
        elif isinstance(event, yaml.ScalarEvent):
            sizes[event.anchor or ""] = 1
            total += 1
        if len(open_) > MAX_DEPTH:
            raise ValueError(f"nested deeper than {MAX_DEPTH} levels at line {line}")
        if total > MAX_VALUES:
            raise ValueError(f"more than {MAX_VALUES:,} values with its aliases written out at line {line}")


def first_config(folder: Folder, names: tuple[str, ...]) -> dict[str, Any]:
    """The first of these files that exists, read; empty when none does. Raises UnreadableError."""
    return next((read_config(folder, name) for name in names if folder.exists(name)), {})


def script_value(text: str, key: str) -> str:
    """The first quoted value of a key in JavaScript (`title: 'My site'`), "" when there is none."""
    found = re.search(rf"""\b{re.escape(key)}\s*:\s*(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1""", text)
    return re.sub(r"\\(.)", r"\1", found[2]) if found else ""


def table(value: object) -> Mapping[str, Any]:
    """A value that should be a table; empty when it is something else."""
    return value if isinstance(value, Mapping) else {}


def texts(value: object) -> tuple[str, ...]:
    """A text or a list of texts as a tuple; empty for anything else."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def text_of(*values: object) -> str:
    """The first value that is a text with something in it, "" when none is."""
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")


def _broken(path: str, kind: str, said: str, line: int = 0) -> UnreadableError:
    place = _ENDS.search(said)
    return UnreadableError(
        f"cannot be read as {kind}: {said}", path=path, line=line or (int(place[1]) if place else 0),
        hint="Mend it, or set `generator` in inkwright.toml to another layout.",
    )  # fmt: skip
