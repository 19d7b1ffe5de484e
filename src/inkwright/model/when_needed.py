"""Parts of our own that few runs need: named at the top of a file like all others, read when they are first used."""

import builtins
import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock
from types import ModuleType
from typing import Any

_TURN = Lock()
"""Held while an import is not what it usually is: nothing is read meanwhile, so nobody waits for long."""


class _Unread(ModuleType):
    """Stands for a module until something of it is asked for, and hands that on each time."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


class _Folder(ModuleType):
    """Stands for the package that unread modules are named from."""

    def __init__(self, name: str, parts: Sequence[str]) -> None:
        super().__init__(name)
        vars(self).update({part: _Unread(f"{name}.{part}") for part in parts})


@contextmanager
def when_needed(module: str) -> Iterator[None]:
    """Read the modules that `module` (its `__name__`) names in this block when something of them is first used:

        with when_needed(__name__):
            from inkwright.render import charts

    Only whole modules can be named so, below the other imports; types for annotations cannot. Errors of a module are
    raised where it is first used.
    """
    with _TURN:
        usual = builtins.__import__

        def unread(
            name: str, globals: Mapping[str, object] | None = None, locals: Mapping[str, object] | None = None,
            fromlist: Sequence[str] | None = None, level: int = 0,
        ) -> ModuleType:  # fmt: skip
            if globals is None or globals.get("__name__") != module or not fromlist:
                return usual(name, globals, locals, fromlist, level)
            return _Folder(name, fromlist)

        builtins.__import__ = unread
        try:
            yield
        finally:
            builtins.__import__ = usual
