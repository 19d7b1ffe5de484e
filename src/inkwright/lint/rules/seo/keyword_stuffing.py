"""Passages that repeat their keyword for a machine."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from inkwright.lint.content import is_content, stem
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import Tokens, tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_SENTENCE = (9, 34)
"""Words of a sentence that can be judged for repeated phrases; a longer one may be a list."""
_TWICE = 4
"""Content words of a sentence that must stand in it twice or more."""
_RUN = 3
"""Such words that must stand side by side: a phrase to be found by, where a list of labels or versions has words in
between."""
_REPEATED = 2
"""Content words that must stand twice in a passage as they are written before its sentences are looked at."""
_SHARE = 0.8
"""Share of a sentence's content words that must be such repeated ones."""
_PHRASE = 4
"""Times that two content words must stand side by side in a passage to be a phrase that it is made for."""
_HEAVY = 0.6
"""Share of a passage's content words that stand in it three times or more. No passage of the development corpus with
such a phrase has more than 0.5."""
_PHRASED = 15
"""Words that a passage must have before its phrases are counted."""
_KINDS = frozenset({"paragraph", "item", "quote"})
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "these", "those", "each", "every", "any", "no", "one"))
_CONTRASTS = frozenset(("while", "whereas", "but", "respectively"))
"""Words of a sentence that sets two things side by side, for which it needs the same words twice."""
_QUOTES = regex(r"`|\]\(|\]\[")
"""What a sentence written for a machine has none of: code and links."""
_BE = frozenset(("is", "are", "was", "were"))


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each passage in which a word is heaped, or for a sentence made of repeated words."""
    times, percent = number(context, "keyword-stuffing", "times"), number(context, "keyword-stuffing", "percent")
    for held in tokens(document):
        if held.passage.kind not in _KINDS or len(held.words) < _SENTENCE[0]:
            continue
        if len(set(held.words)) + _REPEATED > len(held.words):
            continue
        counts = Counter(held.words)
        twice = [word for word, count in counts.items() if count > 1 and is_content(word) and word.isalpha()]
        if not twice or _is_definition(held):
            continue
        word = max(twice, key=counts.__getitem__)
        if counts[word] >= times and 100 * counts[word] >= percent * len(held.words):
            if _is_spoken_of(held, word):
                continue
            said = f"“{word}” stands here {counts[word]} times in {len(held.words)} words"
            yield found(_whole(held), f"{said}: say it once and use “it”")
        elif counts[word] >= _PHRASE and (said := _phrase(held)):
            yield found(_whole(held), f"{said}: name it once and say what you know of it")
        elif len(twice) >= _REPEATED:
            yield from _doubled(document, held)


def _is_definition(held: Tokens) -> bool:
    """Whether code opens the passage: what it is has to be said in its own terms, again and again."""
    opening = next((inline for inline in held.passage.block.inlines if inline.kind != "text" or inline.plain()), None)
    return opening is not None and opening.kind == "code"


def _is_spoken_of(held: Tokens, word: str) -> bool:
    """Whether half of the uses of a word have an article or the like: "if a line matches, that line is printed"."""
    uses = [at for at, one in enumerate(held.words) if one == word]
    return 2 * sum(at > 0 and held.words[at - 1] in _DETERMINERS for at in uses) >= len(uses)


def _is_parallel(words: Sequence[str]) -> bool:
    """Whether a sentence sets two things side by side: "M is the number of one and N is the number of the other"."""
    if not _CONTRASTS.isdisjoint(words):
        return True
    joints = [at for at, word in enumerate(words) if word == "and"]
    return any(not _BE.isdisjoint(words[:at]) and not _BE.isdisjoint(words[at:]) for at in joints)


def _phrase(held: Tokens) -> str:
    """What is said of a passage that is made of one phrase again and again, "" for any other one."""
    if len(held.words) < _PHRASED:
        return ""
    words = [word for word in held.words if is_content(word)]
    stems = [stem(word) for word in words]
    pairs = Counter(frozenset(pair) for pair in pairwise(stems) if pair[0] != pair[1])
    counts = Counter(stems)
    heavy = sum(count for count in counts.values() if count > 2)
    if not pairs or heavy < _HEAVY * len(stems) or "respectively" in held.words:
        return ""
    pair, times = pairs.most_common(1)[0]
    if times < _PHRASE:
        return ""
    at = next(at for at, two in enumerate(pairwise(stems)) if frozenset(two) == pair)
    return f"“{words[at]} {words[at + 1]}” stands here {times} times in {len(held.words)} words"


def _doubled(document: Document, held: Tokens) -> Iterator[Finding]:
    """Sentences most of whose content words stand in them twice."""
    passage = held.passage
    at = 0
    for sentence in passage.sentences:
        start = at
        while at < len(passage.words) and passage.words[at].end <= sentence.end:
            at += 1
        words = held.words[start:at]
        if not _SENTENCE[0] <= len(words) <= _SENTENCE[1] or len(set(words)) + _REPEATED > len(words):
            continue
        if _is_parallel(words) or _QUOTES.search(document.slice(sentence)):
            continue
        stems = [stem(word) if is_content(word) and word.replace("-", "").isalpha() else "" for word in words]
        counts = Counter(filter(None, stems))
        twice = {word for word, count in counts.items() if count > 1}
        heavy = sum(counts[word] for word in twice) >= _SHARE * sum(counts.values())
        if len(twice) >= _TWICE and heavy and _longest_run(stems, twice) >= _RUN:
            yield found(sentence, "this sentence says the same words twice over: say them once")


def _longest_run(stems: Sequence[str], wanted: Set[str]) -> int:
    """The most words side by side that are all among the wanted ones."""
    longest = run = 0
    for word in stems:
        run = run + 1 if word in wanted else 0
        longest = max(longest, run)
    return longest


def _whole(held: Tokens) -> Span:
    sentences = held.passage.sentences
    return Span(sentences[0].start, sentences[-1].end) if sentences else held.passage.span
