"""How commands speak: JSON in the contract's envelope, tables for people, progress for long work."""

import os
import sys
from collections.abc import Collection, Sequence
from typing import Any, TextIO

import click

from inkwright.model.columns import cells, folded
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


def fitted(text: str, hanging: str = "", stream: TextIO | None = None, whole: str = "") -> str:
    """Lines broken at blanks where the terminal ends, `hanging` before what goes on and `whole` never broken; piped
    they stay as they are."""
    most = room(stream)
    if most is None:
        return text
    return "\n".join(folded(line, most, hanging, whole) for line in text.splitlines())


def say(text: str, hanging: str = "", err: bool = False, whole: str = "") -> None:
    """Print foreign text fit to be shown, broken like `fitted` where its terminal ends."""
    click.echo(fitted(visible(text), hanging, sys.stderr if err else None, visible(whole)), err=err)


def say_step(text: str, command: str, hanging: str) -> None:
    """Print what is to do and, behind an arrow, the command that helps ("" for none): below it where both on one line
    are wider than the terminal."""
    line, most = f"{text} -> {command}", room()
    if not command:
        say(text, hanging)
    elif most is None or cells(visible(line)) <= most:
        say(line)
    else:
        indent = text[: len(text) - len(text.lstrip(" "))]
        say(f"{text}\n{indent}{hanging}-> {command}", hanging)


def led(place: str, text: str, before: str = "", hanging: str = "    ") -> str:
    """A place in its colour with what stands there beside it, `before` both, fit to be shown; broken like `fitted`."""
    place, text = visible(place), visible(text)
    head = f"{before}{place}"
    shown = fitted(f"{head}  {text}", hanging, whole=head)
    return f"{before}{click.style(place, fg='cyan')}{shown[len(head) :]}"


def clipped(text: str, most: int | None = None) -> str:
    """The beginning of a text, with `…` where it takes more than `most` columns (the terminal's); whole when piped."""
    most = room() if most is None else most
    if most is None or cells(text) <= most:
        return text
    while text and cells(text) > most - 1:
        text = text[: min(len(text) - 1, most)]
    return f"{text.rstrip()}…"


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


def fits(text: str) -> bool:
    """Whether the terminal has room for each line of a text; everything fits what is piped."""
    most = room()
    return most is None or all(cells(line) <= most for line in text.splitlines())


def entries(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    """Rows as a table; on a terminal too narrow for it each as a paragraph: its first cell, then the others behind
    their headings, those without one as they are. Nothing is clipped, so it suits cells that are sentences."""
    whole = table(rows, header)
    if fits(whole):
        return whole
    named = [f"{name}: " if name else "" for name in header[1:]]
    told = ["; ".join(f"{name}{cell}" for name, cell in zip(named, row[1:], strict=True) if cell) for row in rows]
    return "\n".join(fitted(visible(f"{row[0]}\n  {text}"), "  ") for row, text in zip(rows, told, strict=True))


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
