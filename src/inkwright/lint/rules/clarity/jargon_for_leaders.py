"""Terms of the trade in a post that leaders are to read."""

import re
from collections.abc import Iterator

from inkwright.lint.jargon import JARGON, LONGEST
from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_KINDS = frozenset({"paragraph", "item"})
_EXPLAINED = regex(
    r"\s*(?:\(|[,:;–—-]+ (?:a|an|the|that is|i\.e\.|which|or|meaning|so)\b|"
    r"(?:is|are|means?|says?|stands for|refers to)\b)",
    re.I,
)
_SAID = regex(r"(?:[(“\"'‘]|\b(?:called|named|term|so-called|known as|that is|i\.e\.|or))\s*$", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for the first use of each unexplained term when leadership is an audience."""
    if "leadership" not in context.audience:
        return
    seen: set[str] = set()
    for held in tokens(document):
        if held.passage.kind in _KINDS:
            for span, term in _terms(held):
                if term not in seen:
                    seen.add(term)
                    if not _is_explained(held, span):
                        yield found(span, f"leaders read this: say what “{term}” means for them, in plain words")


def _terms(held: Tokens) -> Iterator[tuple[Span, str]]:
    """Every term of a passage, the longest one at each place."""
    at = 0
    while at < len(held.words):
        for size in range(min(LONGEST, len(held.words) - at), 0, -1):
            term = " ".join(held.words[at : at + size])
            if term in JARGON:
                yield Span(held.passage.words[at].start, held.passage.words[at + size - 1].end), term
                at += size - 1
                break
        at += 1


def _is_explained(held: Tokens, span: Span) -> bool:
    """Whether the words beside a term say what it is, or it is itself the explanation, in brackets or quotes."""
    passage = held.passage
    before = passage.slice(Span(passage.span.start, span.start))[-12:]
    after = passage.slice(Span(span.end, passage.span.end))[:30]
    return bool(_SAID.search(before) or _EXPLAINED.match(after))
