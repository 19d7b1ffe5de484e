"""How commands speak: JSON in the contract's envelope, tables for people, progress for long work."""

from collections.abc import Sequence
from typing import Any

import click

from inkwright.model.visible import visible

format_option = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)
"""The `--format` option of every reading command; the function takes it as `format_`."""


def emit_json(value: object) -> None:
    """Print a value (dataclasses, structs, plain data) as indented JSON with a line end."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def emit_rows(noun: str, rows: Sequence[object], **more: Any) -> None:
    """Print the contract's envelope `{"version": 1, "<plural noun>": [...]}`; `more` adds keys beside the rows."""
    emit_json({"version": 1, noun: rows, **more})


def table(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> str:
    """Rows as aligned columns two spaces apart, no trailing blanks, nothing that acts on a terminal; "" for no rows."""
    lines = [tuple(header), *rows] if header and rows else list(rows)
    if not lines:
        return ""
    lines = [tuple(map(visible, line)) for line in lines]
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    return "\n".join("  ".join(cells).rstrip() for cells in padded)
