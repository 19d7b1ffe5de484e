"""One limited child process that answers jobs with lines, watched while it works and ended with all it started."""

import contextlib
import os
import queue
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from msgspec import Struct

from inkwright.model.snippet import Ended
from inkwright.process import limits
from inkwright.process.placed import appended, size_of

_LOOK = 0.05
_COUNT = 0.1
CLOSED = 97
"""The exit code by which a worker says that a cell closed its channel."""


class Answer(Struct, frozen=True):
    """How a job ended: `line` is the child's own answer ("" when it gave none), else `ended` says why not, and `code`
    is the exit code of a child that ended by itself (negative: the signal)."""

    line: str = ""
    ended: Ended = "ok"
    code: int = 0


class Child:
    """A process with its standard input as the way in and its standard output as the way out. `output` is the file
    that what it prints goes to. Raises OSError when the program cannot be started."""

    _living: ClassVar[set[int]] = set()
    """The children that have not been ended yet: those of other languages stay when one is ended."""

    def __init__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path, memory_mb: int
    ) -> None:
        limits.adopt_orphans()
        self._known = limits.children()
        self._output = output
        self._errors = os.fdopen(appended(Path(f"{output}.err")), "ab")
        self._process = subprocess.Popen(
            list(command), cwd=folder, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self._errors, start_new_session=True, preexec_fn=limits.limiter(memory_mb),
        )  # fmt: skip
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        Child._living.add(self._process.pid)
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, job: str, sign: int, seconds: float) -> Answer:
        """Give the child a job and wait for the answer that bears its sign, `seconds` at most. A child that did not
        answer is ended."""
        start = size_of(self._output)
        with contextlib.suppress(OSError):
            assert self._process.stdin
            self._process.stdin.write(job.encode())
            self._process.stdin.flush()
        return self._ended_well(self._wait(start, seconds, b'{"n": %d,' % sign), start)

    def finish(self, seconds: float) -> Answer:
        """Wait until the child ends by itself, `seconds` at most; whatever it writes on its way out is its output."""
        start = 0
        with contextlib.suppress(OSError):
            assert self._process.stdin
            self._process.stdin.close()
        return self._ended_well(self._wait(start, seconds, b""), start)

    def end(self) -> None:
        """End the child and everything that it started."""
        Child._living.discard(self._process.pid)
        limits.kill_all(self._process.pid, self._known | Child._living)
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._errors):
            with contextlib.suppress(OSError):
                assert stream
                stream.close()

    def _listen(self) -> None:
        assert self._process.stdout
        with contextlib.suppress(OSError, ValueError):
            for line in self._process.stdout:
                self._lines.put(line)
        self._lines.put(b"")

    def _wait(self, start: int, seconds: float, mark: bytes) -> Answer:
        until = time.monotonic() + seconds
        count_at = time.monotonic() + _COUNT
        while True:
            try:
                line = self._lines.get(timeout=_LOOK)
            except queue.Empty:
                now = time.monotonic()
                if self._too_much(start):
                    return Answer(ended="output")
                if now > until:
                    return Answer(ended="timeout")
                if self._process.poll() is not None:
                    return self._gone()
                if now > count_at:
                    count_at = now + _COUNT
                    if len(limits.descendants(self._process.pid)) > limits.PROCESSES:
                        return Answer(ended="processes")
                continue
            if not line:
                return self._gone()
            if mark and line.startswith(mark) and line.endswith(b"\n"):
                return Answer(line.decode("utf-8", "replace"))

    def _gone(self) -> Answer:
        """What to say of a child whose answers have ended: it has, or it closed the channel."""
        try:
            code = self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            return Answer(ended="channel")
        return Answer(ended="channel" if code == CLOSED else "killed", code=code)

    def _ended_well(self, answer: Answer, start: int) -> Answer:
        if answer.ended in ("ok", "killed") and self._too_much(start):
            answer = Answer(ended="output")
        if answer.ended != "ok":
            self.end()
        return answer

    def _too_much(self, start: int) -> bool:
        return size_of(self._output) - start > limits.OUTPUT_MB << 20
