"""How often a post names the keyword that it is to be found by, over its whole text."""

import math
from collections.abc import Iterator

from inkwright.lint.content import stem
from inkwright.lint.front import key_span
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_PER = 2000
"""Words to which the requirement's rates refer."""
_ONE_WORD = 5
"""Times more often that a keyword of one word may stand: it is a word of the language, too."""
_PART = regex(r"[^\W_]+")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a declared keyword that the text names too rarely for its length, or so often that it is stuffed;
    none for a text below the least number of words."""
    keyword = [stem(word) for word in _PART.findall(context.metadata.keyword.lower())]
    words = [stem(part) for held in tokens(document) for word in held.words for part in _PART.findall(word)]
    if not keyword or len(words) < number(context, "keyword-density", "words"):
        return
    times = _count(words, keyword)
    low = math.floor(number(context, "keyword-density", "least") * len(words) / _PER)
    high = number(context, "keyword-density", "most") * (1 if len(keyword) > 1 else _ONE_WORD)
    said = f"“{context.metadata.keyword.strip()}” stands {_times(times)} in {len(words)} words"
    if 0 < times < low:
        yield found(key_span(document, "keyword"), f"{said}: 3 to 5 times in 2,000 let it be found")
    elif times * _PER > high * len(words):
        yield found(key_span(document, "keyword"), f"{said}: 3 to 5 times in 2,000 are enough, more reads as stuffed")


def _count(words: list[str], keyword: list[str]) -> int:
    size = len(keyword)
    return sum(1 for at in range(len(words) - size + 1) if words[at : at + size] == keyword)


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"
