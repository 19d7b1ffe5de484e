"""Footnote marks that lead nowhere: the parser leaves them as text."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARK = regex(r"(?<!\\)\[\^([^\]\s\ue000]+)\](?![:(\[*+?{])")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each mark without a note."""
    known = {block.name.lower() for block in document.of_kind("footnote")}
    for passage in prose(document):
        if "[^" in passage.text:
            for match in _MARK.finditer(passage.text):
                if match[1].lower() not in known:
                    span = Span(match.start(), match.end()).shift(passage.span.start)
                    yield found(span, f"there is no footnote `[^{match[1]}]:` in this file")
