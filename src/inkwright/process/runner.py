"""Runs a post's snippets in a scratch copy of its folder: one process for each language, limited, ended as a whole.

A process that ends before its snippets do (a limit, a crash, `exit`) is followed by a fresh one for the next snippet.
`sandbox.isolation()` says plainly what snippets are kept from on this system.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from inkwright.model.snippet import Cell, CellResult
from inkwright.process.interpreter import interpreter
from inkwright.process.languages import known_languages
from inkwright.process.launch import Limits
from inkwright.process.placed import place
from inkwright.process.scratch import Scratch
from inkwright.process.session import Session

_KEPT_MB = 16
"""Megabytes up to which a file that a snippet made is taken over."""


class Runner:
    """Runs the cells of one post. `folder` is the post's own; its files are there to be read, in a copy."""

    def __init__(self, folder: Path, limits_: Limits | None = None) -> None:
        self._folder = folder
        self._limits = limits_ or Limits()
        self._languages = known_languages(self._limits.commands, self._limits.python or interpreter())
        self.started = 0

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it runs."""
        return frozenset(self._languages)

    def beside(self, name: str) -> bytes | None:
        """The bytes of a file beside the post, None when there is none that can be read."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        """One result for each cell, in order. Cells of one language share what they set up. No cells start no process
        and give []; `started` counts the processes that were."""
        if not cells:
            return []
        upward = any(".." in cell.code for cell in cells)
        scratch = Scratch(self._folder, self._limits.top if upward else None)
        sessions: dict[str, Session] = {}
        try:
            return [self._run(cell, number, scratch, sessions) for number, cell in enumerate(cells, 1)]
        finally:
            for session in sessions.values():
                session.end()
            self.started += sum(session.started for session in sessions.values())
            scratch.close()

    def _run(self, cell: Cell, number: int, scratch: Scratch, sessions: dict[str, "Session"]) -> CellResult:
        if cell.file:
            try:
                place(scratch.folder, cell.file, cell.code.encode("utf-8", "surrogatepass"))
            except OSError as error:
                return CellResult("error", error_name="OSError", error_message=f"{cell.file}: {error.strerror}")
        if cell.mode == "file":
            return CellResult("ok")
        if cell.language not in sessions:
            sessions[cell.language] = Session(self._languages[cell.language], scratch, self._limits)
        scratch.wrote()
        result = sessions[cell.language].run(cell, number)
        wrote = scratch.wrote()
        new = [name for name in cell.makes if name.removeprefix("./") in wrote]
        made = {name: data for name in new if (data := _taken(scratch.folder / name)) is not None}
        left = tuple(name for name in wrote if name not in cell.makes)
        return replace(result, made=made, wrote=left, outside=scratch.outside())


def _taken(path: Path) -> bytes | None:
    """The bytes of a file that a snippet made; None when there is none, or it is no plain file or too large."""
    try:
        if path.is_symlink() or path.stat().st_size > _KEPT_MB << 20:
            return None
        return path.read_bytes()
    except OSError:
        return None
