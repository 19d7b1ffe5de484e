"""Sentences that open with an empty *there* or *it* and bring their subject only later."""

from collections.abc import Iterator

from inkwright.lint.clauses import run, sentence_of
from inkwright.lint.nouns import is_plural
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import Tokens, count_words, is_english, starts_sentence, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.span import Span

_BE = wordset("is are was were exists exist")
_EXISTS = (
    ("has", "been"), ("have", "been"), ("had", "been"), ("will", "be"), ("may", "be"), ("might", "be"), ("could", "be"),
    ("used", "to", "be"), ("seems", "to", "be"), ("seem", "to", "be"), ("appears", "to", "be"), ("appear", "to", "be"),
    ("seemed", "to", "be"), ("appeared", "to", "be"), ("happens", "to", "be"), ("remain",), ("remains",), ("remained",),
    ("existed",),
)  # fmt: skip
"""What else follows "there" and says that something is."""
_CHANGES = wordset(
    "growth increase decrease rise drop decline reduction improvement change shift need lack tendency spike surge delay"
)
"""Nouns that hide a verb: "there was a drop in" is "dropped"."""
_NO_VERBS = wordset(
    "the a an i we you it they this that these those he she your our my their its his her people users someone one no "
    "not if when there all some each every any many most in on at by for with of"
)
"""Words behind "that" that begin a clause with a subject of its own, which cannot simply be turned round."""
_HELPERS = wordset(
    "can could will would may might must should did made took came ran kept went held got gave broke led"
)
_NAMELESS = wordset("no nothing nobody none always still never also only")
_TIMES = wordset("time day year moment case fact reason idea way point thing first only")
_COUNTED = wordset("ways reasons things steps options cases approaches methods kinds types places points")
_DETERMINERS = wordset("the this these our my your their his her a an")
_PROSE = frozenset(("paragraph", "item", "note"))
_REACH = 9


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each such opening that the sentence can do without."""
    if not is_english(document):
        return
    most = number(context, "expletive-opener", "words")
    for held in tokens(document):
        if held.passage.kind in _PROSE and ("there" in held.words or "it" in held.words or "there's" in held.words):
            for at, word in enumerate(held.words):
                if word in ("there", "it", "there's", "it's") and starts_sentence(held.passage, at):
                    end = _end(held, at, most)
                    if end:
                        span = Span(held.passage.words[at].start, held.passage.words[end].end)
                        said = " ".join(held.passage.slice(span).split())
                        yield found(span, f"“{said}” opens with nothing: start with what acts")


def _end(held: Tokens, at: int, most: int) -> int:
    """The index of the word with which the empty opening ends, 0 when the sentence needs it."""
    words = run(held, at, _REACH)
    first = words[0]
    name = 1 if first.endswith("'s") else 2 if len(words) > 2 and words[1] in _BE else 0
    if first == "there" and not name:
        name = next((1 + len(verb) for verb in _EXISTS if words[1 : 1 + len(verb)] == verb), 0)
    if not name or len(words) <= name or words[name] in _NAMELESS:
        return 0
    if first.startswith("it"):
        return _cleft(words, name, at)
    return _hidden(held, words, name, at) or _relative(held, words, name, at, most)


def _hidden(held: Tokens, words: tuple[str, ...], name: int, at: int) -> int:
    """ "There has been a steady growth in the number": a noun after one adjective at most, then what grew."""
    for offset in range(name + 1, min(name + 3, len(words) - 2)):
        if words[offset] in _CHANGES and words[name] in ("a", "an") and words[offset + 1] in ("in", "of"):
            return at + offset if words[offset + 2] in _DETERMINERS and _is_lower(held, at + offset + 1) else 0
    return 0


def _cleft(words: tuple[str, ...], name: int, at: int) -> int:
    """ "It is the cache that holds the lock"."""
    if words[name] not in _DETERMINERS:
        return 0
    for offset in range(name + 2, min(name + 5, len(words) - 1)):
        if words[offset] in ("that", "who", "which"):
            plain = words[offset + 1] not in _NO_VERBS and _TIMES.isdisjoint(words[name:offset])
            return at + offset if plain and words[name] not in ("a", "an") else 0
    return 0


def _relative(held: Tokens, words: tuple[str, ...], name: int, at: int, most: int) -> int:
    """ "There is a queue that holds the requests", "there are three reasons why this happens"."""
    for offset in range(name + 1, len(words) - 1):
        word, after = words[offset], words[offset + 1]
        if word in ("that", "who", "which"):
            many = words[1] in ("are", "were", "exist") or (words[2] == "be" and is_plural(words[offset - 1]))
            certain = _is_verb(after, many) and _is_lower(held, at + offset + 1)
            return at + offset if certain and words[offset - 1] not in ("how", "what", "all") else 0
        counted = words[offset - 1] in _COUNTED or words[offset - 1 : offset + 1] == ("reason", "why")
        if word in ("why", "to", "where") and counted and (word, after) != ("to", "the"):
            return at + offset if _is_short(held, at, most) else 0
        if word in ("of", "in", "on", "for", "with", "and", "as") and offset > name + 3:
            return 0
    return 0


def _is_verb(word: str, many: bool) -> bool:
    """Whether the word behind "that" is taken for its verb."""
    if word in _NO_VERBS or "'" in word:
        return False
    return many or word in _HELPERS or word.endswith(("s", "ed"))


def _is_lower(held: Tokens, index: int) -> bool:
    """Whether a word is written small and nothing but white space parts it from the one before."""
    before, word = held.passage.words[index - 1 : index + 1]
    return held.passage.slice(word)[0].islower() and held.passage.slice(Span(before.end, word.start)).isspace()


def _is_short(held: Tokens, at: int, most: int) -> bool:
    """Whether the sentence is short and ends with a full stop, so that no list follows."""
    passage = held.passage
    sentence = sentence_of(passage, at)
    text = passage.slice(sentence)
    return text.endswith(".") and ":" not in text and count_words(passage, sentence) <= most
