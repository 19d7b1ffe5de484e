"""JSON answers of an API -> readings."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inkwright.measure.export_file import ExportFile
from inkwright.measure.written_count import LARGEST
from inkwright.model.reading import Metric, Reading, Unread


def objects(file: ExportFile, *keys: str) -> list[dict[str, Any]]:
    """The objects of a JSON list, or of the list under `keys` in an object; [] for any other text."""
    if file.text.lstrip("\ufeff \r\n")[:1] not in ("[", "{"):
        return []
    try:
        data = json.loads(file.text.lstrip("\ufeff"))
    except ValueError:
        return []
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []


def broken_at(file: ExportFile) -> int:
    """The line on which a text that begins as JSON is none; 0 for other texts and for JSON."""
    if file.text.lstrip("\ufeff \r\n")[:1] not in ("[", "{"):
        return 0
    try:
        json.loads(file.text.lstrip("\ufeff"))
    except ValueError as error:
        return int(getattr(error, "lineno", 1))
    return 0


def totals(
    number: int, found: Mapping[str, Any], keys: Mapping[str, Metric], page: str, day: str
) -> Iterator[Reading | Unread]:
    """One total for each key that an object has; a value that is no count is said with the object's number."""
    if not page:
        yield Unread(number, "the entry has no address")
        return
    for key, metric in keys.items():
        value = found.get(key)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
            yield Unread(number, f"`{str(value)[:40]}` under `{key}` is no count")
        else:
            yield Reading(page, metric, value, day, "total")
