"""How much of a planned bullet its section's prose has taken up. Lexical on purpose: fast, offline, explainable."""

import re
from collections.abc import Iterable

from inkwright.model.regex import regex

THRESHOLD = 0.5
"""Share of a bullet's content words that must stand in the prose of its section for it to count as written.
**Source:** own trial: a bullet names its point in 4-8 content words, of which a paragraph on it repeats three or
more; at 0.4 neighbouring bullets of one section cover each other, at 0.7 a paraphrase is missed."""

_SMALL_WORDS = """
a about above after again all also an and any are as at be because been before being below between both but by can
could did do does doing down during each few for from further had has have having he her here hers him his how i if
in into is it its itself let me more most my no nor not of off on once only or other our out over own same she should
so some such than that the their them then there these they this those through to too under until up us use used
using very was we were what when where which while who whom why will with would you your
"""
_STOP = frozenset(_SMALL_WORDS.split())
_WORD = regex(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_UNSPACED = regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "edly", "ers", "er", "ed", "es", "ly", "s", "e", "y")


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, cut to a rough stem; Chinese and Japanese as pairs of characters.

    Compounds with a hyphen count as their parts. Empty for a text of small words only.
    """
    found: set[str] = set()
    for match in _WORD.finditer(text.lower()):
        for word in re.split(r"[-'’]", match[0]):
            if _UNSPACED.search(word):
                found.update(word[i : i + 2] for i in range(max(1, len(word) - 1)))
            elif word not in _STOP and (len(word) > 1 or word.isdigit()):
                found.add(_stem(word))
    return frozenset(found)


def coverage(bullet: str, prose: Iterable[str] | frozenset[str]) -> float:
    """Share of a bullet's content words (0-1) among the content words of the prose; 0 for a bullet without any."""
    wanted = content_words(bullet)
    return len(wanted & frozenset(prose)) / len(wanted) if wanted else 0.0


def _stem(word: str) -> str:
    """A word without its commonest endings, at least four letters kept."""
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word
