"""One key of the writer's: what a walk through a list asks for."""

import sys

import click

from inkwright.model.visible import visible


def ask_key(known: str, reminder: str) -> str:
    """The key pressed in small letters, asked again until it is one of `known`; `reminder` tells what there is.

    Without a terminal it is the first sign of each line, a blank for an empty one. The end of the input is `q`.
    """
    while True:
        click.echo("? ", nl=False)
        pressed = _pressed().lower()
        click.echo(visible(pressed.strip()))
        if pressed in known:
            return pressed
        click.echo(reminder)


def _pressed() -> str:
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return (line.strip("\r\n") or " ")[0] if line else "q"
    try:
        return click.getchar()[:1] or "q"
    except EOFError:
        return "q"
