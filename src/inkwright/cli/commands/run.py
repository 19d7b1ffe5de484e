"""Run a post's snippets in order and compare what they show with what the post says they show.

Group: evidence
"""

from collections.abc import Sequence
from typing import Any

import click
from msgspec import Struct

from inkwright.cli.asking import ask_foreign
from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, entries, format_option, say
from inkwright.flows.run import run
from inkwright.flows.run_excerpts import compare_excerpts
from inkwright.model.counted import counted
from inkwright.model.errors import UsageError
from inkwright.model.excerpt import ExcerptReport
from inkwright.model.run import PostRun, RunOptions, Share, SnippetReport, total
from inkwright.workspace.folder import workspace_of

MARKS = {"verified": "ok      ", "failed": "FAILED  ", "skipped": "not run ", "unsupported": "not run "}

_BESIDE = " " * 9
"""Brings what hangs below the text of a snippet, not below its mark."""


class OUTPUT(Struct, frozen=True):
    """What `run --format json` prints; `shares` (one for each post, in the same order) and `total` with --report,
    `excerpts` where posts hold any."""

    version: int
    posts: tuple[PostRun, ...]
    shares: tuple[Share, ...] = ()
    total: Share | None = None
    excerpts: tuple[ExcerptReport, ...] = ()


@click.command(epilog="Example: inkwright run kv-cache-eviction --update")
@click.argument("posts", nargs=-1, metavar="[POST]...")
@click.option(
    "--update", is_flag=True, help="Write what came into outputs, transcripts, figures and files that differ."
)
@click.option(
    "--again", "--force", is_flag=True, help="Run posts again of which nothing has changed since they passed."
)
@click.option("--isolated", is_flag=True, help="Use a fresh environment with only the packages that the post declares.")
@click.option(
    "--online",
    is_flag=True,
    help="Let --isolated download packages, snippets use the network, excerpts be fetched.",
)
@click.option("--report", is_flag=True, help="End with the share of verified code, by post and in total.")
@click.option("--trust", is_flag=True, help="Run code that somebody else committed, and remember that you agreed.")
@format_option
def command(
    posts: tuple[str, ...], update: bool, again: bool, isolated: bool, online: bool, report: bool, trust: bool,
    format_: str,
) -> None:  # fmt: skip
    """Run the snippets of each POST (default: all posts) from a fresh start, in order.

    Python runs by default, other languages when `[run] languages` lists them. The next fence after a snippet whose
    info string holds the word `output` is compared with what was printed; `tolerance=1e-3`, `ellipsis` and `regex`
    loosen the comparison. Transcripts (`>>> `, `In [1]: `, `$ `) are compared line by line. `norun="why"` keeps a
    snippet from running, `raises=Name` expects an exception, `file=x.py` saves it, `figure=x.svg` and `writes=x.csv`
    name what it makes. An excerpt (`source=owner/repo@commit:path#L10-L24`) is compared with its repository instead.

    Snippets run in a copy of their post's folder, with limits on time, memory, output and processes. With bubblewrap
    they have no network unless --online says so; without it the network is open to them. The clock always is.
    A post of which nothing has changed since it passed is not run again. Exits with 1 when a snippet fails or shows
    something else.
    """
    done: list[PostRun] = []
    workspace = workspace_of(posts)
    options = RunOptions(update, isolated, online, again)
    day = today(workspace.settings.timezone)
    for result in run(workspace, posts, day, options, lambda code: trust or ask_foreign(code)):
        done.append(result)
        if format_ == "text":
            _show(result, named=bool(posts))
    excerpts = list(compare_excerpts(workspace, posts, online))
    if format_ == "json":
        extra: dict[str, Any] = {"excerpts": excerpts} if excerpts else {}
        extra |= {"shares": [result.share for result in done], "total": total(tuple(done))} if report else {}
        emit_rows("posts", done, **extra)
    else:
        if not done or not all(result.error for result in done):
            say(_total(done) if done else "No posts here, so nothing to run.")
        _show_excerpts(excerpts)
        if report:
            click.echo(_report(done))
    if done and all(result.error for result in done):
        raise UsageError("no post could be run", hint="See the lines above.")
    wrong = any(result.failed or result.error for result in done) or any(one.failed for one in excerpts)
    raise click.exceptions.Exit(int(wrong))


