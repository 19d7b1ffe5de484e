"""The words of a text that carry its meaning: which words do not, and what two forms of one word have in common."""

import re
from collections.abc import Iterable
from functools import lru_cache

from inkwright.model.regex import regex

_SMALL = """
a able about above across after again all almost along already also although always am among an and another any
anyone anything are aren't around as at away back be became because become been before being below best better
between beyond both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done
down during each either else enough etc even ever every everyone everything few first for found from full further
gave get gets getting give go goes going gone good got great had has have haven't having he her here here's hers him
his how how's however i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its itself just keep kind
know last least less let let's like likely little long look looks lot lots made make makes making many may maybe me
might mine more most much must my need needs never new next no none nor not nothing now of off often ok on once one
ones only onto or other others our ours out over own part per perhaps please put quite rather re really right same
say says see seen several shall she should shouldn't show since so some someone something sometimes soon still such
sure take takes than that that's the their theirs them then there there's these they they'd they'll they're they've
thing things think this those though three through thus to together too toward towards two under unless until up
upon us use used useful uses using versus very via vs want wants was wasn't way ways we we'd we'll we're we've well
were weren't what what's when where whether which while who whom whose why will with within without won't work works
would wouldn't yes yet you you'd you'll you're you've your yours yourself
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that any text may hold, whatever it is about."""
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS = (
    "izations", "isations", "ization", "isation", "ations", "ation", "ities", "ings", "ing", "ions", "ion", "ies",
    "ied", "ity", "edly", "ers", "ors", "er", "or", "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A lower-case word without its commonest ending, four letters kept; other writing than letters stays."""
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (ending == "s"):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def content_words(text: str) -> list[str]:
    """The content words of a text in lower case and reading order; the parts of a compound stand alone."""
    return [word for word in _WORD.findall(text.replace("’", "'").lower()) if is_content(word)]


def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; empty for a text of small words only."""
    return frozenset(map(stem, content_words(text)))


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """The stems of those words, given in lower case, that carry meaning; compounds count as a whole and in parts."""
    found: set[str] = set()
    for word in words:
        if is_content(word):
            found.add(stem(word))
            if "-" in word or "_" in word:
                found.update(stem(part) for part in re.split(r"[-_]", word) if is_content(part))
    return frozenset(found)


def is_content(word: str) -> bool:
    """Whether a lower-case word carries meaning: no small word, no single letter or figure."""
    return len(word) > 1 and word not in SMALL_WORDS and not word.isdigit()
