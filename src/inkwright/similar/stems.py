"""Words cut back to their stems, so that "caches" and "caching" count as one word; quick, for English."""

import unicodedata
from functools import lru_cache

from inkwright.model.regex import regex
from inkwright.similar.words import STOP

WORD = regex(r"[^\W_]+(?:['’][^\W\d_]+)?|_[^\W_]+")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""))
_NOUNS = ("ment", "ion", "er", "or", "abl")
_SIBILANT = ("xes", "ses", "zes", "ches", "shes")
_SHORTEST = 4
"""Letters from which a word is cut; what is left has three at least."""


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The stem of a word in lower case; short words and those with digits stay whole. Accents are dropped."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.replace("’", "'")) if not unicodedata.combining(c))
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = _without(word, ending, instead)
            break
    return word.rstrip("e") if len(word) > _SHORTEST else word


def _without(word: str, ending: str, instead: str) -> str:
    if ending == "s" and word.endswith(("ss", "us", "is")):
        return word
    if ending == "es" and not word.endswith(_SIBILANT):
        return word[:-1]
    word = word[: -len(ending)] + instead
    doubled = ending in ("ing", "ed") and len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word


def stems(text: str) -> list[str]:
    """The stems of a text's words in reading order, without single letters and words that say nothing."""
    return [stem(word) for word in WORD.findall(text.lower()) if len(word) > 1 and word not in STOP]


@lru_cache(1 << 16)
def root(word: str) -> str:
    """What the noun, the verb and its doer have in common: "simulate", "simulation" and "simulators"; blunter than
    `stem`."""
    short = stem(word)
    if not short.isalpha():
        return short
    for ending in _NOUNS:
        if short.endswith(ending) and len(short) - len(ending) >= _SHORTEST:
            short = short.removesuffix(ending)
            break
    return short.removesuffix("at") if len(short) - 2 >= _SHORTEST else short


def roots(text: str) -> list[str]:
    """The roots of a text's words, as `stems`."""
    return [root(word) for word in WORD.findall(text.lower()) if len(word) > 1 and word not in STOP]