def _show(result: PostRun, named: bool) -> None:
    if result.error:
        say(f"inkwright: {result.error}", "  ", err=True)
        return
    if not result.snippets:
        if named:
            say(f"{result.path}: no snippets")
        return
    say(f"{result.path}{' (unchanged since it passed)' if result.cached else ''}", "  ")
    for snippet in result.snippets:
        say(f"  {MARKS[snippet.state]} {_line(snippet)}", _BESIDE)
        if snippet.wrote:
            names = ", ".join(snippet.wrote[:3]) + (" and others" if len(snippet.wrote) > 3 else "")
            say(f"{_BESIDE}  wrote {names}, which is not kept unless the fence says writes=")
    for line in result.loose:
        say(f"  no code  line {line}: nothing is compared with this output: it stands right behind no snippet", _BESIDE)
    for name in result.made:
        say(f"  wrote    {name}", _BESIDE)
    if result.diff:
        say(result.diff.rstrip("\n"), "  ")


def _show_excerpts(excerpts: Sequence[ExcerptReport]) -> None:
    """Excerpts that differ with what differs, then how many of all agree; nothing without excerpts."""
    for one in excerpts:
        if one.failed:
            named = f"excerpt of {one.source}" if one.source else "excerpt"
            place = f"{one.path}:{one.line}:"
            say(f"{place} {named}: {one.reason or 'differs'}", "    ", whole=place)
            for difference in one.differences:
                say(f"  {difference}", "  ")
    unknown = [one for one in excerpts if one.state == "unknown"]
    for reason in dict.fromkeys(one.reason for one in unknown):
        many = sum(one.reason == reason for one in unknown)
        say(f"{many} of {counted(len(excerpts), 'excerpt')} not compared: {reason}.", "  ")
    same = sum(one.state == "same" for one in excerpts)
    if same:
        agree = "agrees with its repository" if len(excerpts) == 1 else "agree with their repository"
        say(f"{same} of {counted(len(excerpts), 'excerpt')} {agree}.", "  ")


def _line(snippet: SnippetReport) -> str:
    if snippet.state == "failed":
        at = f" (line {snippet.failed_line})" if snippet.failed_line else ""
        return f"line {snippet.line}: {snippet.cause}: {snippet.reason}{at}"
    if snippet.state == "verified":
        return f"line {snippet.line}: {'output agrees' if snippet.shows_output else 'runs'}"
    return f"line {snippet.line}: {snippet.reason}"


def _total(done: Sequence[PostRun]) -> str:
    states = [snippet.state for result in done for snippet in result.snippets]
    updated = sum(result.updated for result in done)
    if not states:
        return "No snippets to run."
    parts = [f"{states.count('verified')} of {counted(len(states), 'snippet')} verified"]
    if "failed" in states:
        parts.append(f"{states.count('failed')} failed")
    left_out = states.count("skipped") + states.count("unsupported")
    if left_out:
        parts.append(f"{left_out} not run")
    if updated:
        parts.append(f"{updated} output{'s' if updated > 1 else ''} rewritten")
    return ", ".join(parts) + "."


def _report(done: Sequence[PostRun]) -> str:
    """The share of verified code as a table, the total last."""
    rows = [(result.path, result.share) for result in done if result.snippets]
    rows.append(("total", total(tuple(done))))
    cells = [
        (name, f"{share.verified} of {share.runnable}", f"{share.percent} %", str(share.with_reason), str(share.other))
        for name, share in rows
    ]
    return entries(cells, ("post", "verified", "share", "with a reason", "other languages"))
