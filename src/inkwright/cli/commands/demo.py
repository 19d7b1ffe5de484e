"""Walk through one engineer's week in a demo blog, from an idea to a built site.

Group: start
"""

import sys
import textwrap
from collections.abc import Sequence

import click

from inkwright.flows.demo import lay_out, site_index, steps, taken, walk
from inkwright.model.demo import DemoResult
from inkwright.workspace.folder import Workspace

WIDTH, LONGEST = 88, 150
"""Characters of a line of the story, and of a line of output that is shown whole."""


@click.command(epilog="Example: inkwright demo my-demo")
@click.argument("folder", default="demo-blog", metavar="[DIR]")
@click.option("--fast", "--yes", "fast", is_flag=True, help="Do not stop between the steps.")
def command(folder: str, fast: bool) -> None:
    """Copy a demo blog to DIR (default: demo-blog) and walk through one engineer's week in it.

    Each step really runs the command it shows and prints what that command printed, shortened. On a terminal it waits
    for Enter between steps; run it again to go on where you stopped. Nothing outside DIR is touched and no network is
    used.
    """
    workspace = lay_out(folder)
    begun, total = taken(workspace), len(steps())
    if begun >= total:
        click.echo(f"This week is over: all {total} steps were taken in {folder}.")
        click.echo("To walk again, remove that folder or name another: inkwright demo another-demo\n")
    elif begun:
        click.echo(f"Going on after step {begun} of {total} in {folder}.\n")
    else:
        click.echo(f"A blog is in {folder}: six posts in different stages, 36 notes, a log, an inbox.")
        click.echo("It belongs to Marit, who runs language models and is on call this week.\n")
    ask = not fast and sys.stdin.isatty() and sys.stdout.isatty()
    for result in walk(workspace):
        _show(result)
        if ask and result.number < result.total:
            click.prompt("[Enter] goes on, Ctrl-C stops here", default="", show_default=False, prompt_suffix=" ")
    _end(workspace, folder)


def _show(result: DemoResult) -> None:
    step = result.step
    click.secho(f"{step.day}  ({result.number}/{result.total})", bold=True)
    click.echo(_wrapped(step.says))
    if step.copy:
        click.echo(f"\n  [her own writing, prepared for this demo, goes to {step.to}]")
    if step.run:
        click.secho(f"\n  $ inkwright {_as_typed(step.run)}", fg="cyan")
        lines = result.output.rstrip().splitlines()
        for line in lines[: step.lines]:
            click.echo(f"  {line}".rstrip() if len(line) <= LONGEST else f"  {line[:LONGEST].rstrip()} ...")
        if len(lines) > step.lines:
            click.echo(f"  ... {len(lines) - step.lines} more lines")
        if result.code:
            click.echo(f"  (exit code {result.code})")
    if step.look or step.next:
        click.echo()
    if step.look:
        click.echo(f"  Look at: {step.look}")
    if step.next:
        click.echo(_wrapped(f"Try: {step.next}", "  "))
    click.echo()


def _as_typed(words: Sequence[str]) -> str:
    """A command as one would type it in a shell; the shipped words hold nothing that double quotes would not keep."""
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def _end(workspace: Workspace, folder: str) -> None:
    index = site_index(workspace)
    if not index:
        click.echo(f"No site was built. See what is wrong: cd {folder} && inkwright build")
        raise click.exceptions.Exit(1)
    click.echo("From five lines in a week to a proved, published page. What you can do now:")
    click.echo(f"  cd {folder}")
    click.echo("  inkwright check posts/migration-story   a draft that gives the editor something to do")
    click.echo("  inkwright serve                         read the site, change a post, watch the page follow")
    click.echo("  inkwright init ../my-blog               begin your own")
    click.echo(f"\nThe site is built. Open this file in a browser:\n  {index}")
