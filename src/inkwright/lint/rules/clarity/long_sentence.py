"""Sentences with more words than a reader holds at once."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import count_words, prose
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_ASIDE = regex(r"\([^()]*\)")
_FAR = 1.5
"""Times the limit from which on nothing excuses a sentence, an item of a list neither."""
_SHORT = 12
"""Words up to which an aside in parentheses is read past."""
_WORD = regex(r"\w[\w'’-]*")
_LINE_BREAK = regex(r" {2,}\n")
"""A hard line break, as the masked text shows it."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence of running text above the limit, but for those that a semicolon or an aside in
    parentheses takes below it while it is not far above."""
    limit = number(context, "long-sentence", "words")
    for passage in prose(document):
        most = _FAR * limit if passage.kind == "item" else limit
        if passage.kind in ("paragraph", "note", "item") and len(passage.words) > most:
            for sentence in passage.sentences:
                for part in _parts(passage, sentence):
                    count = count_words(passage, part)
                    if count > most and (count > _FAR * limit or _longest_breath(passage, part) > limit):
                        hint = "split it, or cut what the reader can do without"
                        yield found(part, f"a sentence of {count} words: {hint}")


def _longest_breath(passage: Passage, part: Span) -> int:
    """The words of the longest piece between semicolons, short asides in parentheses left out."""
    text = passage.slice(part)
    for aside in _ASIDE.finditer(text):
        inside = Span(part.start + aside.start(), part.start + aside.end())
        if count_words(passage, inside) <= _SHORT:
            text = text[: aside.start()] + " " * len(aside[0]) + text[aside.end() :]
    ends = [at for at, char in enumerate(text) if char == ";"]
    pieces = zip([0, *ends], [*ends, len(text)], strict=True)
    return max(len(_WORD.findall(text, first, last)) for first, last in pieces)


def _parts(passage: Passage, sentence: Span) -> Iterator[Span]:
    """A sentence cut where its author broke the line on purpose, as between the lines of an address."""
    at = sentence.start
    for broken in _LINE_BREAK.finditer(passage.slice(sentence)):
        yield Span(at, sentence.start + broken.start())
        at = sentence.start + broken.end()
    yield Span(at, sentence.end)
