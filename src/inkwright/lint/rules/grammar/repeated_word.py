"""Words typed twice."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, starts_sentence, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

_DOUBLES = frozenset(
    (
        "that", "had", "do", "very", "really", "so", "many", "much", "far", "long", "no", "yes", "ha", "he",
        "bla",
        "blah", "knock", "bye", "hush", "tut", "there", "now", "again", "never", "wait", "pro", "yum", "aye", "hear",
        "please", "chop", "win", "her", "higher", "lower", "bigger", "smaller", "deeper", "faster", "more", "less",
        "on",
        "over", "round", "up", "down", "nous", "vous",
    )
)  # fmt: skip
"""Words that English doubles on purpose or by grammar ("had had", "log on on Mondays")."""
_ENDS_IN_IS = wordset("what thing problem point question issue reason all how where who whatever truth which")
"""Words of which a clause is made that may end with "is" before another: "what it is is", "the problem is is"."""
_OPENS_ONCE = frozenset(("he", "on"))
"""Words that are doubled inside a sentence alone."""
_PARTICLES = frozenset(("in", "by", "off", "through"))
_BEFORE_CLAUSE = frozenset(("of", "for", "about", "with", "in", "on", "from", "to", "by", "like"))
_PHRASAL = wordset(
    "go goes going went gone come comes coming came get gets getting got check checks checked checking plug plugs "
    "plugged plugging drop drops dropped dropping fly flies flew flown move moves moved moving stay stays stayed "
    "staying tune tunes tuned zoom zooms zoomed zooming opt opts opted phone phoned chip chips stand stood stop "
    "stops stopped pass passes passed log logs logged logging sign signs signed signing take takes took taken run "
    "runs ran let"
)
"""Verbs that form one with a particle, so that the preposition behind them may be the same word: "go in in June"."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each word that follows itself with only white space between."""
    for held in tokens(document):
        words = held.words
        for at in range(1, len(words)):
            if words[at] == words[at - 1] and _is_slip(held, at):
                first, second = held.passage.words[at - 1], held.passage.words[at]
                span = Span(first.start, second.end)
                plain = document.slice(Span(first.end, second.start)).isspace()
                fix = Fix("Say it once", (Edit(Span(first.end, second.end), ""),), safe=True) if plain else None
                yield found(span, f"“{document.slice(second)}” stands here twice", fix=fix)


def _is_slip(held: Tokens, at: int) -> bool:
    word = held.words[at]
    if not word.isalpha() or held.passage.kind == "cell" or (word in _DOUBLES and not _opens_twice(held, at)):
        return False
    if word == "is" and not _ENDS_IN_IS.isdisjoint(held.words[max(at - 7, 0) : at - 1]):
        return False
    before = held.words[at - 2] if at > 1 else ""
    if before.rpartition("-")[2] == word or held.words[at + 1 : at + 2] == (word,):
        return False  # three in a row are meant
    if word in _PARTICLES and before in _PHRASAL:
        return False
    if word == "it" and before in _BEFORE_CLAUSE and _is_verb(held, at + 1):
        return False  # "which part of it it needs"
    first, second = held.passage.words[at - 1], held.passage.words[at]
    if held.passage.slice(Span(first.end, second.start)).strip(" \n\r\t"):
        return False
    said, again = held.passage.slice(first), held.passage.slice(second)
    if held.passage.slice(Span(first.start - 2, first.start)).endswith("-"):
        return False  # the second half of "ding-ding ding"
    if word == "i":
        return said == again == "I"
    if again != word:
        return False
    return said == word or (said == word.capitalize() and starts_sentence(held.passage, at - 1))


def _opens_twice(held: Tokens, at: int) -> bool:
    """Whether a word that may stand twice inside a sentence opens one twice: "He he left"."""
    return held.words[at] in _OPENS_ONCE and starts_sentence(held.passage, at - 1)


def _is_verb(held: Tokens, at: int) -> bool:
    """Whether a word has the ending of a verb behind "it"."""
    word = held.words[at] if at < len(held.words) else ""
    return word.endswith(("s", "ed")) and len(word) > 2
