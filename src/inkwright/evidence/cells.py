"""Snippets -> the cells that a runner is handed, and the results back to the snippets they belong to."""

from collections.abc import Collection, Sequence

from inkwright.evidence.languages import bad_name, runs
from inkwright.model.snippet import Cell, CellResult, Snippet


def cells_of(found: Sequence[Snippet], languages: Collection[str]) -> list[Cell]:
    """What is to be run or written, in order. A snippet that is neither gives none, a transcript one for each
    statement."""
    return [cell for snippet in found if not bad_name(snippet) for cell in _cells(snippet, languages)]


def by_snippet(cells: Sequence[Cell], results: Sequence[CellResult]) -> dict[int, tuple[CellResult, ...]]:
    """The results of each snippet by its number, in order."""
    found: dict[int, tuple[CellResult, ...]] = {}
    for cell, result in zip(cells, results, strict=True):
        found[cell.snippet] = (*found.get(cell.snippet, ()), result)
    return found


def _cells(snippet: Snippet, languages: Collection[str]) -> list[Cell]:
    number, language = snippet.number, snippet.language
    if not runs(snippet, languages):
        return (
            [Cell(number, language, snippet.code, "file", file=snippet.file)]
            if snippet.file and not snippet.prompt
            else []
        )
    if snippet.prompt:
        return [Cell(number, language, exchange.code, "exchange") for exchange in snippet.exchanges]
    return [
        Cell(
            number, language, snippet.code, raises=snippet.raises, file=snippet.file, figures=snippet.figures,
            makes=(*snippet.figures, *snippet.writes),
        )
    ]  # fmt: skip
