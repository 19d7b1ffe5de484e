"""Clichés, as the page's patterns tell them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

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
        literal = _Literal(held)
        for span in match_patterns(held, known):
            if _is_quoted(document.text, span) or literal.uses(span) or is_label(document, span):
                continue
            said = " ".join(held.passage.slice(span).split())
            yield found(span, f"“{said}” is a cliché: say what happened, with its number or its name")


def _is_quoted(text: str, span: Span) -> bool:
    """Whether quotation marks stand right around a phrase: its author knows what it is."""
    return text[span.start - 1 : span.start] + text[span.end : span.end + 1] in _QUOTES


class _Literal:
    """What a passage speaks of itself: the last word of a phrase, as a plural or not, stands in it elsewhere, so that
    "to the next level" is said of the levels of a tree. Words are sought once, and each phrase is judged once."""

    def __init__(self, held: Tokens) -> None:
        self._held = held
        self._judged: dict[tuple[str, ...], bool] = {}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self._held.words):
            found.setdefault(word, []).append(at)
        return found

    def uses(self, span: Span) -> bool:
        """Whether the phrase of a span is one whose last word is spoken of elsewhere."""
        spans = self._held.passage.words
        first, end = (bisect_left(spans, edge, key=_start) for edge in span)
        phrase = self._held.words[first:end]
        if phrase not in self._judged:
            self._judged[phrase] = self._is_spoken_of(phrase)
        return self._judged[phrase]

    def _is_spoken_of(self, phrase: tuple[str, ...]) -> bool:
        last = phrase[-1].removesuffix("s")
        if not is_content(last):
            return False
        there = (at for word in {last, f"{last}s"} for at in self._places.get(word, ()))
        return any(not self._follows(phrase, at) for at in there)

    def _follows(self, phrase: tuple[str, ...], at: int) -> bool:
        """Whether a word is the last one of the phrase, said once more."""
        return self._held.words[max(at + 1 - len(phrase), 0) : at + 1] == phrase


def _start(span: Span) -> int:
    return span.start
