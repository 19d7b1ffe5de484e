"""Asks before code of another hand runs, where there is someone to ask."""

import sys

import click

from inkwright.model.run import Foreign
from inkwright.model.visible import visible

MOST_LINES = 40
"""Lines of a foreign piece that are shown before the question."""


def ask_foreign(foreign: Foreign) -> bool:
    """Show what would run and ask; False without a terminal."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
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
