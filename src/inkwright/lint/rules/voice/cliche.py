"""Clichés, as the page's patterns tell them."""

from collections.abc import Iterator

from inkwright.lint.rule import found, patterns
from inkwright.lint.slots import match_patterns
from inkwright.lint.tokens import is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_QUOTES = frozenset({'""', "“”", "‘’", "''"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each phrase in the author's own running text that the author does not put in quotes."""
    if not is_english(document):
        return
    known = patterns("cliche")
    for held in running(document):
        for span in match_patterns(held, known):
            if _is_quoted(document.text, span):
                continue
            said = " ".join(held.passage.slice(span).split())
            yield found(span, f"“{said}” is a cliché: say what happened, with its number or its name")


def _is_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand right around a phrase: its author knows what it is."""
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] in _QUOTES
