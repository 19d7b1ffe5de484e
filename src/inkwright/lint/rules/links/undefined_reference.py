"""Reference links `[text][name]` whose definition is missing: readers see the brackets."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARK = regex(r"(?<![\w\])\ue000\\!])\[(?=[^\]\[]*[A-Za-z]{2})[^\[\]\n]{1,120}\]\[([^\[\]\n]{0,80})\](?![\[(:])")
_NUMBERS = regex(r"[\d\W_]*\Z")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each reference link without a definition."""
    for passage in prose(document):
        if "][" in passage.text:
            for match in _MARK.finditer(passage.text):
                name = match[1].strip()
                if not _NUMBERS.match(name) or name.isdigit():
                    span = Span(*match.span()).shift(passage.span.start)
                    yield found(span, f"there is no definition `[{name}]: ...` in this file")
