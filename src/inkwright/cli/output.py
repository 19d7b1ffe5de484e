"""How commands speak: JSON in the contract's envelope, tables for people, progress for long work."""

import os
import sys
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any, TextIO

import click

from inkwright.model.visible import visible

format_option = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)
"""The `--format` option of every reading command; the function takes it as `format_`."""


_USUAL = 80
"""Columns of a terminal that does not say how many it has."""


def emit_json(value: object) -> None:
    """Print a value (structs, plain data) as indented JSON with a line end."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def emit_rows(noun: str, rows: Sequence[object], **more: Any) -> None:
    """Print the contract's envelope `{"version": 1, "<plural noun>": [...]}`; `more` adds keys beside the rows."""
    emit_json({"version": 1, noun: rows, **more})


def room(stream: TextIO | None = None) -> int | None:
    """Columns of the terminal that is printed to (standard output); None where it is none: what is piped is whole."""
    stream = stream or sys.stdout
    if stream is None or not stream.isatty():
        return None
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL


def fitted(text: str, hanging: str = "", stream: TextIO | None = None) -> str:
    """Lines broken at blanks where the terminal ends, `hanging` before what goes on; piped they stay as they are."""
    most = room(stream)
    if most is None:
        return text
    return "\n".join(_broken(line, most, hanging) if cells(line) > most else line for line in text.splitlines())


def led(place: str, text: str, before: str = "", hanging: str = "    ") -> str:
    """A place in its colour with what stands there beside it, `before` both, fit to be shown; broken like `fitted`."""
    place, text = visible(place), visible(text)
    shown = fitted(f"{before}{place}  {text}", hanging)
    head = f"{before}{place}"
    return f"{before}{click.style(place, fg='cyan')}{shown[len(head) :]}" if shown.startswith(head) else shown


def clipped(text: str, most: int | None = None) -> str:
    """The beginning of a text, with `…` where it takes more than `most` columns (the terminal's); whole when piped."""
    most = room() if most is None else most
    if most is None or cells(text) <= most:
        return text
    while text and cells(text) > most - 1:
        text = text[: min(len(text) - 1, most)]
    return f"{text.rstrip()}…"


def cells(text: str) -> int:
    """Columns that a text takes on a terminal: two for wide signs, none for marks over the one before."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def table(rows: Sequence[Sequence[str]], header: Sequence[str] = (), give: Collection[int] = ()) -> str:
    """Rows as aligned columns two spaces apart, no trailing blanks, nothing that acts on a terminal; "" for no rows.

    On a terminal too narrow for them the columns numbered in `give` (from 0) are clipped, the widest first.
    """
    lines = [tuple(header), *rows] if header and rows else list(rows)
    if not lines:
        return ""
    lines = [tuple(map(visible, line)) for line in lines]
    widths = [max(cells(line[i]) for line in lines) for i in range(len(lines[0]))]
    most = room() if give else None
    if most is not None:
        widths = _narrowed(widths, most, give)
    padded = [[_padded(cell, width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    return "\n".join("  ".join(line).rstrip() for line in padded)


_NARROWEST = 8
"""Columns of a table that are left of one that gives way."""


def _narrowed(widths: Sequence[int], most: int, give: Collection[int]) -> list[int]:
    """The widths, with those that give way made smaller until all fit or nothing is left to give."""
    found = list(widths)
    while sum(found) + 2 * (len(found) - 1) > most:
        widest = max(give, key=lambda i: found[i])
        if found[widest] <= _NARROWEST:
            break
        found[widest] -= 1
    return found


def _padded(cell: str, width: int) -> str:
    shown = clipped(cell, width)
    return shown + " " * (width - cells(shown))


def _broken(line: str, most: int, hanging: str) -> str:
    """A line broken at blanks; what has none, as an address, is left to the terminal, so that it can be copied."""
    bare = line.lstrip(" ")
    first = line[: len(line) - len(bare)]
    lines = [first]
    for number, word in enumerate(bare.split(" ")):
        if number and cells(lines[-1]) + 1 + cells(word) > most:
            lines.append(first + hanging + word)
        else:
            lines[-1] += f" {word}" if number else word
    return "\n".join(lines)
