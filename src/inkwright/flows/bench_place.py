"""Where a post's benchmarks are declared and kept."""

import json
import posixpath
from pathlib import PurePosixPath

from msgspec.structs import replace

from inkwright.evidence.bench import BY
from inkwright.evidence.bench_plan import read_plan
from inkwright.model.bench import BenchPlan
from inkwright.model.errors import ConflictError, UsageError
from inkwright.workspace.folder import Workspace


def bench_file(path: str, suffix: str = ".toml") -> str:
    """Where the benchmarks of a post are declared, or with `.json` kept: `bench.toml` in a folder of its own, else
    `name.bench.toml` beside it."""
    stem = PurePosixPath(path).stem
    return posixpath.join(posixpath.dirname(path), f"bench{suffix}" if stem == "index" else f"{stem}.bench{suffix}")


def bench_plan(workspace: Workspace, path: str, runs: int) -> BenchPlan:
    """What the post at a path declares; `runs`, unless 0, goes before its own. Raises UsageError when it declares
    nothing, UnreadableError for a mistake in its file."""
    place = bench_file(path)
    if not workspace.exists(place):
        raise UsageError("it declares no benchmarks", path=path, hint=f"Write them into {place}.")
    plan = read_plan(workspace.read(place).text, place)
    counted = [replace(one, runs=runs) for one in plan.benchmarks] if runs else plan.benchmarks
    return replace(plan, benchmarks=tuple(counted))


def known_results(workspace: Workspace, place: str) -> str:
    """The hash of the results there are, "" for none. Raises ConflictError for a file that is something else."""
    if not workspace.exists(place):
        return ""
    text = workspace.read(place).text
    try:
        own = json.loads(text)["facts"]["by"] == BY
    except (ValueError, KeyError, TypeError, RecursionError):
        own = False
    if not own:
        raise ConflictError("it was not written by `bench run`", path=place, hint="Move it, or give it another name.")
    return workspace.hash_of(text)
