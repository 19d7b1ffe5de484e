"""Prove the snippets of one post: run them in order, compare what each shows, say what is wrong and where."""

from collections.abc import Sequence
from typing import Protocol

from inkwright.evidence.causes import bound_names
from inkwright.evidence.cells import by_snippet, cells_of
from inkwright.evidence.languages import is_program, runs, why_not
from inkwright.evidence.places import fence_rewritten
from inkwright.evidence.transcripts import mismatch, raised_as_shown, rewritten
from inkwright.evidence.verdicts import Judged, asked_wrongly, declared_wrongly, is_expected, judge, shown_output
from inkwright.model.document import Document
from inkwright.model.finding import Edit
from inkwright.model.snippet import Cell, CellResult, Snippet, SnippetResult


class Runner(Protocol):
    """What this room needs of the door to other programs."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it runs."""

    def run(self, cells: Sequence[Cell]) -> list[CellResult]:
        """One result for each cell, in order; those of one language share what they set up."""

    def beside(self, name: str) -> bytes | None:
        """The bytes of a file beside the post, None when there is none."""


def prove(document: Document, found: Sequence[Snippet], runner: Runner) -> list[SnippetResult]:
    """A verdict for each program among the snippets, in order. Snippets that are not to run start nothing; none at
    all gives []. Data that is saved as a file has a verdict only when that failed."""
    cells = cells_of(found, runner.languages)
    gave = by_snippet(cells, runner.run(cells))
    results: list[SnippetResult] = []
    lost: frozenset[str] = frozenset()
    for snippet in found:
        result = _verdict(document, snippet, gave.get(snippet.number, ()), runner, lost)
        if result.state == "failed":
            lost |= bound_names(snippet.code) if snippet.language == "python" else frozenset()
        if is_program(snippet) or result.state == "failed":
            results.append(result)
    return results


def output_edits(document: Document, results: Sequence[SnippetResult]) -> list[Edit]:
    """Edits that make every shown output what the run printed; nothing but output fences and the output lines of
    transcripts is touched. Outputs that already agree, and those of code that failed to run, stay as they are."""
    return [edit for result in results if result.state == "failed" for edit in _edits(document, result)]


def made_files(results: Sequence[SnippetResult], runner: Runner) -> dict[str, bytes]:
    """The files that snippets made for the post and that differ from those beside it, by name."""
    made = {name: data for result in results for cell in result.cells for name, data in cell.made.items()}
    return {name: data for name, data in made.items() if runner.beside(name) != data}


def _verdict(
    document: Document, snippet: Snippet, cells: tuple[CellResult, ...], runner: Runner, lost: frozenset[str]
) -> SnippetResult:
    wrong = declared_wrongly(document, snippet)
    if wrong:
        return _failed(snippet, [wrong], cells)
    if not runs(snippet, runner.languages):
        if cells and cells[0].state != "ok":
            return _failed(snippet, judge(document, snippet, cells, lost, runner.beside), cells)
        return SnippetResult(snippet, "skipped" if snippet.norun else "unsupported", why_not(snippet), cells=cells)
    asked = asked_wrongly(document, snippet)
    found = [*([asked] if asked else []), *judge(document, snippet, cells, lost, runner.beside)]
    return _failed(snippet, found, cells) if found else SnippetResult(snippet, "verified", cells=cells)


def _failed(snippet: Snippet, found: Sequence[Judged], cells: tuple[CellResult, ...]) -> SnippetResult:
    cause, first = found[0]
    return SnippetResult(snippet, "failed", first.message, cause, cells, tuple(finding for _, finding in found))


def _edits(document: Document, result: SnippetResult) -> list[Edit]:
    snippet, output = result.snippet, result.snippet.output
    wrong = {finding.rule for finding in result.findings}
    if "output-mismatch" not in wrong:
        return []
    if snippet.prompt:
        pairs = zip(snippet.exchanges, result.cells, strict=True)
        differing = [(exchange, cell) for exchange, cell in pairs if mismatch(document, snippet, exchange, cell)]
        ran = [
            (exchange, cell) for exchange, cell in differing if cell.state == "ok" or raised_as_shown(exchange, cell)
        ]
        edits = (rewritten(document, snippet, exchange, cell) for exchange, cell in ran)
        return [edit for edit in edits if edit]
    (cell,) = result.cells
    ran_well = cell.state == "ok" or is_expected(cell, snippet)
    differs = any(finding.fix for finding in result.findings)
    if not output or output.regex or not ran_well or not differs:
        return []
    return [fence_rewritten(document, output.block.span, shown_output(cell, snippet))]
