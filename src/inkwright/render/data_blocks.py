"""Tables and charts drawn from the data files beside a post, each with how its values were measured beneath.

Pure: the caller hands in how a file is read. What cannot be drawn is said where it would stand.
"""

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.data import BlockFault, DataTable
from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.render.chart_scale import shown
from inkwright.render.charts import Chart, chart_svg
from inkwright.render.data_chart import chart_of, known
from inkwright.render.data_facts import ASKED, stated
from inkwright.render.data_facts import line as facts_line
from inkwright.render.data_options import Asked, Column, named, read_fence
from inkwright.render.escape import escape
from inkwright.text.data_table import NAME, read_table
from inkwright.text.drawn import FROM, drawn_as

Read = Callable[[str], str]
"""The text of a file that a fence names. Raises ValueError with a sentence."""
__all__ = ["Read", "document_faults", "draw", "faults", "for_feed", "is_undrawn"]

MOST_ROWS = 500
_NOT_SHOWN = frozenset({"command", "unit", "samples"})
"""Columns of a file of `bench run` that a table shows only when asked to."""
_UNDRAWN = '<div class="opaque undrawn">'
_DRAWING = regex(r'<div class="drawing">\n<svg .*?</svg>\n</div>\n', re.DOTALL)
_FOLDED = regex(r'<details class="data">\n<summary>[^<]*</summary>\n(.*?)</details>\n', re.DOTALL)


class _Drawn(Struct, frozen=True):
    asked: Asked
    table: DataTable
    facts: dict[str, str]
    columns: tuple[Column, ...]
    chart: Chart | None = None


def draw(block: Block, read: Read) -> str:
    """The HTML of a table or chart; where it cannot be drawn, a box that says why."""
    try:
        drawn = _prepare(block, read)
    except ValueError as error:
        said = f"This {block.info.split(None, 1)[0]} cannot be drawn: {error}."
        return f'{_UNDRAWN}<p class="opaque-label">{escape(said)}</p></div>\n'
    asked, name = drawn.asked, escape(drawn.asked.title or drawn.asked.alt or "Data")
    grid = f'<div class="table" role="group" tabindex="0" aria-label="{name}">\n{_grid(drawn)}</div>\n'
    out = ['<figure class="data">\n']
    if asked.title:
        out.append(f'<p class="data-title">{escape(asked.title)}</p>\n')
    if drawn.chart:
        out.append(f'<div class="drawing">\n{chart_svg(drawn.chart)}</div>\n')
        out.append(f'<details class="data">\n<summary>The numbers</summary>\n{grid}</details>\n')
    else:
        out.append(grid)
    out.append(f"{_caption(drawn)}</figure>\n")
    return "".join(out)


def is_undrawn(html: str) -> bool:
    """Whether what `draw` gave says that it could not."""
    return html.startswith(_UNDRAWN)


def document_faults(document: Document, read: Read) -> tuple[BlockFault, ...]:
    """What is wrong with the tables and charts of a document, in reading order; said at the first line of each."""
    if not any(f"{name}=" in document.text for name in FROM):
        return ()
    found: list[BlockFault] = []
    for block in filter(drawn_as, document.all_blocks):
        start, end = block.span
        line = document.text.find("\n", start, end)
        found += faults(block, Span(start, line if line > 0 else end), read)
    return tuple(found)


def faults(block: Block, place: Span, read: Read) -> list[BlockFault]:
    """What is wrong with a table or chart; `place` is where to say so. [] when all is well."""
    try:
        drawn = _prepare(block, read)
    except ValueError as error:
        return [BlockFault(place, "broken", str(error))]
    found = []
    asked = drawn.asked
    missing = [name for name, words in drawn.facts.items() if not words]
    if missing and asked.facts != "none":
        where = "the fence" if asked.file.endswith(("csv", "tsv")) else f"`facts` of {asked.facts or asked.file}"
        said = " and ".join(filter(None, [", ".join(ASKED[name] for name in missing[:-1]), ASKED[missing[-1]]]))
        names = ", ".join(f"`{name}`" for name in missing)
        message = f"it is not said {said} this was measured: add {names} to {where}"
        found.append(BlockFault(place, "facts", f"{message}, or write facts=none when nothing was measured"))
    return found


