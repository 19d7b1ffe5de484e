"""`check --watch`: the findings of a file anew whenever it is saved, below what was said before."""

from collections.abc import Sequence
from typing import NoReturn

import click
from msgspec.structs import replace

from inkwright.cli.clock import now, today
from inkwright.cli.output import say
from inkwright.flows.check_baseline import only_new
from inkwright.flows.check_paths import timezone_of
from inkwright.flows.check_report import Style, render
from inkwright.flows.check_watch import Round, rounds


def watch_files(
    paths: Sequence[str], format_: str, style: Style, new: bool, force: bool, checklist: bool | None
) -> NoReturn:
    """Print one report a round until KeyboardInterrupt; as JSON each is a document on a line of its own."""
    zone = timezone_of(paths)
    style = replace(style, compact=True)
    for round_ in rounds(paths, lambda: today(zone), force, checklist):
        if round_.trouble:
            say(f"inkwright: {round_.trouble}", "  ", err=True)
            continue
        checked = only_new(round_.checked, paths) if new else list(round_.checked)
        if format_ == "text":
            say(_head(round_, now(zone).strftime("%H:%M:%S")), "  ")
        if checked or format_ == "json":
            click.echo(render(checked, format_, style), nl=False)
    raise click.Abort


def _head(round_: Round, time: str) -> str:
    named = [one.path for one in round_.checked if one.path not in round_.gone]
    said = f"{named[0]} and {len(named) - 1} more" if len(named) > 1 else "".join(named)
    gone = f"gone: {', '.join(round_.gone)}" if round_.gone else ""
    return f"--- {time} {'; '.join(filter(None, (said, gone)))}"
