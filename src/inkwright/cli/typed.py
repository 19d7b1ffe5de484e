"""Text that a command takes from its arguments, from standard input or from a prompt."""

import sys

import click

from inkwright.model.errors import UsageError


def read_text(words: tuple[str, ...], asked: str) -> str:
    """The text of the arguments, of standard input for `-`, or typed at a prompt on a terminal. Raises UsageError."""
    if words == ("-",):
        return sys.stdin.read()
    if words:
        return " ".join(words)
    if sys.stdin.isatty():
        return str(click.prompt(asked, prompt_suffix="> "))
    raise UsageError("there is no text to keep", hint="Give it in quotes, or `-` to read it from standard input.")
