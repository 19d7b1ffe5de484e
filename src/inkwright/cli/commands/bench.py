"""Measure the benchmarks that posts declare, and keep the results with how they came about.

Group: evidence
"""

import click
from msgspec import Struct

from inkwright.cli.asking import ask_foreign
from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, table
from inkwright.cli.progress import Progress
from inkwright.flows.bench_run import bench_run
from inkwright.model.bench import BenchRow, BenchRun
from inkwright.model.errors import UsageError
from inkwright.model.visible import visible
from inkwright.workspace.folder import workspace_of


class OUTPUT(Struct, frozen=True):
    """What `bench run --format json` prints; every sample is in the files that `results` names."""

    version: int
    posts: tuple[BenchRun, ...]


@click.command(epilog="Example: inkwright bench run kv-cache --n 30")
@click.argument("verb", type=click.Choice(["run"]))
@click.argument("posts", nargs=-1, metavar="[POST]...")
@click.option("--n", "runs", type=click.IntRange(1, 10_000), default=None, help="Runs of each benchmark.")
@click.option("--online", is_flag=True, help="Let the commands reach the network.")
@click.option("--trust", is_flag=True, help="Run what somebody else committed, and remember that you agreed.")
@format_option
def command(verb: str, posts: tuple[str, ...], runs: int | None, online: bool, trust: bool, format_: str) -> None:
    """Run measures the benchmarks of each POST (default: all posts that declare some).

    They stand in `bench.toml` beside a post in its own folder, in `name.bench.toml` beside `name.md`: `[bench.NAME]`
    with a `command`. All take turns, one run each per round, so that a machine that grows hot or busy slows all alike;
    warm-up runs come first and do not count. Results go into `bench.json`: every sample, median, median absolute
    deviation, quartiles, machine, versions, date. `<!--=bench.json#NAME.median .1f ms-->` after a figure binds it to
    them; a fence ```table from=bench.json or ```chart from=bench.json shows them.

    Commands run in a copy of the post's folder, within the limits of `run`. Uses the clock. When a command fails or you
    interrupt, the earlier results stay. Exits with 1 when a command fails.
    """
    workspace = workspace_of(posts)
    done: list[BenchRun] = []
    with Progress("runs") as progress:
        for result in bench_run(
            workspace, posts, today(workspace.settings.timezone), runs or 0, online,
            lambda code: trust or ask_foreign(code), progress,
        ):  # fmt: skip
            done.append(result)
            if format_ == "text":
                _show(result)
    if format_ == "json":
        emit_rows("posts", done)
    elif not done:
        click.echo("No post here declares benchmarks: write a bench.toml beside one (`inkwright bench --help`).")
    if done and all(result.error for result in done):
        raise UsageError("no post could be measured", hint="See above.")
    raise click.exceptions.Exit(int(any(result.problem or result.error for result in done)))


def _show(result: BenchRun) -> None:
    if result.problem or result.error:
        click.echo(f"inkwright: {visible(result.problem or result.error)}", err=True)
        return
    click.echo(f"{result.path}: written to {result.results}")
    cells = [(row.label, _of(row, row.median), _spread(row), _of(row, row.min), str(row.n)) for row in result.rows]
    for line in table(cells, ("benchmark", "median", "spread", "fastest", "n")).splitlines():
        click.echo(f"  {line}")
    click.echo(f"  {visible(result.facts)}")


def _of(row: BenchRow, value: float) -> str:
    return f"{value:.4g} {row.unit}".rstrip() if abs(value) < 10_000 else f"{value:,.0f} {row.unit}".rstrip()


def _spread(row: BenchRow) -> str:
    if row.mad is None:
        return "one run"
    share = f" ({100 * row.mad / abs(row.median):.1f} %)" if row.median else ""
    return f"± {_of(row, row.mad)}{share}"
