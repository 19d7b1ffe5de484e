"""Statements at large that no single predicate gives away: maxims of few words, as in `claim_predicates`."""

from inkwright.lint.claim_nouns import PARTS, SOCIAL
from inkwright.lint.claim_signs import ARTICLES, BE, FLOW, HAVE, INTENSE, NOT, PREPOSITIONS, RELATIVE
from inkwright.lint.claim_subject import Found, Said, is_plural

_NO_VERB = ARTICLES | PREPOSITIONS | RELATIVE


def social(said: Said) -> Found:
    """ "Deadlines concentrate the mind", "interns find the bugs that seniors have learned to step around"."""
    words = said.words
    if not said.is_short() or any(word.endswith("ed") or word[0].isdigit() for word in words[said.at : said.at + 5]):
        return None
    if SOCIAL.isdisjoint(words[said.at :]) or not FLOW.isdisjoint(words[said.at : said.at + 9]):
        return None
    return None if any(_describes(said, at) for at in said.places()) else ("crowd", said.at + 2)


def _describes(said: Said, at: int) -> bool:
    """Whether a definition or a passive begins at a word: "is a", "are listed"."""
    after = said.word(at + 1)
    return said.words[at] in BE and (after in ("a", "an", "the") or after.endswith("ed"))


def intense(said: Said) -> Found:
    """ "X is no longer a problem", "a slow query can take down a whole site"."""
    if not said.is_short():
        return None
    for at in range(said.at + 2, len(said.words)):
        word = said.words[at]
        bound = said.words[at - 1] == "no" if word == "longer" else said.words[at - 2] in ("every", "all", "any")
        if word in INTENSE and (bound or word not in ("longer", "but")):
            return "causal", at
    return None


def most(said: Said) -> Found:
    """ "Most notebooks cannot be run twice"."""
    if said.words[said.at] == "most" and said.word(said.at + 1) != "of":
        return "numeric", said.at + 2
    if said.words[said.at] == "the" and said.word(said.at + 1) in ("average", "typical"):
        return "numeric", said.at + 2
    return None


def plain(said: Said) -> Found:
    """ "Trade fairs are a dying format", "silence means fear": said in few words of no part of a machine."""
    words = said.words
    if not said.is_short() or any(word.endswith("ed") or word[0].isdigit() for word in words[said.at : said.at + 5]):
        return None
    if not PARTS.isdisjoint(words[said.at :]) or not FLOW.isdisjoint(words[said.at : said.at + 9]):
        return None
    if not _has_verb(said) or any(_describes(said, at) for at in said.places()):
        return None
    return "causal", len(words) - 1


def _has_verb(said: Said) -> bool:
    """Whether a verb can be told behind the subject by its ending and its place: no fragment and no order is one."""
    words = said.words
    if said.word(said.at + 1) in PREPOSITIONS | {"and", "or", "before", "after"} and not is_plural(words[said.at]):
        return False
    for at in said.places():
        if words[at] in BE | HAVE | NOT:
            return True
        before, word = words[at - 1], words[at]
        if before in ARTICLES or word in _NO_VERB or word.endswith(("ing", "ly")):
            continue
        if is_plural(before) != is_plural(word) and before not in PREPOSITIONS:
            return at < len(words) - 1 or is_plural(word)
    return False
