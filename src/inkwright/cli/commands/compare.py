"""Judge texts of several models on one prompt without knowing which is whose, and keep the score.

Group: measure
"""

import secrets
import textwrap
from pathlib import Path

import click
from msgspec import Struct

from inkwright.cli.asking import someone_is_there
from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option, table
from inkwright.flows.compare import blind, judge, results
from inkwright.measure.compare import ENOUGH, places
from inkwright.model.comparison import Standing
from inkwright.model.errors import UsageError
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, open_workspace, require_workspace

WIDTH = 80
"""Columns of a shown text."""


class OUTPUT(Struct, frozen=True):
    """What `compare --results --format json` prints."""

    version: int
    comparisons: int
    standings: tuple[Standing, ...]


@click.command(
    epilog='Examples: inkwright compare gpt.md claude.md --prompt "Explain paged attention to a manager" · '
    "inkwright compare --results"
)
@click.argument("texts", nargs=-1, type=click.Path(exists=True, dir_okay=False))
@click.option("--prompt", default="", metavar="TEXT", help="What the models were asked; kept with the judgement.")
@click.option("--results", "show", is_flag=True, help="How each model stands over all your judgements.")
@format_option
def command(texts: tuple[str, ...], prompt: str, show: bool, format_: str) -> None:
    """Show TEXTS in a random order without their names, ask which is better, then say whose is whose.

    A file's name is its model's name (claude.md). Judgements are kept in inkwright/comparisons.jsonl; --results counts
    pairs won with a 95 % interval. No text leaves the machine, and no model is asked.
    """
    workspace = require_workspace(".")
    if show or not texts:
        _print_results(workspace, format_)
        return
    if format_ == "json":
        raise click.UsageError("--format json goes with --results.")
    if not someone_is_there():
        raise UsageError(
            "nobody is there to judge", hint="Run it in a terminal, or add --results to see how they stand."
        )
    here = open_workspace(".")
    shown = blind([(path, here.read(Path(path).resolve()).text) for path in texts], secrets.randbits(64))
    for no, (_, text) in enumerate(shown, 1):
        click.echo(f"\n{'─' * 8} text {no} {'─' * 8}\n\n{_wrapped(text)}")
    example = " ".join(str(no) for no in range(len(shown), 0, -1))
    typed = click.prompt(
        f"\nBest first (as {example}, or 1=2 for a tie)", value_proc=lambda said: _ranking(said, shown)
    )
    why = click.prompt("Why, in a line (Enter for nothing)", default="", show_default=False)
    made = judge(workspace, [name for name, _ in shown], typed, today(workspace.settings.timezone), prompt, why)
    order = sorted(zip(made.ranks, range(1, len(shown) + 1), made.names, strict=True))
    click.echo("\n".join(visible(f"{rank}. text {no}: {name}") for rank, no, name in order))


def _ranking(said: str, shown: list[tuple[str, str]]) -> str:
    try:
        places(said, len(shown))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    return said


def _wrapped(text: str) -> str:
    """A text for a terminal; lines that are longer than it are wrapped, code stays as it is."""
    lines = [
        line if len(line) <= WIDTH or line.startswith(("    ", "|")) else textwrap.fill(line, WIDTH)
        for line in visible(text).splitlines()
    ]
    return "\n".join(lines)


def _print_results(workspace: Workspace, format_: str) -> None:
    count, found = results(workspace)
    if format_ == "json":
        emit_json(OUTPUT(1, count, tuple(found)))
        return
    if not found:
        click.echo("No judgement yet. Make one: inkwright compare gpt.md claude.md")
        return
    rows = [
        (one.name, str(one.pairs), str(one.won), str(one.lost), str(one.tied), f"{one.share:.0%}",
         f"{one.low:.0%}-{one.high:.0%}")
        for one in found
    ]  # fmt: skip
    click.echo(table(rows, ("MODEL", "PAIRS", "WON", "LOST", "TIED", "SHARE", "95 %")))
    if count < ENOUGH:
        click.echo(f"Too early to tell: {count} of {ENOUGH} judgements.")
