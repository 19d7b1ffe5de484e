"""Run a post's Python snippets in order and compare what they print with what the post shows.

Group: evidence
"""

from collections.abc import Iterable
from dataclasses import dataclass

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option
from inkwright.flows.run import run
from inkwright.model.errors import UsageError
from inkwright.model.run import PostRun, SnippetReport
from inkwright.workspace.folder import workspace_of

MARKS = {"verified": "ok      ", "failed": "FAILED  ", "skipped": "not run ", "unsupported": "not run "}


@dataclass(frozen=True)
class OUTPUT:
    """What `run --format json` prints."""

    version: int
    posts: tuple[PostRun, ...]


@click.command(epilog="Example: inkwright run kv-cache-eviction --update")
@click.argument("posts", nargs=-1, metavar="[POST]...")
@click.option("--update", is_flag=True, help="Write what was printed into output fences that disagree.")
@format_option
def command(posts: tuple[str, ...], update: bool, format_: str) -> None:
    """Run the Python snippets of each POST (default: all posts) from a fresh interpreter, in order.

    The next fence after a snippet whose info string holds the word `output` is compared with what was printed;
    `tolerance=1e-3`, `ellipsis` and `regex` loosen the comparison. `norun="why"` on a snippet keeps it from running,
    `raises=Name` expects an exception. Snippets run beside their post, so they find its files; the clock and the
    network are open to them. Exits with 1 when a snippet fails or prints something else.
    """
    done: list[PostRun] = []
    workspace = workspace_of(posts)
    for result in run(workspace, posts, today(workspace.settings.timezone), update):
        done.append(result)
        if format_ == "text":
            _show(result, named=bool(posts))
    if format_ == "json":
        emit_rows("posts", done)
    else:
        click.echo(_total(done) if done else "No posts here, so nothing to run.")
    if done and all(result.error for result in done):
        raise UsageError("no post could be read", hint="See the lines above.")
    raise click.exceptions.Exit(int(any(result.failed or result.error for result in done)))


def _show(result: PostRun, named: bool) -> None:
    if result.error:
        click.echo(f"inkwright: {result.error}", err=True)
        return
    if not result.snippets:
        if named:
            click.echo(f"{result.path}: no snippets")
        return
    click.echo(result.path)
    for snippet in result.snippets:
        click.echo(f"  {MARKS[snippet.state]} {_line(snippet)}")
    if result.diff:
        click.echo(result.diff, nl=False)


def _line(snippet: SnippetReport) -> str:
    if snippet.state == "failed":
        at = f" (line {snippet.failed_line})" if snippet.failed_line else ""
        return f"line {snippet.line}: {snippet.reason}{at}"
    if snippet.state == "verified":
        return f"line {snippet.line}: {'output agrees' if snippet.shows_output else 'runs'}"
    return f"line {snippet.line}: {snippet.reason}"


def _total(done: Iterable[PostRun]) -> str:
    states = [snippet.state for result in done for snippet in result.snippets]
    updated = sum(result.updated for result in done)
    if not states:
        return "No snippets to run."
    parts = [f"{states.count('verified')} of {len(states)} snippets verified"]
    if "failed" in states:
        parts.append(f"{states.count('failed')} failed")
    left_out = states.count("skipped") + states.count("unsupported")
    if left_out:
        parts.append(f"{left_out} not run")
    if updated:
        parts.append(f"{updated} output{'s' if updated > 1 else ''} rewritten")
    return ", ".join(parts) + "."
