"""Which formats can be read: every file of this package's parent with an `IMPORTER`, and every site generator."""

import importlib
import pkgutil
import re

import inkwright.platforms
from inkwright.model.errors import UsageError
from inkwright.platforms.platform import SiteGenerator
from inkwright.platforms.reading.export import Importer

_NO_SOURCES = ("inkwright",)
"""Generators whose folders need no import."""


def format_names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(name for name in _names() if _loaded(name) is not None))


def format_named(typed: str) -> Importer | SiteGenerator:
    """What reads a format, by its name in any spelling ("dev.to", "Hugo"). Raises UsageError that lists them."""
    name = re.sub(r"[^a-z0-9]", "", typed.lower())
    found = _loaded(name) if name in _names() else None
    if found is None:
        raise UsageError(f"there is no format `{typed}`", hint=f"There are: {', '.join(format_names())}.")
    return found


def _names() -> list[str]:
    return [found.name for found in pkgutil.iter_modules(inkwright.platforms.__path__) if not found.ispkg]


def _loaded(name: str) -> Importer | SiteGenerator | None:
    module = importlib.import_module(f"inkwright.platforms.{name}")
    found: Importer | SiteGenerator | None = getattr(module, "IMPORTER", None) or getattr(module, "GENERATOR", None)
    return None if name in _NO_SOURCES else found
