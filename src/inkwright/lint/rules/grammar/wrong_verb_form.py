"""Verbs in a form that their auxiliary does not take."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import is_english, tokens
from inkwright.lint.verbs import slips
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each verb whose neighbours want another form."""
    if not is_english(document):
        return
    for held in tokens(document):
        if held.passage.kind not in ("quote", "cell", "heading"):
            words = held.passage.words
            for first, last, right in slips(held):
                span = Span(words[first].start, words[last].end)
                said = " ".join(held.passage.slice(Span(words[max(first - 1, 0)].start, span.end)).split())
                fix = Fix(f"Say “{right}”", (Edit(span, right),))
                yield found(span, f"“{said}”: the verb takes another form here, say “{right}”", fix=fix)
