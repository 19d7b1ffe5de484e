"""Spaces before commas and full stops, and marks typed twice."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.regex import regex
from inkwright.model.span import Span

_SLIP = regex(
    r"(?<=[a-z0-9\])])(?P<space>[ ]+)[,.](?=\s|\Z)(?!\s*[,.])|(?<=[a-z0-9)])(?P<twice>,,|(?<!\.)\.\.)(?=\s|\Z)"
    r"|(?<=[a-z0-9)])(?P<mixed>,\.)(?=\s|\Z)"
)

_SUM = regex(r"[-+*/=()\d]\s*\d+\Z")
"""The end of a sum that nobody marked as math: "21+49=70 ."."""
_COMMAND = regex(r"(?<=\s)--?[a-z][\w-]*\s[^.]*\Z")
"""The end of a command that nobody marked as code: "docker build -t app ."."""
_SIGNS = (" ,", " .", ",,", "..", ",.")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each space before a comma or full stop between words, and each mark doubled."""
    for held in tokens(document):
        passage = held.passage
        if not any(map(passage.text.__contains__, _SIGNS)):
            continue
        if passage.kind in ("cell", "quote") or "\\" in passage.text:
            continue  # a backslash: math that nobody marked as such
        for slip in _SLIP.finditer(passage.text):
            if slip["space"] and _SUM.search(passage.text[max(slip.start() - 12, 0) : slip.start()]):
                continue
            if slip["space"] and _COMMAND.search(passage.text[max(slip.start() - 60, 0) : slip.start()]):
                continue
            start, end = (passage.span.start + place for place in slip.span())
            span = Span(start, end)
            if document.slice(span) != slip[0] or document.text[start - 1] != slip.string[slip.start() - 1]:
                continue
            mark = slip[0].strip()[-1]
            what = "a space stands before this mark" if slip["space"] else "this mark is typed twice"
            yield found(span, what, fix=Fix("Leave it out", (Edit(span, mark),), safe=True))
