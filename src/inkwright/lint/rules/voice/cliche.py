"""Clichés, as the page's patterns tell them."""

from collections.abc import Iterator

from inkwright.lint.content import is_content
from inkwright.lint.labels import is_label
from inkwright.lint.rule import found, patterns
from inkwright.lint.slots import match_patterns
from inkwright.lint.tokens import Tokens, is_english, running
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_QUOTES = frozenset({'""', "“”", "‘’", "''"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each phrase in the author's own running text that the author neither puts in quotes nor takes
    from the title of a page."""
    if not is_english(document):
        return
    known = patterns("cliche")
    for held in running(document):
        for span in match_patterns(held, known):
            if _is_quoted(document.text, span) or _is_literal(held, span) or is_label(document, span):
                continue
            said = " ".join(held.passage.slice(span).split())
            yield found(span, f"“{said}” is a cliché: say what happened, with its number or its name")


def _is_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand right around a phrase: its author knows what it is."""
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] in _QUOTES


def _is_literal(held: Tokens, span: Span) -> bool:
    """Whether the passage speaks of the thing itself: the last word of the phrase, as a plural or not, stands in it
    elsewhere, so that "to the next level" is said of the levels of a tree."""
    spans = held.passage.words
    inside = [at for at, word in enumerate(spans) if span.start <= word.start < span.end]
    last = held.words[inside[-1]].removesuffix("s")
    if not is_content(last):
        return False
    names = {last, f"{last}s"}
    return any(word in names and not _follows(held, at, inside) for at, word in enumerate(held.words))


def _follows(held: Tokens, at: int, inside: list[int]) -> bool:
    """Whether the same words lead up to a word as in the phrase at `inside`, the phrase itself included."""
    size = len(inside)
    return held.words[max(at + 1 - size, 0) : at + 1] == held.words[inside[0] : inside[-1] + 1]
