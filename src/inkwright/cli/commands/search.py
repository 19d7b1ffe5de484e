"""Search everything written so far: notes, papers, posts, ideas, log.

Group: group
"""

from itertools import accumulate
from typing import Unpack

import click
from msgspec import Struct

from inkwright.cli.filters import Filters, filter_options, wanted_in
from inkwright.cli.output import emit_rows, fitted, format_option, led
from inkwright.flows.search import search
from inkwright.model.found import Hit
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace


class OUTPUT(Struct, frozen=True):
    """What `search --format json` prints."""

    version: int
    hits: tuple[Hit, ...]


@click.command(epilog='Example: inkwright search "triton kernel" --kind note --since 6m')
@click.argument("words", nargs=-1, required=True)
@filter_options
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="At most so many.")
@format_option
def command(words: tuple[str, ...], limit: int, format_: str, **filters: Unpack[Filters]) -> None:
    """Find the words in any form ("cache" finds "caching"), best first; the last may be the beginning of one.

    Words in double quotes must stand together. Outside a workspace every text below the folder is searched, and
    nothing is written. Notes are only read.
    """
    workspace = open_workspace()
    hits = search(workspace, " ".join(words), wanted_in(workspace, **filters), limit)
    if format_ == "json":
        emit_rows("hits", hits)
        return
    for hit in hits:
        click.echo(led(f"{hit.path}:{hit.line}", hit.title or hit.kind))
        if hit.snippet:
            click.echo(_marked(hit))
    if not hits:
        click.echo("Nothing found. Fewer words, or the beginning of one, may find more.")


def _marked(hit: Hit) -> str:
    """The excerpt, as wide as the terminal, with the words asked for in bold."""
    snippet, marks = _visible(hit)
    shown = fitted(f"    {snippet}")
    places = [at for at, char in enumerate(shown) if not char.isspace()]  # lines are only broken between words
    before = list(accumulate((not char.isspace() for char in snippet), initial=0))
    for start, end in reversed(marks):
        first, last = places[before[start]], places[before[end] - 1] + 1
        shown = shown[:first] + click.style(shown[first:last], bold=True) + shown[last:]
    return shown


def _visible(hit: Hit) -> tuple[str, list[tuple[int, int]]]:
    """The excerpt fit to be shown, and where the words asked for stand in it then."""
    text, marks, at = "", list[tuple[int, int]](), 0
    for start, end in hit.marks:
        text += visible(hit.snippet[at:start])
        word = visible(hit.snippet[start:end])
        marks.append((len(text), len(text) + len(word)))
        text, at = text + word, end
    return text + visible(hit.snippet[at:]), marks
