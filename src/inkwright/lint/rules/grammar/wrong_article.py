"""*A* before a vowel sound and *an* before a consonant."""

import re
from collections.abc import Iterator

from inkwright.lint.article import article_for
from inkwright.lint.rule import found
from inkwright.lint.tokens import is_english, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.regex import regex
from inkwright.model.span import Span

_PAIR = regex(r"([aA](?<![^\s(\[“‘\"—–].)[nN]?)(\s+)[\"“‘]?([^\W_][\w'’‐‑-]*)")  # a letter first is found faster
_NO_NOUN = wordset(
    "is are and or in on at of as if it its it's i into us also an a am about after all be been both but by can does "
    "for from had has have he her his how me my not onto our out over she so than that the their them then there "
    "these they this those to too up upon was we were what when where which while who will with without would you your"
)
"""Words that no article stands before, so that "a" or "an" is a letter or a slip of another kind."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each article that its next word does not take."""
    if not is_english(document):
        return
    for held in tokens(document):
        passage = held.passage
        if passage.kind == "quote":
            continue
        for pair in _PAIR.finditer(passage.text):
            said, next_word = pair[1], pair[3]
            right = article_for(next_word)
            if (
                not right
                or right == said.lower()
                or next_word.lower() in _NO_NOUN
                or _is_letter(said, pair, passage.text)
            ):
                continue
            span = Span(passage.span.start + pair.start(1), passage.span.start + pair.end(1))
            if document.slice(span) != said:
                continue
            instead = right.capitalize() if said[0].isupper() else right
            fix = Fix(f"Say “{instead} {next_word}”", (Edit(span, instead),), safe=True)
            yield found(span, f"“{said} {next_word}” is said “{instead} {next_word}”", fix=fix)


def _is_letter(said: str, pair: re.Match[str], text: str) -> bool:
    """Whether "A" or "AN" is no article: a letter or a name inside a sentence, or a word in capitals."""
    if said == "AN" or (said == "A" and pair[3].isupper() and len(pair[3]) < 3):
        return True
    before = text[max(pair.start() - 8, 0) : pair.start()].rstrip()
    return said[0].isupper() and bool(before) and before[-1] not in '.!?:”"…—\n'
