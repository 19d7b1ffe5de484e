"""Records in JSON that an export holds, in whatever they are wrapped."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.platforms.reading.export import Export

_MOST = 2_000_000
"""Values that are looked at in one file."""


def read_json(export: Export, name: str) -> Any:
    """A file as JSON. Raises UnreadableError."""
    try:
        return json.loads(export.text(name))
    except RecursionError as error:
        raise UnreadableError("this JSON is nested too deep", path=name) from error
    except ValueError as error:
        raise UnreadableError(f"this is no JSON ({error})", path=name) from error


def json_files(export: Export, names: Iterable[str], troubles: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    """Some files of an export as JSON, each with its name; what is wrong with one that is none goes to `troubles`."""
    for name in names:
        try:
            yield name, read_json(export, name)
        except UnreadableError as error:
            troubles.append((name, error.message))


def tables_in(value: Any, wanted: Callable[[Mapping[str, Any]], bool]) -> Iterator[Mapping[str, Any]]:
    """The tables that are wanted, in reading order, wherever they stand; inside one that is wanted none is sought."""
    stack = [value]
    for _ in range(_MOST):
        if not stack:
            return
        one = stack.pop()
        if isinstance(one, Mapping):
            if wanted(one):
                yield one
                continue
            stack += reversed(list(one.values()))
        elif isinstance(one, list):
            stack += reversed(one)
