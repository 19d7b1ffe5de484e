"""Benchmarks: taking turns, reading values, and what of them is kept. Running commands is the caller's."""

import json
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import Any, Protocol

from inkwright.evidence.results import look_up
from inkwright.model.bench import UNITS, Benchmark, BenchPlan, BenchRow, Machine, Timed
from inkwright.model.regex import regex

BY = "inkwright bench run"
SPREAD = "median absolute deviation"
"""How spread is stated. **Source:** F. Hampel, The influence curve and its role in robust estimation (1974): one slow
run out of ten moves a standard deviation, and not this."""
_NUMBER = regex(r"[-+]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_VERSION = regex(r"(?<![\w.])v?\d+(?:\.\d+)+[\w+-]*(?:\.[\w+-]+)*")
_DIGITS = 7
"""Digits of a value that are kept: more than any clock is good for."""


class Watch(Protocol):
    """What runs a command and times it."""

    def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
        """Run a command, `seconds` at most (0: the usual limit)."""
        ...


class BenchError(ValueError):
    """A benchmark that cannot be measured: a sentence, with its command's last words."""


def measure(
    plan: BenchPlan, watch: Watch, progress: Callable[[int, int], None] = lambda done, total: None
) -> dict[str, list[float]]:
    """The values of each benchmark by its name, in the order they were taken.

    All take turns, one run each per round, so that a machine that grows hot or busy slows all of them alike. Warm-ups
    take turns first and are thrown away. Raises BenchError for the first command that fails or gives no value.
    **Source:** decision 0026.
    """
    found: dict[str, list[float]] = {one.name: [] for one in plan.benchmarks}
    if plan.setup:
        _done("setup", plan.setup, watch.run(plan.setup))
    turns = [
        *((one, False) for one in _turns([(one, one.warmup) for one in plan.benchmarks])),
        *((one, True) for one in _turns([(one, one.runs) for one in plan.benchmarks])),
    ]
    for number, (one, counts) in enumerate(turns, 1):
        value = value_of(one, watch.run(one.command, one.seconds))
        if counts:
            found[one.name].append(value)
        progress(number, len(turns))
    return found


def _turns(wanted: Sequence[tuple[Benchmark, int]]) -> list[Benchmark]:
    rounds = max(count for _, count in wanted)
    return [one for number in range(rounds) for one, count in wanted if number < count]


def value_of(one: Benchmark, timed: Timed) -> float:
    """What one run gave. Raises BenchError when the command failed or printed no such value."""
    _done(one.name, one.command, timed)
    if one.reads == "time":
        return _rounded(timed.seconds * UNITS[one.unit])
    try:
        if one.reads == "regex":
            return _rounded(_matched(one.key, timed.output))
        return _rounded(float(look_up(_json(timed.output), one.key)))
    except ValueError as error:
        raise BenchError(f"`{one.name}`: {error}") from error


def versions(plan: BenchPlan, watch: Watch) -> dict[str, str]:
    """The versions of the declared tools, by name. Raises BenchError for a command that fails or prints nothing."""
    found = {}
    for name, command in plan.versions:
        timed = watch.run(command)
        _done(f"version of {name}", command, timed)
        line = next((line.strip() for line in (timed.output + timed.errors).splitlines() if line.strip()), "")
        if not line:
            raise BenchError(f"`{shlex.join(command)}` prints no version")
        number = _VERSION.search(line)
        found[name] = number[0] if number else line[:80]
    return found


def results(
    plan: BenchPlan,
    values: Mapping[str, Sequence[float]],
    host: Machine,
    tools: Mapping[str, str],
    today: str,
    commit: str = "",
) -> str:
    """The text of a file of results: `facts` first, then each benchmark with its samples."""
    counts = sorted({len(values[one.name]) for one in plan.benchmarks})
    facts: dict[str, Any] = {
        "by": BY,
        "date": today,
        "n": counts[0] if len(counts) == 1 else f"{counts[0]} to {counts[-1]}",
        "spread": SPREAD if counts[-1] > 1 else "",
        "order": "in turn" if len(plan.benchmarks) > 1 else "one after the other",
        "machine": {"cpu": host.cpu, "cores": host.cores, "memory": host.memory, "os": host.os},
        "versions": dict(tools),
    }
    if commit:
        facts["commit"] = commit
    parts = {one.name: _kept(one, values[one.name]) for one in plan.benchmarks}
    return json.dumps({"facts": facts, **parts}, ensure_ascii=False, indent=2) + "\n"


def _kept(one: Benchmark, values: Sequence[float]) -> dict[str, Any]:
    row = row_of(one, values)
    low, high = _quartiles(values)
    label = {"label": one.label} if one.label else {}
    return {
        **label, "command": shlex.join(one.command), "unit": one.unit, "n": row.n, "median": row.median, "mad": row.mad,
        "min": row.min, "max": row.max, "q1": low, "q3": high, "samples": list(values),
    }  # fmt: skip


def row_of(one: Benchmark, values: Sequence[float]) -> BenchRow:
    """What the values of one benchmark come to."""
    middle = median(values)
    mad = _rounded(median(abs(value - middle) for value in values)) if len(values) > 1 else None
    return BenchRow(
        one.name, one.label or one.name, one.unit, len(values), _rounded(middle), mad, min(values), max(values)
    )


def _quartiles(values: Sequence[float]) -> tuple[float | None, float | None]:
    """**Source:** R. Hyndman and Y. Fan, Sample quantiles in statistical packages (1996), definition 7."""
    if len(values) < 2:
        return None, None
    low, _, high = quantiles(values, n=4, method="inclusive")
    return _rounded(low), _rounded(high)


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def _done(name: str, command: Sequence[str], timed: Timed) -> None:
    """Raises BenchError when a command did not do its work."""
    said = timed.problem or (f"ended with status {timed.status}" if timed.status else "")
    if said:
        last = [line.rstrip() for line in (timed.errors or timed.output).splitlines() if line.strip()][-8:]
        told = "".join(f"\n    {line[:200]}" for line in last)
        raise BenchError(f"`{name}` ({shlex.join(command)[:120]}) {said}{told}")


def _matched(pattern: str, output: str) -> float:
    found = re.search(pattern, output, re.MULTILINE)
    if found is None:
        raise ValueError(f"nothing printed fits the pattern {pattern}")
    written = next((group for group in found.groups() if group is not None), found[0])
    number = _NUMBER.search(written)
    if number is None:
        raise ValueError(f"`{written[:40]}` is no number")
    return _finite(float(number[0].replace(",", "")))


def _finite(value: float) -> float:
    if value in (float("inf"), float("-inf")):
        raise ValueError("the number is too large")
    return value


def _json(output: str) -> Any:
    """What is printed as JSON: all of it, else its last line that is."""
    for text in (output, *reversed(output.splitlines())):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            continue
    raise ValueError("nothing printed is JSON")
