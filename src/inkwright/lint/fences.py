"""Where the lines of a code block stand in the source, whatever it is indented by or quoted in."""

from inkwright.model.document import Block, Document
from inkwright.model.span import Span


def opening_line(document: Document, block: Block) -> Span:
    """The opening line of a fenced block, from its fence on, without the line end."""
    text = document.text
    end = block.span.start
    while end < block.span.end and text[end] not in "\r\n":
        end += 1
    return Span(block.span.start, end)


def code_line(document: Document, block: Block, line: int) -> Span:
    """The source span of one line of a block's code; `line` counts from 1 and is clamped to the code. Empty code
    gives the opening line."""
    code = block.text.splitlines() or [""]
    line = min(max(line, 1), len(code))
    first = document.position(block.span.start).line + (1 if block.name == "fenced" else _below_tag(document, block))
    start = document.lines.offset(first + line - 1)
    end = document.lines.offset(first + line)
    source = document.text[start:end].rstrip("\r\n")
    shown = code[line - 1].rstrip()
    if not block.text.strip():
        return opening_line(document, block)
    at = source.rfind(shown.lstrip()) if shown.strip() else len(source)
    at = max(at, 0)
    return Span(start + at, start + at + len(shown.lstrip()))


def _below_tag(document: Document, block: Block) -> int:
    """1 for code between two tags that begins on the line after the first one, else 0."""
    tag = document.text[block.span.start : block.inner.start + 1]
    return int(block.name != "indented" and tag.endswith(("\n", "\r")))


def code_offset(document: Document, block: Block, line: int, column: int) -> int:
    """The source offset of a place in a block's code; both count from 1, places past a line are clamped to its end."""
    code = block.text.splitlines() or [""]
    shown = code[min(max(line, 1), len(code)) - 1]
    indent = len(shown) - len(shown.lstrip())
    span = code_line(document, block, line)
    return min(max(span.start + column - 1 - indent, span.start), span.end)
