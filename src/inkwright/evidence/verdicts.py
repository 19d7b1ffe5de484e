"""What is wrong with one snippet that ran: findings at their lines, the gravest first."""

from collections.abc import Callable, Sequence

from inkwright.evidence.causes import cause_of
from inkwright.evidence.compare import agrees, first_difference
from inkwright.evidence.fence_terms import wrong_term
from inkwright.evidence.hints import hint
from inkwright.evidence.languages import bad_name, why_bad
from inkwright.evidence.places import fence_rewritten, line_span, whole_line
from inkwright.evidence.transcripts import failed_at, mismatch, quoted
from inkwright.model.document import Document
from inkwright.model.finding import Finding, Fix
from inkwright.model.snippet import CellResult, Snippet
from inkwright.model.span import Span
from inkwright.text.requirements import requirements
from inkwright.text.snippets import snippets

Judged = tuple[str, Finding]
"""A cause in two or three words, and the finding."""
Beside = Callable[[str], bytes | None]
"""The bytes of a file beside the post, None when there is none of that name."""

_WHY_RUN = "A reader who copies this code gets the same error."
_WHY_OUTPUT = "The post shows an output that the code does not print."
_WHY_MADE = "The post shows a file that the code does not make."
_WHY_ALT = "Who cannot see the figure learns nothing from it."
_WHY_TERM = "What a fence asks for in vain is not compared as you meant it."
_WHY_REASON = "A reader cannot tell code that need not run from code that does not work."


def declared_wrongly(document: Document, snippet: Snippet) -> Judged | None:
    """What is wrong with what the fence itself states, None when nothing is."""
    if snippet.unexplained:
        message = 'this code is not to be run and gives no reason: norun="why"'
        return "no reason", _finding("unexplained-norun", line_span(document, snippet, 0), message, _WHY_REASON)
    if name := bad_name(snippet):
        message = f"`{name}` {why_bad(name)}"
        return "file name", _finding("snippet-error", line_span(document, snippet, 0), message, _WHY_RUN)
    return None


def asked_wrongly(document: Document, snippet: Snippet) -> Judged | None:
    """What the fences of a snippet that is run ask for and cannot get, None when nothing is wrong with it."""
    on_output, said = wrong_term(snippet)
    if not said:
        return None
    below = snippet.output if on_output else None
    span = whole_line(document, document.position((below or snippet).block.span.start).line)
    return "fence option", _finding("snippet-error", span, said, _WHY_TERM)


def judge(
    document: Document, snippet: Snippet, cells: Sequence[CellResult], lost: frozenset[str], beside: Beside
) -> list[Judged]:
    """All that is wrong with a snippet, the gravest first; empty for one that is verified. `lost` are names that
    earlier snippets should have bound and did not."""
    if snippet.prompt:
        return _transcript(document, snippet, cells, lost)
    (cell,) = cells
    error = _run_error(document, snippet, cell, lost)
    if error:
        return [error]
    found = [_output(document, snippet, cell), *_made(document, snippet, cell, beside), *_alt(document, snippet)]
    return [judged for judged in (*found, _outside(document, snippet, cell)) if judged]


def shown_output(cell: CellResult, snippet: Snippet) -> str:
    """What a reader would see: what was printed, and for an expected exception its last line."""
    if cell.state == "error" and is_expected(cell, snippet) and not cell.error_name.startswith("exit "):
        last = f"{cell.error_name}: {cell.error_message}" if cell.error_message else cell.error_name
        printed = "\n".join(line.rstrip() for line in cell.output.splitlines()).rstrip("\n")
        return f"{printed}\n{last}".lstrip("\n")
    return cell.output


def is_expected(cell: CellResult, snippet: Snippet) -> bool:
    """Whether a cell ended with the very error (or exit status) that the fence declares by `raises=`."""
    return bool(snippet.raises) and cell.error_name in (snippet.raises, f"exit {snippet.raises}")


def _transcript(
    document: Document, snippet: Snippet, cells: Sequence[CellResult], lost: frozenset[str]
) -> list[Judged]:
    at = failed_at(snippet, cells)
    reached = len(cells) if at < 0 else at
    pairs = zip(snippet.exchanges[:reached], cells, strict=False)
    found: list[Judged] = [
        ("output differs", finding)
        for exchange, cell in pairs
        if (finding := mismatch(document, snippet, exchange, cell))
    ]
    if at >= 0:
        exchange, cell = snippet.exchanges[at], cells[at]
        line = exchange.line + max(cell.error_line - 1, 0)
        span = line_span(document, snippet, min(line, exchange.first - 1))
        found.append((cause_of(cell, exchange.code, lost), _error(document, snippet, cell, lost, span)))
    return found


