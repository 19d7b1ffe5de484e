"""Sentences that a reader stumbles over when reading them aloud."""

from collections.abc import Iterator

from inkwright.lint.clauses import touches
from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, is_english, running
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_ABSTRACT = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ance",
    "ances",
    "ence",
    "ences",
)
_PIECES = ("tion", "sion", "ment", "ness", "ity", "ities", "ance", "ence")
"""Of which each such word holds one."""
_CONCRETE = wordset(
    "section sections document documents function functions version versions question questions segment comment "
    "comments sentence sentences environment environments deployment deployments application applications "
    "experiment experiments element elements inference production statement statements argument arguments city "
    "cities entity entities instance instances reference references mention mentions"
)
_ALIKE = regex(r"([b-df-hj-np-tv-z])\1{4}")
"""Five words that begin alike, looked for in the initials of a passage."""
_SMALL = wordset(
    "the a an of to in on at by for with from and or but as is are was were be been it its this that these those "
    "we i you they he she so if not no do does did has have had will would can could should than then there their "
    "our your my"
)

_ALLITERATION = 5
_STACK = 3
_CHAIN = 4
_CHAIN_REACH = 14


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each chain of one initial sound, chain of "of", and stack of abstract nouns where it is first
    met: what comes again is a term of the post."""
    if not is_english(document):
        return
    said: set[str] = set()
    for held in running(document):
        yield from _alliterations(held)
        for stack in _stacks(held):
            if stack.message not in said:
                said.add(stack.message)
                yield stack
        yield from _chains(held)


def _runs(held: Tokens, same: list[str], least: int) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words with the same key, "" for words that end a run."""
    start = 0
    for at in range(1, len(same) + 1):
        if at == len(same) or same[at] != same[start] or not same[at] or not touches(held, at):
            if same[start] and at - start >= least:
                yield start, at - 1
            start = at


def _span(held: Tokens, first: int, last: int) -> Span:
    return Span(held.passage.words[first].start, held.passage.words[last].end)


def _alliterations(held: Tokens) -> Iterator[Finding]:
    """ "She sells sea shells slowly"."""
    if len(held.words) < _ALLITERATION or not _ALIKE.search("".join([word[0] for word in held.words])):
        return
    keys = [word[0] if word[0].isalpha() and word not in _SMALL else "" for word in held.words]
    for first, last in _runs(held, keys, _ALLITERATION):
        if len(set(held.words[first : last + 1])) >= _ALLITERATION and held.words[first][0] not in "aeiou":
            yield found(_span(held, first, last), f"{last - first + 1} words in a row begin alike: say it aloud")


def _stacks(held: Tokens) -> Iterator[Finding]:
    """ "Configuration management implementation"."""
    text = held.passage.text
    if sum(map(text.count, _PIECES)) < _STACK:
        return
    keys = ["x" if word.endswith(_ABSTRACT) and word not in _CONCRETE else "" for word in held.words]
    for first, last in _runs(held, keys, _STACK):
        said = " ".join(held.words[first : last + 1])
        yield found(_span(held, first, last), f"“{said}” stacks abstract nouns: say it aloud, then say who does what")


def _chains(held: Tokens) -> Iterator[Finding]:
    """ "The end of the list of the names of the parts of"."""
    if held.words.count("of") < _CHAIN:
        return
    places = [at for at, word in enumerate(held.words) if word == "of"]
    skip = -1
    for index in range(len(places) - _CHAIN + 1):
        first, last = places[index], places[index + _CHAIN - 1]
        joined = last - first <= _CHAIN_REACH and all(touches(held, at) for at in range(first, last + 1))
        if first > skip and joined:
            skip = last
            yield found(_span(held, first, last), f"{_CHAIN} times “of” in a row: say it aloud, then cut the chain")
