"""Replacing what stands between two marks, in time that grows with the text and no faster."""

import re
from collections.abc import Callable


def between(
    text: str, opener: re.Pattern[str], closer: Callable[[re.Match[str]], str],
    write: Callable[[re.Match[str], str], str | None],
) -> str:  # fmt: skip
    """The text with each stretch from an opening mark to the next closing one rewritten.

    `closer` gives the expression of the mark that closes an opened one. `write` gets the opening mark and what stands
    between; None leaves the stretch as it is. A mark that nothing closes is left alone.
    """
    made: list[str] = []
    absent: set[str] = set()
    done = at = 0
    while found := opener.search(text, at):
        at = found.end()
        expression = closer(found)
        end = None if expression in absent else re.compile(expression).search(text, at)
        if end is None:
            absent.add(expression)
            continue
        written = write(found, text[found.end() : end.start()])
        if written is not None:
            made += (text[done : found.start()], written)
            done = at = end.end()
    return "".join((*made, text[done:]))
