"""What can be written for: generators are files here with `WRITES`, platforms with `PLATFORM`. None is imported before
it is asked for."""

import importlib
import pkgutil
from pathlib import Path

import inkwright.platforms.writing
from inkwright.platforms.writing.copies import Platform
from inkwright.platforms.writing.paste import Paste
from inkwright.platforms.writing.site import Writes


def written_for() -> tuple[str, ...]:
    """The names of the generators that posts can be written for, sorted."""
    return _with("WRITES")


def writes_of(name: str) -> Writes:
    """How a generator among `written_for` is written for."""
    found: Writes = importlib.import_module(f"inkwright.platforms.writing.{name}").WRITES
    return found


def takes_copies() -> tuple[str, ...]:
    """The names of the platforms that take copies by an API, sorted."""
    return _with("PLATFORM")


def platform_of(name: str) -> Platform:
    """A platform among `takes_copies`."""
    found: Platform = importlib.import_module(f"inkwright.platforms.writing.{name}").PLATFORM
    return found


def pasted_into() -> tuple[str, ...]:
    """The names of the platforms that pages to paste are made for, as a command says them, sorted."""
    return tuple(name.replace("_", "-") for name in _with("PASTE"))


def paste_of(name: str) -> Paste:
    """A platform among `pasted_into`."""
    found: Paste = importlib.import_module(f"inkwright.platforms.writing.{name.replace('-', '_')}").PASTE
    return found


def _with(constant: str) -> tuple[str, ...]:
    """Names of the modules here that hold a constant, found by their text."""
    names = (found.name for found in pkgutil.iter_modules(inkwright.platforms.writing.__path__))
    return tuple(sorted(name for name in names if f"\n{constant} = " in _text(name)))


def _text(name: str) -> str:
    path = Path(inkwright.platforms.writing.__path__[0]) / f"{name}.py"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
