"""What a table is called: a paragraph right behind it that says so as Pandoc and Quarto have it, `Table: words` or
`: words`, with the table's name behind as `{#tbl-name}`.

**Source:** pandoc.org/MANUAL.html (table captions), quarto.org/docs/authoring/tables.html (cross references).
"""

from msgspec.structs import replace

from inkwright.model.document import Block, Document, Inline
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARK = regex(r"(?:[Tt]able)?:[ \t]+(?=\S)")
_NAME = regex(r"[ \t]*\{#(?P<name>[\w-]+)[^{}\n]*\}\s*\Z")


def caption_of(block: Block, document: Document) -> tuple[tuple[Inline, ...], str] | None:
    """The inlines of a paragraph that is a caption, without its mark, and the name that it gives ("" for none); None
    for any other paragraph."""
    text = document.slice(block.span)
    mark, first = _MARK.match(text), block.inlines[0] if block.inlines else None
    if mark is None or first is None or first.kind != "text" or not first.text.startswith(mark[0]):
        return None
    start, found = block.span.start, _NAME.search(text)
    end = start + found.start() if found else block.span.end
    first = replace(first, span=Span(start + mark.end(), first.span.end), text=first.text[mark.end() :])
    kept = [one for one in (first, *block.inlines[1:]) if one.span.start < end]
    last = kept[-1] if kept else first
    if found and last.kind == "text" and last.span.end > end:
        kept[-1] = replace(last, span=Span(last.span.start, end), text=last.text[: end - last.span.end])
    return tuple(kept), found["name"] if found else ""
