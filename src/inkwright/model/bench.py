"""Benchmarks beside a post: what is declared, what one run gave, and what a measurement was made on."""

from typing import Literal

from msgspec import Struct

UNITS = {"s": 1.0, "ms": 1e3, "µs": 1e6}
"""Units of wall time, and how many of them are in a second."""
Reads = Literal["time", "json", "regex"]


class Benchmark(Struct, frozen=True):
    """One command that is measured. `command` is its words; `label` is what tables call it.

    `reads` says where a value comes from: wall time, a `key` in printed JSON, or a pattern in what is printed (then
    `key` is the pattern). `runs` counts the runs that are kept, `warmup` those before them that are not. `seconds` is
    the time that one run may take, 0 for that of the settings.
    """

    name: str
    command: tuple[str, ...]
    label: str = ""
    runs: int = 10
    warmup: int = 1
    unit: str = "ms"
    reads: Reads = "time"
    key: str = ""
    seconds: float = 0


class BenchPlan(Struct, frozen=True):
    """What a file of benchmarks declares, in its order; at least one. `setup` runs once before all of them, () for
    nothing. `versions` names commands that print a version."""

    benchmarks: tuple[Benchmark, ...]
    setup: tuple[str, ...] = ()
    versions: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Timed(Struct, frozen=True):
    """One run of a command: its wall time in seconds, exit status, and what it printed. `problem` says why there is no
    time or no use in it, "" when all went well."""

    seconds: float = 0.0
    status: int = 0
    output: str = ""
    errors: str = ""
    problem: str = ""


class Machine(Struct, frozen=True):
    """What ran a benchmark: model of the processor, how many of its threads may be used, memory, system."""

    cpu: str
    cores: int
    memory: str
    os: str


class BenchRow(Struct, frozen=True):
    """What was measured of one benchmark; `mad` is the median absolute deviation, None for a single run."""

    name: str
    label: str
    unit: str
    n: int
    median: float
    mad: float | None
    min: float
    max: float


class BenchRun(Struct, frozen=True):
    """The benchmarks of one post, in declared order, and the file that now holds them. `facts` says how they were
    measured, in words. `problem` says which command failed, `error` why nothing was started; nothing is written then.
    """

    path: str
    results: str = ""
    rows: tuple[BenchRow, ...] = ()
    facts: str = ""
    problem: str = ""
    error: str = ""
