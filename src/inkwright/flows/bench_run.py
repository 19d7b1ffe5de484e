"""Posts -> their declared benchmarks measured, each post's results written beside it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from inkwright.evidence.bench import BenchError, measure, results, row_of, versions
from inkwright.flows.bench_place import bench_file, bench_plan, known_results
from inkwright.flows.bench_trust import agree_bench
from inkwright.flows.find_post import find_post
from inkwright.flows.run_trust import Consent
from inkwright.flows.survey import survey
from inkwright.model.bench import BenchPlan, BenchRun
from inkwright.model.errors import InkwrightError
from inkwright.process.git import commit_of
from inkwright.process.interpreter import interpreter, version_of
from inkwright.process.launch import Limits
from inkwright.process.machine import machine
from inkwright.process.stopwatch import Stopwatch
from inkwright.render.data_facts import line, stated
from inkwright.text.data_table import read_table
from inkwright.workspace.folder import Workspace

Progress = Callable[[int, int], None]


def bench_run(
    workspace: Workspace, names: Sequence[str], today: str, runs: int = 0, online: bool = False,
    consent: Consent = lambda _: False, progress: Progress = lambda done, total: None,
) -> Iterator[BenchRun]:  # fmt: skip
    """Measure the benchmarks of the posts named, or of all posts that declare some, and keep the results with `today`
    (ISO). `runs` goes before what the files say, 0 leaves it to them.

    A post is given as soon as it is done; one that fails is given with the reason, and its earlier results stay. No
    posts give nothing. Raises UsageError for a name that fits no post.
    """
    found = survey(workspace)
    files = [find_post(found, name) for name in names]
    if not names:
        files = [file for file in found.posts if workspace.exists(bench_file(file.path))]
    for path in (file.path for file in files):
        try:
            plan = bench_plan(workspace, path, runs)
            kept = known_results(workspace, bench_file(path, ".json"))
            agree_bench(workspace, bench_file(path), plan, consent)
            yield _measured(workspace, path, plan, kept, today, online, progress)
        except BenchError as error:
            yield BenchRun(path, problem=f"{bench_file(path)}: {error}")
        except InkwrightError as error:
            yield BenchRun(path, error=str(error))


def _measured(
    workspace: Workspace, path: str, plan: BenchPlan, kept: str, today: str, online: bool, progress: Progress
) -> BenchRun:
    settings, folder, place = workspace.settings.run, workspace.path(path).parent, bench_file(path, ".json")
    limits = Limits(settings.timeout, settings.memory, settings.environment, {}, "", online, workspace.root)
    with Stopwatch(folder, limits) as watch:
        tools = {"python": version_of(interpreter()), **versions(plan, watch)}
        values = measure(plan, watch, progress)
    text = results(plan, values, machine(), tools, today, commit_of(folder, PurePosixPath(place).name))
    workspace.write(place, text, expected=kept)
    rows = tuple(row_of(one, values[one.name]) for one in plan.benchmarks)
    return BenchRun(path, place, rows, line(stated(read_table(place, text), {})))
