"""Finds passive verbs: a form of *be* or *get*, words that may stand between, and a past participle.

What is found here is grammar; which of it deserves a finding is the rule's decision. States that only look like
passives ("we are excited", "she is married") are left out.
"""

from typing import NamedTuple

from inkwright.lint.participles import (
    ADVERBS,
    GET_STATES,
    IRREGULAR,
    NO_PARTICIPLES,
    STATES,
    WITHOUT_OBJECT,
)  # fmt: skip
from inkwright.lint.tokens import Tokens, between, starts_sentence
from inkwright.lint.wordsets import wordset
from inkwright.model.span import Span

BE = wordset(
    "is are was were be been being am isn't aren't wasn't weren't ain't it's that's what's there's here's who's "
    "they're we're you're i'm he's she's"
)
"""Forms of "be" as words of a text, with what is contracted with them."""
_HAS_OR_IS = frozenset(("it's", "that's", "what's", "there's", "here's", "who's", "he's", "she's"))
_PERSONAL = frozenset(("i'm", "we're", "you're", "they're", "he's", "she's", "am"))
GET = frozenset(("get", "gets", "got", "gotten", "getting"))
"""Forms of "get", the other auxiliary."""
_AUXILIARIES = BE | GET
_ASKING = frozenset(("how", "why", "when", "where", "what", "nor", "neither"))
_NEW_CLAUSE = frozenset(("what", "how", "why", "where", "when", "who", "which", "that", "if", "whether"))
_INVERTS = frozenset(("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"))
_OPENS_SUBJECT = wordset(
    "the a an this that these those it they he she we you i there my your our their its his her any all each every "
    "some most no both such"
)
_HOW = frozenset(("how", "why", "when", "where"))
_REACH = 4
"""Words that a question may put between the auxiliary and the participle: "Was the second file deleted?"."""
_AGENT_REACH = 6
"""Words after the participle among which "by" names the agent."""
_NO_AGENTS = wordset(
    "default hand means then now accident mistake mail email post line name far way nature definition design law "
    "itself themselves itself chance one two half three four ten using running setting passing adding making "
    "calling doing having taking being checking clicking comparing computing creating looking putting replacing "
    "tomorrow today monday tuesday wednesday thursday friday saturday sunday convention contrast comparison "
    "choice turns row column step steps factor factors size order date year month week day key index value type"
)
"""Words right after "by" that name a manner, a measure or a time, no actor."""
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "my", "our", "your", "its", "their", "each", "several"))


class Passive(NamedTuple):
    """A passive verb: `at` is the index of its auxiliary among the words of the passage, `verb` that of its
    participle; `span` covers both. `agent` is the span of "by" and the word or two behind it, empty (at the end of
    the verb) where the agent is not named."""

    at: int
    verb: int
    span: Span
    agent: Span


def passives(held: Tokens) -> list[Passive]:
    """All passive verbs of a passage in reading order; empty when there are none.

    **Source:** sentence-level F1 on the development part of UD English EWT (`aux:pass`, `nsubj:pass`) is held at 85 or
    above by a test.
    """
    words = held.words
    found: list[Passive] = []
    for at in [at for at, word in enumerate(words) if word in _AUXILIARIES]:
        verb = _participle(held, at)
        if verb and not (found and found[-1].verb == verb):
            span = Span(held.passage.words[at].start, held.passage.words[verb].end)
            found.append(Passive(at, verb, span, _agent(held, verb)))
    return found


def is_participle(word: str) -> bool:
    """Whether a word can be the past participle of a verb that takes an object."""
    if word in IRREGULAR:
        return True
    return word.endswith("ed") and len(word) > 3 and word not in NO_PARTICIPLES


def _participle(held: Tokens, at: int) -> int:
    """The index of the participle that belongs to the auxiliary at an index, 0 when there is none."""
    words = held.words
    verb = _skip(held, at + 1)
    if verb < 0:
        return 0
    word = words[verb]
    if is_participle(word):
        return verb if _is_passive(held, at, verb) else 0
    if words[at] in _INVERTS and (starts_sentence(held.passage, at) or words[at - 1] in _ASKING):
        return _inverted(held, at)
    return 0


