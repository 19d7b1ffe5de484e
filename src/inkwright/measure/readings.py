"""A file from any place that counts readers -> readings; which format it has is seen in its first lines."""

import importlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from types import ModuleType

from inkwright.measure.export_file import ExportFile
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import Reading, Unread


@cache
def formats() -> dict[str, ModuleType]:
    """Every format by its name, sorted; the general table last, since it takes what has its columns."""
    names = sorted(
        entry.name.removesuffix(".py")
        for entry in resources.files("inkwright.measure.formats").iterdir()
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )
    names.sort(key=lambda name: name == "table")
    return {name.replace("_", "-"): importlib.import_module(f"inkwright.measure.formats.{name}") for name in names}


def format_of(file: ExportFile, wanted: str = "") -> str:
    """The name of a file's format. Raises UsageError for an unknown `wanted`, UnreadableError when none fits."""
    if wanted:
        if wanted not in formats():
            raise UsageError(f"there is no format `{wanted}`", hint=f"There are: {', '.join(formats())}.")
        return wanted
    found = next((name for name, one in formats().items() if one.matches(file)), "")
    if not found:
        hint = f"Name its format with --from: {', '.join(formats())}."
        raise UnreadableError(f"nothing here is a reading that we know{_head(file)}", path=file.name, hint=hint)
    return found


def read(file: ExportFile, name: str) -> Iterator[Reading | Unread]:
    """The readings of a file in a format, and the lines that hold none. Raises UnreadableError for another format."""
    one = formats()[name]
    if not one.matches(file):
        said = f"this is no {'table of readings' if name == 'table' else f'file of {one.LABEL}'}{_head(file)}"
        hint = f"See {one.SOURCE}." if name != "table" else f"It wants {one.WANTS}."
        raise UnreadableError(said, path=file.name, line=1, hint=hint)
    yield from one.read(file)


def _head(file: ExportFile) -> str:
    return f" (its first row is: {', '.join(file.head)[:120]})" if file.head else " (it is empty)"