def for_feed(html: str) -> str:
    """A rendered post for readers that show no SVG: each chart is its table."""
    if '<div class="drawing">' not in html and '<details class="data">' not in html:
        return html
    return _FOLDED.sub(r"\1", _DRAWING.sub("", html))


def _prepare(block: Block, read: Read) -> _Drawn:
    """A fence with its rows. Raises ValueError with a sentence."""
    asked = read_fence(block)
    if not asked.file:
        raise ValueError("`from=` names no file")
    table = read_table(asked.file, read(asked.file), asked.key)
    if not table.rows:
        raise ValueError(f"{asked.file} holds no rows")
    if asked.facts not in ("", "none"):
        beside = read_table(asked.facts, read(asked.facts))
        flat = {str(row.get(NAME)): row.get("value") for row in beside.rows if "value" in row}
        table = replace(table, facts=beside.facts or flat)
    facts = stated(table, dict(asked.given))
    asked = replace(asked, unit=asked.unit or _own_unit(table))
    if asked.what == "table":
        return _Drawn(asked, table, facts, _shown_columns(asked, table))
    chart, columns = chart_of(asked, table)
    return _Drawn(asked, table, facts, columns, chart)


def _own_unit(table: DataTable) -> str:
    """The unit that all rows state in a column of that name, "" when they do not."""
    units = {row.get("unit") for row in table.rows}
    return str(units.pop()) if len(units) == 1 and table.rows[0].get("unit") else ""


def _shown_columns(asked: Asked, table: DataTable) -> tuple[Column, ...]:
    if len(table.rows) > MOST_ROWS:
        raise ValueError(f"{asked.file} holds {len(table.rows)} rows, and a table shows {MOST_ROWS} at most")
    for column in asked.columns:
        known(asked, table, column.name)
    return asked.columns or tuple(named(name) for name in table.columns if name not in _NOT_SHOWN)


def _grid(drawn: _Drawn) -> str:
    """The rows as an HTML table; columns of numbers are aligned to the right and bear the unit."""
    table, asked = drawn.table, drawn.asked
    numeric = {
        column.name: all(
            isinstance(row.get(column.name), int | float) or row.get(column.name) is None for row in table.rows
        )
        for column in drawn.columns
    }
    measured = {column.name for column in drawn.columns if numeric[column.name] and column.name != "n"}
    if len(drawn.columns) > 1:  # the first column says what is measured, be it a number or not
        measured -= {drawn.columns[0].name}
    heads = [
        _head(column, asked.unit if column.name in measured else "", numeric[column.name]) for column in drawn.columns
    ]
    rows = [
        "".join(_cell(row.get(column.name), at, numeric[column.name], asked.form if column.name in measured else "")
                for at, column in enumerate(drawn.columns))
        for row in table.rows
    ]  # fmt: skip
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<table>\n<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _head(column: Column, unit: str, numeric: bool) -> str:
    right = ' class="right"' if numeric else ""
    said = f"{column.label} ({unit})" if unit and "(" not in column.label else column.label
    return f'<th scope="col"{right}>{escape(said)}</th>'


def _cell(value: object, at: int, numeric: bool, form: str) -> str:
    said = escape(shown(value, form if isinstance(value, int | float) else ""))
    if at == 0 and not numeric:
        return f'<th scope="row">{said}</th>'
    return f'<td class="right">{said}</td>' if numeric else f"<td>{said}</td>"


def _caption(drawn: _Drawn) -> str:
    """The author's words and the five facts; a fact that nobody stated is said to be missing."""
    asked = drawn.asked
    out = [escape(asked.caption)] if asked.caption else []
    if asked.facts != "none":
        out.append(f'<small class="facts">{escape(facts_line(drawn.facts))}</small>')
    return f"<figcaption>{'<br>'.join(out)}</figcaption>\n" if out else ""
