"""What `check` does besides the report: read a text from standard input, ask the web, fix, keep and ignore."""

import sys

import click

from inkwright.cli.clock import today
from inkwright.cli.output import say
from inkwright.cli.progress import Progress
from inkwright.flows.check_baseline import BASELINE, remember
from inkwright.flows.check_fix import mend, write
from inkwright.flows.check_ignore import ignore
from inkwright.flows.check_paths import timezone_of
from inkwright.flows.check_stdin import check_stdin, mend_stdin
from inkwright.flows.checker import Answers
from inkwright.flows.later import later
from inkwright.model.finding import Checked
from inkwright.model.net import LinkAnswer


def remark(sentence: str) -> None:
    """Tell the reader something on standard error, beside the report."""
    say(f"inkwright: {sentence}", "  ", err=True)


def check_input(name: str, fix: bool, unsafe: bool, force: bool) -> list[Checked]:
    """The text on standard input, checked; with `fix` mended first and printed."""
    data, day = sys.stdin.buffer.read(), today(timezone_of((name,) if name else ()))
    if fix:
        mended = mend_stdin(data, name, day, unsafe, force)
        data = mended.after.encode("utf-8", "surrogatepass")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return [check_stdin(data, name, day, force)[0]]


def ask_web(paths: tuple[str, ...], day: str) -> dict[str, LinkAnswer]:
    """What the web says of the external links, with progress. Raises as `check` does."""
    with Progress("links") as progress:
        answers: dict[str, LinkAnswer] = later("check_online").ask_links(paths, day, progress=progress)
        return answers


def keep_baseline(paths: tuple[str, ...], day: str, answers: Answers) -> str:
    """Keep today's findings as the baseline; the sentence that says so."""
    findings, files = remember(paths, day, answers)
    kept = f"{findings} finding{'s' * (findings != 1)} of {files} file{'s' * (files != 1)}"
    return f"{BASELINE} keeps {kept}; `inkwright check --new` shows what comes after."


def keep_ignored(
    paths: tuple[str, ...], wanted: tuple[str, ...], day: str, answers: Answers, always: tuple[str, ...]
) -> str:
    """Leave findings alone, the `always` ones by their words; what was ignored and where that is kept."""
    found, where = ignore(paths, wanted, day, answers, bool(always))
    lines = [f"ignored: {finding.message} [{finding.rule}]" for finding in found]
    line = "a line" if always else "a line of its `ignores`"
    return "\n".join([*lines, f"Kept in {' and '.join(where)}; take {line} out to see the finding again."])


def fix_files(paths: tuple[str, ...], day: str, unsafe: bool, force: bool, answers: Answers) -> None:
    """Mend the files; what fixes change is told on stderr, so that a report on stdout stays whole."""
    found = mend(paths, day, unsafe, force, answers)
    for diff in (one.diff for one in found if one.diff and (unsafe or one.figures)):
        say(diff.rstrip("\n"), "  ", err=True)
    if unsafe and found and sys.stdin.isatty() and sys.stderr.isatty():
        click.confirm("Apply these changes?", abort=True, err=True)
    for one in found:
        write(one)
    fixed = sum(one.fixed for one in found)
    if fixed:
        files = f"{len(found)} file{'s' * (len(found) != 1)}"
        click.echo(f"fixed {fixed} finding{'s' * (fixed != 1)} in {files}", err=True)