def _skip(held: Tokens, at: int) -> int:
    """The index of the first word from `at` on that is no adverb; -1 where the clause ends before it."""
    words = held.words
    for index in range(at, min(at + 4, len(words))):
        if not _touches(held, index):
            return -1
        word = words[index]
        if not (word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in ("only", "family"))):
            return index
    return -1


def _touches(held: Tokens, index: int) -> bool:
    """Whether only white space, or the comma or quote of an aside, stands between a word and the one before it."""
    return between(held.passage, index).strip() in ("", '"', "“", "'", "‘", "(", "(re")


def _inverted(held: Tokens, at: int) -> int:
    """The participle behind a subject that follows its auxiliary: "how is this done", "was the file deleted"."""
    words = held.words
    asked = at > 0 and words[at - 1] in _HOW
    if at + 1 >= len(words) or not (asked or words[at + 1] in _OPENS_SUBJECT):
        return 0
    first = at + (3 if words[at + 1] in _ARTICLES and not asked else 2)
    for index in range(at + 2, min(at + 2 + _REACH, len(words))):
        if not _touches(held, index) or words[index] in _NEW_CLAUSE:
            return 0
        if index >= first and is_participle(words[index]):
            last = asked or index + 1 >= len(words) or words[index + 1] in _AFTER_VERB or not _touches(held, index + 1)
            return index if last and _is_passive(held, at, index) else 0
    return 0


_AFTER_VERB = wordset(
    "by in on at to from for with as when before after during into out up yet already so called named"
)


def _is_passive(held: Tokens, at: int, verb: int) -> bool:
    """Whether auxiliary and participle are a passive, no state, no perfect tense and no adjective before its noun."""
    words = held.words
    word, helper = words[verb], words[at]
    after = words[verb + 1] if verb + 1 < len(words) and _touches(held, verb + 1) else ""
    by = after == "by"
    if word in WITHOUT_OBJECT:
        return False
    if helper in GET:
        return word not in GET_STATES and word not in STATES and not _is_object(words, verb, after)
    if word in STATES and not by:
        return False
    if word == "done" and helper in _PERSONAL:
        return False
    if helper in _HAS_OR_IS and word in ("been", "got", "had", "become", "gone", "made", "taken", "done", "seen"):
        return word == "done" or (word in ("made", "taken", "seen") and after in ("of", "by", "from", "to", "as", "in"))
    return not (word == "used" and after == "to" and _accustomed(words, verb))


def _is_object(words: tuple[str, ...], verb: int, after: str) -> bool:
    """Whether "get" has an object of its own here: "we got used machines", "get related posts"."""
    return bool(after) and after.endswith("s") and after not in ("as", "is", "was", "this", "its", "across")


def _accustomed(words: tuple[str, ...], verb: int) -> bool:
    """Whether "used to" means accustomed: "we are used to waiting"."""
    follows = words[verb + 2] if verb + 2 < len(words) else ""
    return follows.endswith("ing") or follows in ("the", "it", "this", "that", "these", "having", "a")


def _agent(held: Tokens, verb: int) -> Span:
    """Where "by" and the actor stand; empty when nobody is named."""
    words, spans = held.words, held.passage.words
    end = spans[verb].end
    for index in range(verb + 1, min(verb + 1 + _AGENT_REACH, len(words) - 1)):
        if not _touches(held, index):
            break
        if words[index] == "by":
            actor = index + 1
            first = actor + 1 if words[actor] in _ARTICLES and actor + 1 < len(words) else actor
            if words[first] in _NO_AGENTS or words[first].endswith("ing") or words[first][0].isdigit():
                break
            if not _touches(held, actor) or not _touches(held, first):
                break
            return Span(spans[index].start, spans[first].end)
        if words[index] in ("and", "or") and index + 1 < len(words) and is_participle(words[index + 1]):
            continue  # "are written and kept by one person"
        if words[index] in ("and", "or", "but", "that", "which", "who", "because", "when", "if", "while"):
            break
    return Span(end, end)
