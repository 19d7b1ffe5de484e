"""Tells on standard error how far long work is: a bar on a terminal, a plain line now and then elsewhere."""

import sys
import time
from typing import Any

import click

QUIET = 2.0
"""Seconds before anything is shown: short work needs no bar."""
EVERY = 10.0
"""Seconds between plain lines."""


class Progress:
    """Called with how many are done and how many there are. `noun` names them ("links"). Use it in a `with` block."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + QUIET
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, done: int, total: int) -> None:
        """Show it if it is time."""
        if self._bar is None and (time.monotonic() < self._next or done == total):
            return
        if not self._terminal:
            self._next = time.monotonic() + EVERY
            click.echo(f"{done} of {total} {self._noun}", err=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, label=self._noun, file=sys.stderr, show_eta=False, show_pos=True
            )
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def note(self, line: str) -> None:
        """A line of its own between what is shown."""
        if self._bar is not None:
            click.echo(err=True)
        click.echo(line, err=True)

    def __exit__(self, *exception: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
