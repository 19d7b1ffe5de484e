"""Verbs in the wrong number for their subject."""

from collections.abc import Iterator

from inkwright.lint.agreement import slips
from inkwright.lint.rule import found
from inkwright.lint.tokens import is_english, tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each verb that cannot go with its subject."""
    if not is_english(document):
        return
    for held in tokens(document):
        if held.passage.kind not in ("quote", "cell", "heading"):
            for at, right in slips(held):
                words = held.passage.words
                verb, before = words[at], words[at - 1]
                said = " ".join(held.passage.slice(Span(before.start, verb.end)).split())
                fix = Fix(f"Say “{right}”", (Edit(verb, right),))
                yield found(verb, f"“{said}”: the verb does not agree with its subject, say “{right}”", fix=fix)
