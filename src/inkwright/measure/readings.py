"""A file from any place that counts readers -> readings; which format it has is seen in its first lines."""

import importlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from types import ModuleType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright.measure.export_file import ExportFile
from inkwright.measure.formats._json import broken_at
from inkwright.measure.visit import Visit
from inkwright.measure.visit_counts import Views, views_of
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import Reading, Told, Unread


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
        near = max(formats(), key=lambda name: (_share(file, name), name == "table"))
        if _share(file, near) < 0.5:
            raise _no_reading(file)
        raise _misses(file, near)
    return found


def _no_reading(file: ExportFile) -> UnreadableError:
    """That a file is none of readings, and as far as it can be seen why."""
    if not file.text.strip():
        return UnreadableError("it is empty", path=file.name)
    if line := broken_at(file):
        return UnreadableError("its JSON is cut off or broken here", path=file.name, line=line)
    hint = f"Name its format with --from: {', '.join(formats())}."
    return UnreadableError(f"nothing here is a reading that we know{_head(file)}", path=file.name, hint=hint)


class FileRead(Struct, frozen=True):
    """What stands in a file: readings, lines that hold none, what was done with others; and the single views that the
    readings come of, None where its rows are counts."""

    values: list[Reading]
    unread: list[Unread]
    told: list[Told]
    views: Views | None = None


def read_file(file: ExportFile, name: str) -> FileRead:
    """A file in a format; of single views the readings are what this file alone comes to.

    Raises UnreadableError for another format.
    """
    one = _fitting(file, name)
    found = FileRead([], [], [])
    if hasattr(one, "visits"):
        views = views_of(_sorted_out(one.visits(file), found.unread))
        found = FileRead(list(views.readings()), found.unread, list(views.told()), views)
    else:
        for each in one.read(file):
            into: dict[type, list[Any]] = {Reading: found.values, Unread: found.unread, Told: found.told}
            into[type(each)].append(each)
        found = replace(found, values=_each_once(found.values, found.told))
    if not (found.values or found.unread):
        found.told.append(Told("it has no rows of readings"))
    return found


def _each_once(values: list[Reading], told: list[Told]) -> list[Reading]:
    """One value for each page, day and metric: an answer of an API may list an entry twice, and the higher goes."""
    found: dict[Reading, Reading] = {}
    for one in values:
        key = replace(one, value=0)
        if key not in found or found[key].value < one.value:
            found[key] = one
    if more := len(values) - len(found):
        told.append(Told(f"{more:,} value{'s' * (more != 1)} stood there twice: of two the higher counts"))
    return list(found.values())


def unused(file: ExportFile, name: str) -> tuple[str, ...]:
    """The columns of a file that its format takes nothing from; () where the format knows them all."""
    one = formats()[name]
    if not hasattr(one, "TAKEN"):
        return ()
    spare = {each for group in getattr(one, "ONE_OF", ()) for each in [name for name in group if name in file.head][1:]}
    return tuple(dict.fromkeys(each for each in file.head if each and (each not in one.TAKEN or each in spare)))


def _sorted_out(found: Iterator[Visit | Unread], unread: list[Unread]) -> Iterator[Visit]:
    for one in found:
        if isinstance(one, Unread):
            unread.append(one)
        else:
            yield one


def _fitting(file: ExportFile, name: str) -> ModuleType:
    """The format, when a file can be read in it."""
    one = formats()[name]
    if not one.matches(file):
        raise _misses(file, name)
    twice = [column for column in sorted(set(file.head)) if column and file.head.count(column) > 1]
    if known := [column for column in twice if column in getattr(one, "TAKEN", ())]:
        hint = "Take out the one that is not meant."
        raise UnreadableError(f"it has two columns `{known[0]}`", path=file.name, line=1, hint=hint)
    return one


def _misses(file: ExportFile, name: str) -> UnreadableError:
    """That a file has not what a format wants."""
    one, missing = formats()[name], _missing(file, name)
    said = f"this is no {'table of readings' if name == 'table' else f'file of {one.LABEL}'}"
    if missing and file.head and len(missing) < len(one.WANTS):
        columns = " and none ".join(_either(group) for group in missing)
        return UnreadableError(f"{said}: it has no column {columns}{_head(file)}", path=file.name, line=1)
    hint = f"See {one.SOURCE}."
    if name == "table":
        hint = "It wants a first row with post (or page, url, path, title) and views, likes or another metric."
    return UnreadableError(f"{said}{_head(file)}", path=file.name, line=1, hint=hint)


def _share(file: ExportFile, name: str) -> float:
    """The share of the columns that a format wants which a file has."""
    wanted = len(formats()[name].WANTS)
    return (wanted - len(_missing(file, name))) / wanted if wanted else 0.0


def _missing(file: ExportFile, name: str) -> list[tuple[str, ...]]:
    """The columns that a format wants and a file has not, each with all names that it may have."""
    return [group for group in formats()[name].WANTS if not set(group) & set(file.head)]


def _either(names: tuple[str, ...]) -> str:
    shown = [f"`{name}`" for name in names[:4]]
    return f"{', '.join(shown)} or another metric" if len(names) > len(shown) + 1 else " or ".join(shown)


def _head(file: ExportFile) -> str:
    if file.head:
        return f" (its first row is: {', '.join(file.head)[:60]})"
    return "" if file.text.strip() else " (it is empty)"
