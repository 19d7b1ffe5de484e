"""Say what a good editor would mark, with line, reason and a hint.

Group: check
"""

import os
import sys
from pathlib import Path

import click

from inkwright.cli.clock import today
from inkwright.flows.check import check
from inkwright.flows.check_fix import mend, write
from inkwright.flows.check_report import FORMATS, CheckOut, Style, render
from inkwright.model.finding import SEVERITIES, Checked

OUTPUT = CheckOut
SCREEN = 40
"""Findings on the first screen of a terminal; `--all` shows the rest."""


@click.command(
    epilog="Examples: inkwright check posts/kv-cache/index.md · inkwright check posts --fix · "
    "inkwright check . --format sarif > findings.sarif"
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fix", is_flag=True, help="Apply the safe fixes to the files, then check.")
@click.option(
    "--unsafe", is_flag=True, help="With --fix: also those that change your words; the change is shown first."
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print."
)
@click.option("--force", is_flag=True, help="Show all findings of posts that are still being drafted.")
@click.option("--checklist", "with_checklist", is_flag=True, help="Add the 18-item checklist of every file.")
@click.option("--all", "all_", is_flag=True, help="Show all findings, however many.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="End with exit code 1 from this severity up.",
)
def command(
    paths: tuple[str, ...],
    fix: bool,
    unsafe: bool,
    format_: str,
    force: bool,
    with_checklist: bool,
    all_: bool,
    fail_on: str,
) -> None:
    """Check files or folders; without PATHS all posts of the workspace. Without --fix nothing is changed.

    Exit code 0: nothing that blocks; 1: findings of severity error; 2: nothing could be read. A post whose plan is
    not written yet gets one line and what blocks, and never fails.
    """
    if unsafe and not fix:
        raise click.UsageError("--unsafe goes with --fix.")
    if fix:
        _fix(paths, unsafe, force)
    checked = check(paths, today(), force, True if with_checklist else None)
    click.echo(render(checked, format_, _style(paths, all_)), nl=False)
    raise click.exceptions.Exit(int(_blocks(checked, fail_on)))


def _blocks(checked: list[Checked], fail_on: str) -> bool:
    grave = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type]
    return any(finding.severity in grave for one in checked if not one.drafting for finding in one.findings)


def _style(paths: tuple[str, ...], all_: bool) -> Style:
    terminal = sys.stdout.isatty()
    single = len(paths) == 1 and not Path(paths[0]).is_dir()
    return Style(
        colour=terminal and not os.environ.get("NO_COLOR"),
        limit=SCREEN if terminal and not all_ else 0,
        by_value=single,
    )


def _fix(paths: tuple[str, ...], unsafe: bool, force: bool) -> None:
    """Mend the files; what fixes change is told on stderr, so that a report on stdout stays whole."""
    found = mend(paths, today(), unsafe, force)
    if unsafe and found:
        click.echo("".join(one.diff for one in found), nl=False, err=True)
        if sys.stdin.isatty() and sys.stderr.isatty():
            click.confirm("Apply these changes?", abort=True, err=True)
    for one in found:
        write(one)
    fixed = sum(one.fixed for one in found)
    if fixed:
        files = f"{len(found)} file{'s' * (len(found) != 1)}"
        click.echo(f"fixed {fixed} finding{'s' * (fixed != 1)} in {files}", err=True)
