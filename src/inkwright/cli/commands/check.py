"""Say what a good editor would mark, with line, reason and a hint.

Group: check
"""

import gc
import os
import sys

import click
from msgspec.structs import replace

from inkwright.cli import output
from inkwright.cli.checking import ask_web, check_input, fix_files, keep_baseline, keep_ignored, remark
from inkwright.cli.clock import today
from inkwright.cli.watching import watch_files
from inkwright.flows.check import check
from inkwright.flows.check_baseline import BASELINE, only_new
from inkwright.flows.check_grammar import ask_grammar
from inkwright.flows.check_paths import timezone_of
from inkwright.flows.check_phase import phase
from inkwright.flows.check_report import FORMATS, CheckOut, Style, render
from inkwright.flows.check_stdin import STDIN
from inkwright.flows.checker import Answers
from inkwright.model.finding import SEVERITIES, Checked

OUTPUT = CheckOut
SCREEN = 40
"""Findings on the first screen of a terminal; `--all` shows the rest."""
BEST = 5
"""Cuts that a writer who forms the habit is shown besides what blocks."""


@click.command(
    epilog="Examples: inkwright check posts/kv-cache/index.md · inkwright check posts --fix · "
    "inkwright check posts --online --grammar · inkwright check . --format sarif > findings.sarif"
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
@click.option("--baseline", is_flag=True, help=f"Keep today's findings in {BASELINE} and show none.")
@click.option("--new", "new", is_flag=True, help="Show only findings that the baseline does not have.")
@click.option(
    "--ignore", "ignored", multiple=True, metavar="LINE[:RULE]", help="Leave a finding of one post alone for good."
)
@click.option(
    "--ignore-always", "always", multiple=True, metavar="LINE[:RULE]",
    help="Never report the marked words again in this workspace; misspellings go to its dictionary.",
)  # fmt: skip
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option(
    "--stdin-path", "name", default="", metavar="NAME", help="With PATH -: the file that the text belongs to."
)
@click.option(
    "--online", is_flag=True, help="Also ask the web whether external links still lead somewhere (uses the network)."
)
@click.option(
    "--grammar/--no-grammar", default=None,
    help="Also ask Harper, a grammar checker on this machine (the extra inkwright[grammar]).",
)  # fmt: skip
@click.option("--no-adapt", is_flag=True, help="Show all whatever the writer's phase and habits, as CI should.")
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
    baseline: bool,
    new: bool,
    ignored: tuple[str, ...],
    always: tuple[str, ...],
    watch: bool,
    name: str,
    online: bool,
    grammar: bool | None,
    no_adapt: bool,
    fail_on: str,
) -> None:
    """Check files or folders; without PATHS all posts of the workspace; - reads a text from standard input.

    Without --fix nothing is changed; - with --fix prints the mended text and reports on standard error. Exit code 0:
    nothing that blocks; 1: findings of severity error; 2: nothing could be read. A post whose plan is not written yet
    gets one line and what blocks, and never fails.
    """
    if unsafe and not fix:
        raise click.UsageError("--unsafe goes with --fix.")
    if bool(baseline) + bool(new) + bool(ignored) + bool(always) + fix > 1:
        raise click.UsageError("--baseline, --new, --ignore, --ignore-always and --fix go one at a time.")
    checklist = True if with_checklist else None
    if STDIN in paths or name:
        if len(paths) != 1 or STDIN not in paths or baseline or new or ignored or always or watch or online or grammar:
            raise click.UsageError("- stands alone, with --stdin-path, --fix and the options of the report.")
        checked, style = check_input(name, fix, unsafe, force), _style(all_, 0, no_adapt)
        click.echo(render(checked, format_, style), nl=False, err=fix)
        raise click.exceptions.Exit(int(_blocks(checked, fail_on)))
    day = today(timezone_of(paths))
    if watch:
        if fix or baseline or ignored or always or online or grammar or format_ not in ("text", "json"):
            raise click.UsageError("--watch goes with --format text or json, --new, --force, --checklist and --all.")
        watch_files(paths, format_, _style(all_, 0, no_adapt), new, force, checklist)
    answers = Answers(ask_web(paths, day) if online else {}, ask_grammar(paths, grammar, remark))
    if baseline or ignored or always:
        wanted = ignored or always
        keep = keep_baseline(paths, day, answers) if baseline else keep_ignored(paths, wanted, day, answers, always)
        output.say(keep, "  ")
        return
    if fix:
        fix_files(paths, day, unsafe, force, answers)
        answers = replace(answers, slips=ask_grammar(paths, grammar, remark))
    gc.disable()  # what is parsed lives until it is printed and holds no cycles: to walk it again finds nothing
    checked = check(paths, day, force, checklist, answers, remark)
    gc.freeze()  # or the next object made would have all of them walked
    gc.enable()
    checked = only_new(checked, paths) if new else checked
    adapts = format_ == "text" and not all_ and not no_adapt and _mild(checked) > BEST
    best = BEST if adapts and phase(paths, day) == "habit" else 0
    click.echo(render(checked, format_, _style(all_, best, no_adapt)), nl=False)
    raise click.exceptions.Exit(int(_blocks(checked, fail_on)))


def _blocks(checked: list[Checked], fail_on: str) -> bool:
    grave = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type]
    return any(finding.severity in grave for one in checked if not one.drafting for finding in one.findings)


def _mild(checked: list[Checked]) -> int:
    """Findings that do not block."""
    return sum(finding.severity != "error" for one in checked for finding in one.findings)


def _style(all_: bool, best: int, no_adapt: bool) -> Style:
    terminal = sys.stdout.isatty()
    return Style(
        colour=terminal and not os.environ.get("NO_COLOR"),
        limit=SCREEN if terminal and not all_ else 0,
        best=best,
        adapt=not (all_ or no_adapt),
        width=output.room() or 0,
    )
