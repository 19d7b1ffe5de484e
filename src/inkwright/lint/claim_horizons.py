"""Words that say that a statement holds at large, as in `claim_predicates`: in the long run, on average, any more."""

from inkwright.lint.claim_nouns import OUTCOMES
from inkwright.lint.claim_signs import ARTICLES, BE, PREPOSITIONS
from inkwright.lint.claim_subject import Found, Said, is_plural, of_machines
from inkwright.lint.wordsets import wordset

_AT_THE_END = frozenset(
    (
        ("the", "long", "run"),
        ("the", "long", "term"),
        ("the", "real", "world"),
        ("the", "first", "place"),
        ("for", "good", "reason"),
    )
)
_LATELY = wordset("nowadays")
_ON_AVERAGE = (
    ("on", "average"),
    ("by", "nature"),
    ("these", "days"),
    ("in", "general"),
)
_THE_MOST = (
    ("the", "most"),
    ("the", "least"),
    ("the", "best"),
    ("the", "fastest"),
    ("the", "worst"),
)
_THRIVES = wordset("win wins thrive thrives flop flops suffer suffers struggle struggles flourish")
_CAUSES = wordset("source sources cause causes driver drivers reason reasons root origin")
_MAIN = wordset("main primary leading biggest greatest top largest chief commonest real")


def at_the_end(said: Said) -> Found:
    """ "Simple designs win in the long run", "bugs found late cost the most", "teams of five ship less on average"."""
    words = said.words
    if of_machines(said, min(len(words), said.at + 4)):
        return None
    if words[-3:] in _AT_THE_END or words[-1] in _LATELY or words[-2:] in _ON_AVERAGE:
        return "sure", len(words) - 1
    if words[-2:] in _THE_MOST and words[-3] not in BE | PREPOSITIONS and len(words) > said.at + 4:
        return "superlative", len(words) - 1
    return None


def thrives(said: Said) -> Found:
    """ "Simple designs win", "side projects flop", "web components failed to gain acceptance"."""
    words = said.words
    for at in range(said.at + 1, min(said.stop, said.at + 6)):
        if words[at] == "failed" and said.word(at + 1) == "to" and said.word(at + 2) in _GAINS:
            return "causal", at + 2
        if words[at] in _THRIVES and words[at - 1] not in ARTICLES | {
            "to",
            "not",
            "can",
            "will",
            "don't",
        }:
            agrees = words[at].endswith("s") != is_plural(words[at - 1])
            return (
                ("causal", at)
                if agrees and not of_machines(said, at) and said.word(at + 1) not in ("if", "the", "when")
                else None
            )
    return None


_GAINS = wordset("gain catch find reach win attract take convince deliver replace")


def main_cause(said: Said) -> Found:
    """ "Dependencies are the main source of vulnerabilities"."""
    words = said.words
    for at in said.places():
        if words[at] in BE and said.word(at + 1) in ("the", "a") and not _MAIN.isdisjoint(said.near(at + 1, 3)):
            near = said.near(at + 1, 8)
            of = next(
                (here for here, word in enumerate(near[:-1]) if word in _CAUSES and near[here + 1] in ("of", "for")),
                None,
            )
            if of is not None and not OUTCOMES.isdisjoint(near[of + 2 : of + 5]):
                return "superlative", at + 2
    return None
