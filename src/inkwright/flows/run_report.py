"""What running a post's snippets gave, in the shape that it is shown and printed."""

from collections.abc import Collection, Sequence

from inkwright.evidence.languages import is_program, runs, why_not
from inkwright.model.document import Document
from inkwright.model.run import SnippetReport
from inkwright.model.snippet import Snippet, SnippetResult
from inkwright.text.snippets import loose_outputs


def reports(document: Document, results: Sequence[SnippetResult]) -> tuple[SnippetReport, ...]:
    """One report for each result, in order."""
    return tuple(
        SnippetReport(
            number=result.snippet.number,
            line=line_of(document, result.snippet),
            language=result.snippet.language,
            state=result.state,
            reason=result.reason,
            cause=result.cause,
            shows_output=shows_output(result.snippet),
            failed_line=document.position(result.findings[0].span.start).line if result.findings else 0,
            seconds=round(sum(cell.seconds for cell in result.cells), 3),
            wrote=tuple(dict.fromkeys(name for cell in result.cells for name in cell.wrote)),
        )
        for result in results
    )


def from_record(document: Document, found: Sequence[Snippet], languages: Collection[str]) -> tuple[SnippetReport, ...]:
    """The reports of a post whose last run passed and still holds."""
    return tuple(
        SnippetReport(snippet.number, line_of(document, snippet), snippet.language, "verified",
                      shows_output=shows_output(snippet))
        if runs(snippet, languages)
        else SnippetReport(snippet.number, line_of(document, snippet), snippet.language,
                           "skipped" if snippet.norun else "unsupported", why_not(snippet))
        for snippet in found
        if is_program(snippet)
    )  # fmt: skip


def loose_lines(document: Document) -> tuple[int, ...]:
    """The 1-based lines of output fences that belong to no snippet."""
    return tuple(document.position(block.span.start).line for block in loose_outputs(document))


def line_of(document: Document, snippet: Snippet) -> int:
    """The 1-based line of a snippet's fence."""
    return document.position(snippet.block.span.start).line


def shows_output(snippet: Snippet) -> bool:
    """Whether the post shows what a snippet prints."""
    return snippet.output is not None or any(exchange.shown for exchange in snippet.exchanges)
