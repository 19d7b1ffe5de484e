"""Asks before something leaves, is gone for ever, or code of another hand runs. One rule: where nobody is there to be
asked nothing of that happens unless `--yes` says so."""

import sys

import click

from inkwright.model.errors import UsageError
from inkwright.model.run import Foreign
from inkwright.model.visible import visible

MOST_LINES = 40
"""Lines of a foreign piece that are shown before the question."""


def someone_is_there() -> bool:
    """Whether there is a terminal to ask at and to answer from."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str, yes: bool, to: str, *, usual: bool = True) -> bool:
    """The answer to a question before something leaves or is gone for ever; True unasked with `yes` (the option
    `--yes`), `usual` for Enter alone.

    Raises UsageError where nobody is there to be asked; `to` says what `--yes` would do ("send it").
    """
    if yes:
        return True
    if not someone_is_there():
        raise UsageError("nobody is there to be asked", hint=f"Add --yes to {to}.")
    return click.confirm(visible(question), default=usual, err=True)


def ask_foreign(foreign: Foreign) -> bool:
    """Show what would run and ask; False without a terminal."""
    if not someone_is_there():
        return False
    click.echo(visible(f"{foreign.path}: committed by {foreign.author}, would run:"), err=True)
    for piece in foreign.pieces:
        where, *code = visible(piece).splitlines()
        click.echo(f"  {where}", err=True)
        for line in code[:MOST_LINES]:
            click.echo(f"    {line}", err=True)
        if len(code) > MOST_LINES:
            click.echo(f"    ... and {len(code) - MOST_LINES} more lines", err=True)
    return click.confirm("Run this code?", default=False, err=True)
