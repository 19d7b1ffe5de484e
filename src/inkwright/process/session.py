"""One language within one run: its process, started when it is needed and again when it was lost."""

import contextlib
import json
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from inkwright.model.snippet import Cell, CellResult
from inkwright.process import limits
from inkwright.process.child import Answer, Child
from inkwright.process.languages import Language, line_of
from inkwright.process.launch import Limits, child_environment, launch, why_stopped
from inkwright.process.placed import place, read_from, size_of
from inkwright.process.sandbox import bubblewrap
from inkwright.process.scratch import Scratch


class Session:
    """One language within one run."""

    def __init__(self, language: Language, scratch: Scratch, limits_: Limits) -> None:
        self._language = language
        self._scratch = scratch
        self._limits = limits_
        self._environment = child_environment(scratch, limits_)
        self._child: Child | None = None
        self._lost = False
        self.started = 0

    def run(self, cell: Cell, number: int) -> CellResult:
        """Run one cell; a process that is not there (any more) is started."""
        control = self._scratch.control
        script, output = control / self._language.script(number), control / f"{self._language.name}.out"
        errors = Path(f"{output}.err")
        before, said = size_of(output), size_of(errors)
        began = time.monotonic()
        try:
            place(control, script.name, cell.code.encode("utf-8", "surrogatepass"))
            answer = self._answer(cell, script, output)
        except OSError as error:
            message = f"`{self._language.command[0]}` cannot be started: {error.strerror or error}"
            return CellResult("unstarted", error_message=message)
        printed = _text(output, before)
        result = self._result(answer, script, output, _text(errors, said) or printed)
        lost, self._lost = self._lost, self._lost or self._child is None
        return replace(
            result, output=printed, seconds=time.monotonic() - began, lost=lost and self._language.way != "file"
        )

    def end(self) -> None:
        """End the process, if there is one."""
        if self._child:
            self._child.end()
            self._child = None

    def _answer(self, cell: Cell, script: Path, output: Path) -> Answer:
        seconds = self._limits.timeout
        if self._language.way == "file":
            shell = ["sh", "-c", f'exec "$@" >>"{output}" 2>>"{output}.err" </dev/null', "sh"]
            words = self._language.running(script)
            if not _found(words[0], self._environment):
                raise FileNotFoundError(2, "there is no such program", words[0])
            child = self._start([*shell, *words] if os.name == "posix" else words, output)
            answer = child.finish(seconds)
            if answer.ended == "ok":
                child.end()
            return answer
        if self._child is None and not _found(self._language.command[0], self._environment):
            raise FileNotFoundError(2, "there is no such program", self._language.command[0])
        if self._child is None:
            folders = self._writable()
            self._child = self._start(self._language.starting(output, folders), output)
        sign = secrets.randbits(50)
        answer = self._child.ask(self._language.job(cell, sign, script, output), sign, seconds)
        if answer.ended != "ok":
            self._child = None
        return answer

    def _writable(self) -> tuple[Path, ...]:
        temporary = {Path("/tmp"), Path("/var/tmp"), Path(tempfile.gettempdir())}
        hidden = not bubblewrap() and self._is_in(temporary)
        own = (self._scratch.folder, self._scratch.home, self._scratch.tmp, self._scratch.control)
        return (*own, *(() if hidden else temporary))

    def _is_in(self, folders: set[Path]) -> bool:
        """Whether the post itself lies where temporary files do, so that those may not be written at will."""
        return any(self._scratch.original.resolve().is_relative_to(folder.resolve()) for folder in folders)

    def _start(self, command: Sequence[str], output: Path) -> Child:
        self.started += 1
        return launch(command, self._scratch, self._environment, output, self._limits)

    def _result(self, answer: Answer, script: Path, output: Path, said: str) -> CellResult:
        last = next((line for line in reversed(said.splitlines()) if line.strip()), "")
        if answer.ended == "ok" and answer.line:
            with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
                return _answered(json.loads(answer.line), script, output, said, last)
            answer = Answer(ended="channel")
        if answer.ended == "killed" and answer.code >= 0 and self._language.way in ("file", "shell"):
            return _answered({"status": answer.code}, script, output, said, last)
        if answer.ended == "killed" and answer.code == 0:
            return CellResult("ok")
        return CellResult(answer.ended, error_message=why_stopped(answer, self._limits.timeout), said=last)


def _plain(text: str, script: Path) -> str:
    """A program's complaint without the place of the runner's own file."""
    return text.replace(f"{script}: ", "").replace(str(script), script.name).strip()


def _answered(told: Mapping[str, Any], script: Path, output: Path, said: str, last: str) -> CellResult:
    """The result of a cell whose process answered, in the worker's terms or a shell's."""
    if told.get("status"):
        line = _number(Path(f"{output}.line")) or int(told.get("line") or 0) or line_of(said, script)
        return CellResult("error", "", f"exit {told['status']}", _plain(last, script), line, said=last)
    error = told.get("error")
    drawn = int(told.get("drawn") or 0)
    if error:
        name, message, line = str(error["name"]), str(error["message"]), int(error["line"])
        full = str(error.get("full") or name)
        return CellResult("error", "", name, message, line, full, said=last, drawn=drawn)
    return CellResult("ok", said=last, drawn=drawn)


def _number(path: Path) -> int:
    try:
        number = int(read_from(path, 0, 1000).split()[-1])
        path.unlink()
        return number
    except (OSError, ValueError, IndexError):
        return 0


def _found(name: str, environment: Mapping[str, str]) -> bool:
    return bool(shutil.which(name, path=environment.get("PATH")))


def _text(path: Path, start: int) -> str:
    """What a file holds from an offset on, at most as much as a snippet may print, as text with plain line ends."""
    return read_from(path, start, limits.OUTPUT_MB << 20).decode("utf-8", "replace").replace("\r\n", "\n")