def _run_error(document: Document, snippet: Snippet, cell: CellResult, lost: frozenset[str]) -> Judged | None:
    if cell.state == "ok" and snippet.raises:
        message = f"should raise {snippet.raises} but runs"
        return "no error", _finding("snippet-error", line_span(document, snippet, 1), message, _WHY_RUN)
    if cell.state == "ok" or (cell.state == "error" and is_expected(cell, snippet)):
        return None
    lines = snippet.code.count("\n")
    span = line_span(document, snippet, min(cell.error_line or 1, max(lines, 1)))
    return cause_of(cell, snippet.code, lost), _error(document, snippet, cell, lost, span)


def _error(document: Document, snippet: Snippet, cell: CellResult, lost: frozenset[str], span: Span) -> Finding:
    said = cell.error_message
    if cell.state == "error":
        said = f"the snippet fails with {cell.error_name}" + (f": {_one_line(said)}" if said else "")
        said += hint(snippet, cell, requirements(document, snippets(document)), lost)
    elif cell.said:
        said += f" (it said: {_one_line(cell.said)})"
    if cell.lost:
        said += "; what earlier snippets had set up was lost when their process ended"
    return _finding("snippet-error", span, said, _WHY_RUN)


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else line[:197] + "..."


def _output(document: Document, snippet: Snippet, cell: CellResult) -> Judged | None:
    output = snippet.output
    if output is None:
        return None
    actual = shown_output(cell, snippet)
    if agrees(output, actual):
        return None
    at, shown, got = first_difference(output.text, actual)
    line = document.position(output.block.span.start).line + 1 + at
    last = document.position(output.block.span.end).line
    span = whole_line(document, min(line, last))
    edit = fence_rewritten(document, output.block.span, actual)
    fix = None if output.regex else Fix("show what the code prints", (edit,), safe=False)
    message = f"the post shows {quoted(shown)} where the code prints {quoted(got)}"
    if not actual.strip() and cell.said:
        message += "; standard error, where it says something, is not compared"
    return "output differs", Finding("output-mismatch", "code", "error", span, message, _WHY_OUTPUT, fix)


def _made(document: Document, snippet: Snippet, cell: CellResult, beside: Beside) -> list[Judged]:
    """One for each file that the fence names and that was not made, or that is another than the one beside the post."""
    span = line_span(document, snippet, 0)
    if snippet.figures and cell.drawn > len(snippet.figures) and not all(name in cell.made for name in snippet.figures):
        message = f"{cell.drawn} figures are open and figure= names {len(snippet.figures)}"
        return [("figure missing", _finding("snippet-error", span, message, _WHY_MADE))]
    found: list[Judged] = []
    for name in (*snippet.figures, *snippet.writes):
        kind = "figure" if name in snippet.figures else "file"
        if name not in cell.made:
            said = "no figure is open after this snippet and it wrote none" if kind == "figure" else "it is not written"
            found.append((f"{kind} missing", _finding("snippet-error", span, f"`{name}`: {said}", _WHY_MADE)))
            continue
        there = beside(name)
        if there != cell.made[name]:
            said = "is not beside the post" if there is None else "beside the post is not what the code makes now"
            message = f"`{name}` {said}; `inkwright run --update` writes it"
            cause = f"{kind} not saved" if there is None else f"{kind} differs"
            found.append((cause, _finding("output-mismatch", span, message, _WHY_MADE)))
    return found


def _alt(document: Document, snippet: Snippet) -> list[Judged]:
    """One for each picture of the post that shows a figure of this snippet without alt text."""
    if not snippet.figures:
        return []
    bare = [image for image in document.inlines_of("image") if not image.plain().strip()]
    shown = [image for image in bare if image.target.removeprefix("./") in snippet.figures]
    message = "the figure `{}` has no alt text"
    return [
        ("no alt text", _finding("missing-image-alt", image.span, message.format(image.target), _WHY_ALT))
        for image in shown
    ]


def _outside(document: Document, snippet: Snippet, cell: CellResult) -> Judged | None:
    if not cell.outside:
        return None
    names = ", ".join(cell.outside[:3]) + (" and others" if len(cell.outside) > 3 else "")
    message = f"while this ran, files changed outside the run's own copy of the folder: {names}"
    return "writes outside", _finding("snippet-error", line_span(document, snippet, 1), message, _WHY_RUN)


def _finding(rule: str, span: Span, message: str, why: str) -> Finding:
    return Finding(rule, "code", "error", span, message, why)
