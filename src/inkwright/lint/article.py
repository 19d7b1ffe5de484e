"""Which indefinite article a word takes, as far as its spelling tells for certain."""

import re
from typing import Literal

from inkwright.model.regex import regex

Article = Literal["a", "an", ""]

_LETTERS_WITH_AN = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: "an F", "an X"."""
_SAID_AS_WORDS = ("SQL", "LLAMA", "HF")
"""Beginnings of acronyms that people read in two ways: "a SQL query" and "an SQL query" are both right."""
_YOU = regex(
    r"us[aeu]|usual|usur|ut(?:e[nr]|il|o)|ubiq|uk|ura|uri|uro|uru|ufo|unanim|url|uuid|ui\b|ux\b|utf|utc|usb|udp|usd|uv"
    r"|eu|ew|ou(?:i|ija)|uni(?!n(?!g)|mp|mag|dent|ss|gn)"
)
"""Beginnings in a vowel letter that sound like "you"."""
_ONE = regex(r"(?:one|ones|once|oneness|onetime)(?:\b|_)")
_EITHER = regex(
    r"ubuntu|uber|über|herb|histor|hyster|habitual|hotel|homage|hero|heredit|hilar|hypoth|hallucin|u\b|y[^aeiou]|euler|ul"
    r"|urd|urb?ain"
)
"""Words that are said, or taken for said, in both ways."""
_SILENT_H = regex(r"hour|honest|honou?r|heir")
_SYLLABLE = regex(
    r"(?:[bcdfghjklmnpqrstvwxyz]|qu|bl|br|ch|cl|cr|dr|dw|fl|fr|gh|gl|gn|gr|kl|kn|kr|ph|pl|pr|ps|rh|sc|sch|scr|sh|sk|sl|sm"
    r"|sn|sp|sph|spl|spr|sq|squ|st|str|sw|th|thr|tr|tw|wh|wr)[aeiouy]"
)
"""Beginnings in a consonant that can be spoken as a syllable."""


def article_for(word: str) -> Article:
    """The article before a word as it is written; "" where both are used or nobody can tell from its spelling."""
    first = re.split("[-‐‑_'’]", word, maxsplit=1)[0]
    if not first or not first.isascii():
        return ""
    if first[0].isdigit():
        return _of_number(first)
    if len(first) == 1:
        return _of_letter(first.upper()) if len(word) > 1 and "-" in word else ""
    capitals = len(first) - len(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if first[1].isdigit():
        return _of_letter(first[0].upper()) if first[0].isupper() else ""
    if capitals >= 2 and not (len(first) >= 5 and capitals == len(first) and _has_vowel(first)):
        return _of_acronym(first, capitals)
    if first[0].islower() and first[1].isupper():
        return "an" if first[0] in "aeio" else ""
    return _of_word(first.lower())


def _of_number(number: str) -> Article:
    """ "An 8", "an 11", "an 18"; nobody knows how 1100 or 1800 is said."""
    digits = re.match("[0-9]+", number)
    said = digits[0] if digits else ""
    if said[:2] in ("11", "18") and len(said) in (2, 4, 5):
        return "" if len(said) == 4 else "an"
    return "an" if said[0] == "8" else "a"


def _of_letter(letter: str) -> Article:
    return "an" if letter in _LETTERS_WITH_AN else "a"


def _has_vowel(text: str) -> bool:
    return any(char in "AEIOU" for char in text)


def _of_acronym(word: str, capitals: int) -> Article:
    """By the name of its first letter where it cannot be read as a word, or where both ways agree."""
    run, first = word[:capitals], word[0]
    low = word.lower()
    if word.upper().startswith(_SAID_AS_WORDS) or _EITHER.match(low):
        return ""
    if first in "AEIO":
        return "" if _YOU.match(low) or _ONE.match(low) else "an"
    if first == "U":
        return "a" if _YOU.match(low) else ""
    if first not in _LETTERS_WITH_AN:
        return "a"
    speakable = _SYLLABLE.match(low) and (_has_vowel(run) or "Y" in run)
    return "" if speakable else "an"


def _of_word(word: str) -> Article:
    if _EITHER.match(word):
        return ""
    if word[0] in "aeiou":
        if not re.search("[aeiouy].*[a-z]", word):
            return ""
        return "a" if _YOU.match(word) or _ONE.match(word) else "an"
    if _SILENT_H.match(word):
        return "an"
    return "a" if _SYLLABLE.match(word) else ""
