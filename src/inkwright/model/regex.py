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
from pathlib import Path
from typing import AnyStr

Key = tuple[str | bytes, int]
"""Text and flags."""

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
        self._known: dict[Key, bytes] | None = None
        self._missed: dict[Key, bytes] = {}

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


def _read(path: Path) -> dict[Key, bytes]:
    """What a file holds; nothing when there is none, or one that is damaged, too large or written by another Python."""
    try:
        written = path.read_bytes()
        maker, known = marshal.loads(written)
    except (OSError, *_DAMAGED):
        return {}
    return known if maker == _MAKER and len(written) <= _MOST else {}


def _opened(text: AnyStr, parts: bytes) -> re.Pattern[AnyStr]:
    flags, code, names = marshal.loads(parts)
    numbers = {name: number for number, name in enumerate(names) if name}
    made: re.Pattern[AnyStr] = _sre.compile(text, flags, array(_WORD, code).tolist(), len(names) - 1, numbers, names)
    return made


def _parts(text: str | bytes, flags: int) -> bytes:
    """What the engine of `re` takes besides the text: flags, code in machine words, and the name of each group (None
    for one without, the whole match among these), packed because a command opens few of them."""
    parsed = re._parser.parse(text, flags)  # type: ignore[attr-defined]
    code = array(_WORD, re._compiler._code(parsed, flags))  # type: ignore[attr-defined]
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    return marshal.dumps((flags | parsed.state.flags, code.tobytes(), tuple(names)))


_STORE = Store(Path(__spec__.cached or __file__).with_name("patterns.marshal"))


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern that `re.compile` gives. Raises re.error for what is none."""
    return _STORE.compiled(text, int(flags))
