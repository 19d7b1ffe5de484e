"""Regular expressions of this package, compiled once for a machine: kept beside the bytecode, as Python keeps modules.

Compiling the 500 that one `check` needs takes 0.2 s, half of it; opening them takes 5 ms. Only expressions that are
written in the code or in its data belong here: those made of a user's words would fill the file.
"""

import _sre
import atexit
import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import AnyStr

Key = tuple[str | bytes, int]
Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the engine of `re` takes besides the text: flags, code of machine words, groups, and their names both ways."""

_MAKER = [sys.implementation.name, sys.version, _sre.MAGIC, _sre.CODESIZE, sys.byteorder]
"""What the kept code depends on besides the expression."""
_WORD = {2: "H", 4: "I"}[_sre.CODESIZE]
_DAMAGED = (EOFError, RuntimeError, TypeError, ValueError)
"""What is raised by bytes that nobody wrote so."""
_MOST = 8_000_000
"""Bytes above which the file is begun anew: it holds expressions that are no longer in use."""


class Store:
    """A file of compiled expressions, read when the first one is asked for and written when the program ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[Key, Parts] | None = None
        self._missed: dict[Key, Parts] = {}

    def compiled(self, text: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """The pattern of an expression; one that the file lacks is compiled, and remembered for it."""
        if self._known is None:
            self._known = _read(self.path)
        with suppress(KeyError, *_DAMAGED):
            return _opened(text, self._known[text, flags])
        try:
            parts = _parts(text, flags)
            made = _opened(text, parts)
        except (AttributeError, TypeError):  # a Python whose `re` works in another way
            return re.compile(text, flags)
        if not self._missed and not sys.dont_write_bytecode:
            atexit.register(self.keep)
        self._missed[text, flags] = parts
        return made

    def keep(self) -> None:
        """Add to the file what it lacked; where nobody may write, all stays as it is."""
        known = _read(self.path) | self._missed
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            aside.write_bytes(marshal.dumps([_MAKER, known]))
            aside.replace(self.path)
        except OSError:
            with suppress(OSError):
                aside.unlink()


def _read(path: Path) -> dict[Key, Parts]:
    """What a file holds; nothing when there is none, or one that is damaged, too large or written by another Python."""
    try:
        written = path.read_bytes()
        maker, known = marshal.loads(written)
    except (OSError, *_DAMAGED):
        return {}
    return known if maker == _MAKER and len(written) <= _MOST else {}


def _opened(text: AnyStr, parts: Parts) -> re.Pattern[AnyStr]:
    flags, code, groups, index, names = parts
    pattern: re.Pattern[AnyStr] = _sre.compile(text, flags, array(_WORD, code).tolist(), groups, index, names)
    return pattern


def _parts(text: str | bytes, flags: int) -> Parts:
    parsed = re._parser.parse(text, flags)  # type: ignore[attr-defined]
    state = parsed.state
    code = array(_WORD, re._compiler._code(parsed, flags))  # type: ignore[attr-defined]
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


_STORE = Store(Path(cache_from_source(__file__)).with_name("patterns.marshal"))


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern that `re.compile` gives. Raises re.error for what is none."""
    return _STORE.compiled(text, int(flags))
