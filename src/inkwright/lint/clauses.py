"""Where clauses begin, as far as single words tell."""

from bisect import bisect_right

from inkwright.lint.tokens import Tokens, between, starts_sentence
from inkwright.model.document import Passage
from inkwright.model.span import Span

_JOINING = frozenset(("but", "because", "since", "so", "although", "though", "while", "when", "if", "and", "as"))

_ALWAYS = frozenset(("because", "although", "though", "when", "while", "if"))


def touches(held: Tokens, index: int) -> bool:
    """Whether only white space stands between a word and the one before it; False for the first word."""
    return 0 < index < len(held.words) and between(held.passage, index).isspace()


def joined(held: Tokens, first: int, last: int) -> bool:
    """Whether only white space stands between the words from one index to another."""
    return all(touches(held, index) for index in range(first + 1, last + 1))


def run(held: Tokens, at: int, most: int) -> tuple[str, ...]:
    """The words from an index on, at most so many, up to the first that something other than white space parts."""
    stop = at + 1
    while stop < len(held.words) and stop - at < most and touches(held, stop):
        stop += 1
    return held.words[at:stop]


_NAMED = 3
"""Letters up to which a word keeps its small letter in a title."""


_SPOKEN = 1000
"""Characters before and behind some words among which the marks of their quotation stand."""


def in_title(held: Tokens, first: int, stop: int) -> bool:
    """Whether the words from one index up to another are part of a name or of the title of a work that the text
    mentions: all but the small ones begin with a capital, and so does a neighbour inside the sentence, or there are
    two of them inside it. False where the whole passage is written so."""
    passage = held.passage
    inside = [at for at in range(first, stop) if len(held.words[at]) > _NAMED]
    if not inside or not all(_is_capital(passage, at) for at in inside):
        return False
    beside = [at for at in (first - 1, stop) if touches(held, max(at, first)) and not starts_sentence(passage, at)]
    named = any(_is_capital(passage, at) for at in beside)
    if not named and (starts_sentence(passage, first) or len(inside) < 2):
        return False
    others = (at for at, word in enumerate(held.words) if not first <= at < stop and len(word) > _NAMED)
    return any(not _is_capital(passage, at) for at in others)


def in_quotes(held: Tokens, first: int, stop: int) -> bool:
    """Whether the words from one index up to another stand inside a quotation of their sentence, whose marks are both
    there: they are somebody's words, or words that are shown."""
    passage = held.passage
    base, text = passage.span.start, passage.text
    (begins, ends), start, end = sentence_of(passage, first), passage.words[first].start, passage.words[stop - 1].end
    before = max(begins, start - _SPOKEN) - base, start - base
    after = end - base, min(ends, end + _SPOKEN) - base
    if text.count('"', *before) % 2:
        return text.find('"', *after) >= 0
    return text.rfind("“", *before) > text.rfind("”", *before) and text.find("”", *after) >= 0


def _is_capital(passage: Passage, at: int) -> bool:
    return passage.slice(passage.words[at])[:1].isupper()


def opens_clause(held: Tokens, at: int, joining: frozenset[str] = _JOINING) -> bool:
    """Whether a word is the first of a sentence with nothing hidden before it, or stands right behind a joining word
    that can join nothing but clauses, starts the sentence or follows a comma."""
    if _opens(held, at):
        return True
    if at == 0 or held.words[at - 1] not in joining or not touches(held, at):
        return False
    return held.words[at - 1] in _ALWAYS or _opens(held, at - 1) or _after_comma(held, at - 1)


def _opens(held: Tokens, at: int) -> bool:
    passage = held.passage
    if not starts_sentence(passage, at):
        return False
    start = sentence_of(passage, at).start
    if at and passage.words[at - 1].start >= start:
        start = passage.words[at - 1].end  # behind a label
    return not passage.slice(Span(start, passage.words[at].start)).strip(" \n\"'“‘(*_:")


def sentence_of(passage: Passage, at: int) -> Span:
    """The sentence in which a word stands; the whole passage where there is none."""
    index = bisect_right(passage.sentences, (passage.words[at].start, passage.span.end + 1)) - 1
    return passage.sentences[index] if index >= 0 else passage.span


def _after_comma(held: Tokens, at: int) -> bool:
    return at > 0 and between(held.passage, at).strip() in (",", ";", ":", "—", "–")
