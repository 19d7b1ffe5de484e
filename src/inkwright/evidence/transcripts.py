"""Prove a transcript: each statement ran, and what is shown below it is what came."""

from collections.abc import Sequence

from inkwright.evidence.compare import agrees, first_difference
from inkwright.evidence.places import exchange_rewritten, line_span
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.snippet import CellResult, Exchange, ExpectedOutput, Snippet
from inkwright.text.snippets import shown_as

_TRACEBACK = "Traceback (most recent call last):"
_WHY = "The transcript shows something that the statement above it does not print."


def mismatch(document: Document, snippet: Snippet, exchange: Exchange, cell: CellResult) -> Finding | None:
    """The finding for one statement whose output is not what the transcript shows, at the very line; None when it
    agrees."""
    actual = shown(exchange, cell)
    expected = _expected(snippet, exchange)
    if agrees(expected, actual):
        return None
    at, wanted, got = first_difference(expected.text, actual)
    line = exchange.first + at if at < exchange.count else exchange.first + exchange.count - 1
    edit = None if expected.regex else rewritten(document, snippet, exchange, cell)
    fix = Fix("show what the statement prints", (edit,), safe=False) if edit else None
    message = f"the transcript shows {quoted(wanted)} where `{_short(exchange.code)}` prints {quoted(got)}"
    return Finding("output-mismatch", "code", "error", line_span(document, snippet, line), message, _WHY, fix)


def rewritten(document: Document, snippet: Snippet, exchange: Exchange, cell: CellResult) -> Edit | None:
    """The edit that makes a transcript show what came. None where nothing but the output could not be kept."""
    actual = shown(exchange, cell)
    prompts = (">>>", "...", "$ ", "> ", "In [")
    if any(line.startswith(prompts) for line in actual.splitlines()) or (exchange.mark and exchange.count > 1):
        return None
    return exchange_rewritten(document, snippet, exchange, actual)


def raised_as_shown(exchange: Exchange, cell: CellResult) -> bool:
    """Whether a statement ended with an error and the transcript shows one."""
    return cell.state == "error" and (_TRACEBACK in exchange.shown or cell.error_name.startswith("exit "))


def shown(exchange: Exchange, cell: CellResult) -> str:
    """What a prompt shows for a statement: what it printed; for an error the traceback as the transcript has it, up
    to the last line, which is what came."""
    if cell.state != "error" or cell.error_name.startswith("exit "):
        return cell.output
    name = cell.error_full or cell.error_name
    last = f"{name}: {cell.error_message}" if cell.error_message else name
    lines = exchange.shown.splitlines()
    if _TRACEBACK not in lines:
        return f"{cell.output}{last}"
    at = lines.index(_TRACEBACK)
    return cell.output + "\n".join((*lines[at : max(at + 1, len(lines) - last.count("\n") - 1)], last))


def quoted(line: str) -> str:
    """A line of output for a message: shortened, in backticks; "nothing" when it is empty."""
    return f"`{line if len(line) <= 60 else line[:57] + '...'}`" if line else "nothing"


def _expected(snippet: Snippet, exchange: Exchange) -> ExpectedOutput:
    text = exchange.shown.replace("<BLANKLINE>", "")
    expected = shown_as(snippet.info, snippet.block, text)
    if "doctest: +ELLIPSIS" in exchange.code:
        return ExpectedOutput(snippet.block, text, ellipsis=True)
    return expected


def _short(code: str) -> str:
    first = code.strip().split("\n")[0]
    return first if len(first) <= 40 else first[:37] + "..."


def failed_at(snippet: Snippet, cells: Sequence[CellResult]) -> int:
    """The index of the first statement that ended with an error that its transcript does not show, -1 for none."""
    for at, (exchange, cell) in enumerate(zip(snippet.exchanges, cells, strict=True)):
        if cell.state != "ok" and not raised_as_shown(exchange, cell):
            return at
    return -1
