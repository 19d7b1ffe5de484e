"""Paper notes -> a Markdown table, one row each with its citation; what nobody has written yet is a hole to fill."""

from collections.abc import Sequence

from inkwright.model.errors import UsageError
from inkwright.model.paper import FIELDS
from inkwright.notes.fields import one_line
from inkwright.notes.papers import key_of, paper_in, sections

HOLE = "TK"
"""What stands in an empty cell: `check` finds it until it is filled."""
_USUAL = FIELDS[:-1]


def fields_named(typed: str) -> tuple[str, ...]:
    """The headings that `problem,method` names, in that order; all but the own view for "". Raises UsageError."""
    if not typed.strip():
        return _USUAL
    found = []
    for word in filter(None, (one_line(part).lower() for part in typed.split(","))):
        meant = [name for name in FIELDS if name.lower().startswith(word)]
        if len(meant) != 1:
            raise UsageError(f'papers have no field "{word}"', hint=f"Choose of: {', '.join(FIELDS).lower()}.")
        found.append(meant[0])
    return tuple(dict.fromkeys(found)) or _USUAL


def paper_table(notes: Sequence[tuple[str, str]], fields: Sequence[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The table of some notes, given as (path, text), and its holes as (path, field); "" for no notes.

    A cell is the first paragraph below the heading, word for word.
    """
    rows = []
    holes: list[tuple[str, str]] = []
    for path, text in notes:
        paper = paper_in(text)
        if paper is None:
            continue
        written = sections(text)
        cells = [f"{paper.title} [@{key_of(paper)}]"]
        for name in fields:
            cell = written.get(name.lower(), "").partition("\n\n")[0]
            if not cell.strip():
                holes.append((path, name))
            cells.append(cell or HOLE)
        rows.append(cells)
    lines = [["Paper", *fields], ["---"] * (len(fields) + 1), *rows] if rows else []
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines), tuple(holes)


def _cell(text: str) -> str:
    return one_line(text).replace("\\|", "|").replace("|", "\\|")
