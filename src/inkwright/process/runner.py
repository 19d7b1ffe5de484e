"""Runs a post's Python snippets in a fresh interpreter: limited, in its own process group, killed as a group.

What it does not do: forbid the network or reading files. `isolation()` says plainly what holds on this system.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from inkwright.model.snippet import CellResult, Snippet

_WORKER = Path(__file__).with_name("worker.py")
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "VIRTUAL_ENV")
OUTPUT_LIMIT_MB = 16
"""Megabytes that any file written by a snippet, its output included, may hold."""


def isolation() -> str:
    """One sentence: what snippets are kept from on this system."""
    limits = "time, memory and file size are limited" if os.name == "posix" else "only time is limited"
    return f"snippets see none of your environment's secrets and {limits}; files and network are open to them"


class PythonRunner:
    """Runs Python snippets with the limits of the settings. `folder` is where they run; their files are found there."""

    def __init__(self, folder: Path, timeout: float = 30.0, memory_mb: int = 2048, passed: Sequence[str] = ()) -> None:
        self._folder = folder
        self._timeout = timeout
        self._memory_mb = memory_mb
        self._passed = tuple(passed)

    def run(self, cells: Sequence[Snippet]) -> list[CellResult]:
        """One result for each cell, in order; all share one namespace. A cell after an unexpected error is
        "not_reached". No cells start no process and give []. `timeout` seconds hold for all cells together."""
        if not cells:
            return []
        job = {
            "cells": [{"name": f"<snippet {cell.number}>", "code": cell.code, "raises": cell.raises} for cell in cells],
            "memory_mb": self._memory_mb,
            "file_mb": OUTPUT_LIMIT_MB,
        }
        with tempfile.TemporaryDirectory(prefix="inkwright-run-") as folder:
            jobs, results, output = (Path(folder, name) for name in ("job.json", "results.jsonl", "output"))
            jobs.write_text(json.dumps(job), encoding="utf-8")
            results.touch()
            ended = self._execute(jobs, results, output)
            lines = [
                json.loads(line) for line in results.read_text(encoding="utf-8").splitlines(True) if line[-1:] == "\n"
            ]
            return _results(cells, lines, output.read_bytes(), ended)

    def _execute(self, jobs: Path, results: Path, output: Path) -> str:
        """Run the worker to its end; "" for a natural end, else "timeout" or "killed"."""
        command = [sys.executable, "-u", str(_WORKER), str(jobs), str(results)]
        with output.open("wb") as printed:
            process = subprocess.Popen(
                command, cwd=self._folder, env=self._environment(os.environ), stdin=subprocess.DEVNULL,
                stdout=printed, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            ended = ""
            try:
                process.wait(self._timeout)
            except subprocess.TimeoutExpired:
                ended = "timeout"
            finally:
                _kill_group(process)
        return ended or ("killed" if process.returncode else "")

    def _environment(self, outer: Mapping[str, str]) -> dict[str, str]:
        kept = {name: outer[name] for name in (*_KEPT, *self._passed) if name in outer}
        return {**kept, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End a process and, where the system has process groups, everything that it started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _results(
    cells: Sequence[Snippet], lines: Sequence[Mapping[str, Any]], output: bytes, ended: str
) -> list[CellResult]:
    found: list[CellResult] = []
    start = 0
    for line in lines:
        shown = _decode(output[start : line["end"]])
        start = line["end"]
        error = line["error"]
        if error:
            found.append(CellResult("error", shown, error["name"], error["message"], error["line"], line["seconds"]))
        else:
            found.append(CellResult("ok", shown, seconds=line["seconds"]))
    if ended and len(found) < len(cells):
        found.append(CellResult("timeout" if ended == "timeout" else "killed", _decode(output[start:])))
    found += [CellResult("not_reached")] * (len(cells) - len(found))
    return found


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\r\n", "\n")
