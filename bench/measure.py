"""Timing of whole processes: CPU and wall seconds and peak memory of a child, medians over runs."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds of wall and CPU time, megabytes of peak memory."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], cwd: Path) -> Cost:
    """The cost of one child process, interpreter start included. Raises RuntimeError when it exits with 2 or more."""
    quiet = os.open(os.devnull, os.O_RDWR)
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(cwd)
        for fd in (0, 1, 2):
            os.dup2(quiet, fd)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execv(command[0], list(command))
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    os.close(quiet)
    if os.waitstatus_to_exitcode(status) > 1:
        raise RuntimeError(f"{' '.join(command)} exited with {os.waitstatus_to_exitcode(status)}")
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale)


def median(command: Sequence[str], cwd: Path, times: int, before: Callable[[], object] = lambda: None) -> Cost:
    """Medians over several runs; `before` is called ahead of each, outside the measured time."""
    costs = []
    for _ in range(times):
        before()
        costs.append(run(command, cwd))
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))
