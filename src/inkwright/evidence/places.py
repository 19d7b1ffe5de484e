"""Where a line of a snippet's code stands in the post, and the edits that replace shown output there."""

from inkwright.evidence.compare import tidy
from inkwright.model.document import Document
from inkwright.model.finding import Edit
from inkwright.model.snippet import Exchange, Snippet
from inkwright.model.span import Span


def line_span(document: Document, snippet: Snippet, line: int) -> Span:
    """The source line of a 1-based line of the snippet's code; line 0 is the fence's own."""
    return whole_line(document, document.position(snippet.block.span.start).line + line)


def whole_line(document: Document, line: int) -> Span:
    """A 1-based source line without its line end."""
    start = document.lines.offset(line)
    end = document.lines.offset(line + 1)
    return Span(start, start + len(document.text[start:end].rstrip("\r\n")))


def fence_rewritten(document: Document, fence: Span, output: str) -> Edit:
    """Replace the content of an output fence, keeping its indentation or quote marks, its info string and its line
    ends; the fence itself grows only when the output holds one as long."""
    written = document.slice(fence)
    newline = "\r\n" if "\r\n" in written else "\n"
    lines = written.splitlines()
    mark = lines[0][: len(lines[0]) - len(lines[0].lstrip("`~"))]
    prefix = _prefix(document, fence)
    body = tidy(output).split("\n") if tidy(output) else []
    longest = max((len(line.lstrip()) - len(line.lstrip().lstrip(mark[0])) for line in body), default=0)
    fence_mark = mark[0] * max(len(mark), longest + 1)
    opening = fence_mark + lines[0][len(mark) :]
    content = [f"{prefix}{line}".rstrip() if not line else f"{prefix}{line}" for line in body]
    return Edit(fence, newline.join([opening, *content, f"{prefix}{fence_mark}"]))


def exchange_rewritten(document: Document, snippet: Snippet, exchange: Exchange, output: str) -> Edit | None:
    """Replace the lines that a transcript shows below one statement. None where it cannot be done without touching
    anything else: output that would close the fence, or a fence that is never closed."""
    fence = snippet.block.span
    written = document.slice(fence)
    mark = written[: len(written) - len(written.lstrip("`~"))]
    body = tidy(output).split("\n") if tidy(output) else []
    if exchange.mark and body:
        body[0] = exchange.mark + body[0]
    if document.slice(fence).rstrip("\r\n").splitlines()[-1].strip(" >\t").strip(mark[0]) or any(
        line.lstrip().startswith(mark) for line in body
    ):
        return None
    newline = "\r\n" if "\r\n" in written else "\n"
    prefix = _prefix(document, fence)
    first = document.position(fence.start).line + exchange.first
    span = Span(document.lines.offset(first), document.lines.offset(first + exchange.count))
    return Edit(span, "".join(f"{prefix}{line}".rstrip() + newline for line in body))


def _prefix(document: Document, fence: Span) -> str:
    """What stands before each further line of a fence: its quote marks, and blanks for a list's mark."""
    start = document.lines.offset(document.position(fence.start).line)
    return "".join(char if char in " \t>" else " " for char in document.text[start : fence.start])
