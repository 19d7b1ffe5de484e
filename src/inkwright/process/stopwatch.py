"""Runs commands one after the other in a scratch copy of a folder, within the limits of `run`, and times each."""

import json
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from inkwright.model.bench import Timed
from inkwright.process.child import Child
from inkwright.process.launch import Limits, child_environment, launch, why_stopped
from inkwright.process.placed import read_from, size_of
from inkwright.process.scratch import Scratch

_TIMER = Path(__file__).parent / "timer.py"
_TAIL = 4 << 20


class Stopwatch:
    """One folder's commands; what one of them writes in the copy, the next may read. Use it in a `with` block."""

    def __init__(self, folder: Path, limits_: Limits | None = None) -> None:
        self._limits = limits_ or Limits()
        self._scratch = Scratch(folder, self._limits.top)
        self._environment = child_environment(self._scratch, self._limits)
        control = self._scratch.control
        self._output, self._errors = control / "printed.out", control / "complaints.out"
        self._child: Child | None = None

    def __enter__(self) -> "Stopwatch":
        return self

    def __exit__(self, *exception: object) -> None:
        if self._child:
            self._child.end()
        self._scratch.close()

    def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
        """Run a command, `seconds` at most (0: as long as the limits allow). Never raises for what the command does;
        a process that had to be stopped is followed by a fresh one."""
        allowed = seconds or self._limits.timeout
        printed, complained = size_of(self._output), size_of(self._errors)
        try:
            if self._child is None:
                command = [sys.executable, "-I", "-S", "-u", str(_TIMER)]
                self._child = launch(command, self._scratch, self._environment, self._output, self._limits)
        except OSError as error:
            return Timed(problem=f"the timer cannot be started: {error.strerror or error}")
        sign = secrets.randbits(50)
        job = {"n": sign, "words": list(words), "output": str(self._output), "errors": str(self._errors)}
        answer = self._child.ask(json.dumps(job) + "\n", sign, allowed)
        output, errors = _text(self._output, printed), _text(self._errors, complained)
        if answer.ended != "ok":
            self._child = None
            return Timed(output=output, errors=errors, problem=why_stopped(answer, allowed))
        told = json.loads(answer.line)
        if "problem" in told:
            return Timed(errors=errors, problem=f"`{words[0]}` cannot be started: {told['problem']}")
        return Timed(float(told["seconds"]), int(told["status"]), output, errors)


def _text(path: Path, start: int) -> str:
    """What a file holds from an offset on, its last 4 MB at most."""
    return read_from(path, max(start, size_of(path) - _TAIL), _TAIL).decode("utf-8", "replace")
