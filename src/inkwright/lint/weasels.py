"""What a weasel word is worth naming for: the words around it tell whether it says nothing, or is only one too many."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from inkwright.lint.clauses import sentence_of
from inkwright.lint.phrases import Match
from inkwright.lint.tokens import Tokens, starts_sentence
from inkwright.lint.wordsets import wordset
from inkwright.model.regex import regex

NEAR = 4
"""Words from one weasel to the next up to which the two are stacked."""
_AHEAD = 8
"""Words behind an intensifier among which a figure tells what it means."""
_BACK = 3
"""Words before a filler among which a denial takes the filler with it."""
_DENIAL = 6
"""Words before *actually* among which a denial or a doubt gives it something to stand against."""

_FILLERS = wordset(
    "very really quite rather somewhat fairly relatively extremely incredibly totally absolutely literally pretty truly"
    " remarkably terribly awfully exceptionally utterly insanely hugely vastly tremendously enormously surprisingly"
)
_PURPOSE = wordset(
    "certainly definitely undoubtedly essentially relatively maybe possibly of more supposedly clearly perhaps"
    " it surprisingly literally vastly honestly admittedly pretty simply arguably"
)
"""What good writers also use with purpose: for doubt, concession, comparison, or "no more than"."""
_CONCEDED = frozenset({"certainly", "of", "clearly", "obviously", "definitely", "naturally", "admittedly"})
_MODALS = wordset("can could may might must should will would you'll we'll")
_PLACES = _MODALS | {"is", "are", "was", "were", "be", "been", "it's", "that's", "they're"}
"""Words behind which a weasel stands between the verb and what is said: nothing there needs it."""
_ADVISED = frozenset({"to", "you", "we"})
"""Words behind which *simply* makes little of what somebody has to do."""
_NOT = regex(r"(?:not|no|never|nor|without|hardly|than|as|so|too|how|whether|if)\Z|.*n't\Z")
_DENIED = regex(r"(?:not|no|never|whether|if)\Z|.*n't\Z")
_TURN = frozenset({"but", "however", "though", "although", "yet", "still", "whereas", "while", "even"})
_TURNS_BACK = _TURN - {"while", "even", "still"}
"""Those that turn back inside a sentence, too: "while" tells the time there, "even" and "still" go with one word."""
_FIGURE = regex(r"[$€£~]?\d")

CLAUSE = 60
"""Words on each side that may show what a word is for: longer sentences are lists or no sentences."""


class Weasel(NamedTuple):
    """A phrase of the rule where it stands. `borne` says that good writers use it there with purpose, `bare` that it
    stands between a verb and what is said, or beside another one, where nothing needs it."""

    match: Match
    borne: bool
    bare: bool


def weasels(held: Tokens, matches: Iterable[Match]) -> tuple[Weasel, ...]:
    """Those matches in a passage that an editor would look at, in reading order; none without matches."""
    kept = [match for match in matches if not _meant(held, match)]
    if not kept:
        return ()
    stacked = [_near(held, one, other) for one, other in pairwise(kept)]
    beside = [any(near) for near in zip([False, *stacked], [*stacked, False], strict=True)]
    return tuple(_judged(held, match, near) for match, near in zip(kept, beside, strict=False))


def _near(held: Tokens, one: Match, other: Match) -> bool:
    """Whether a match follows another within `NEAR` words and in the same sentence."""
    end = one.at + one.size
    return other.at - end <= NEAR and not any(starts_sentence(held.passage, at) for at in range(end, other.at + 1))


def _meant(held: Tokens, match: Match) -> bool:
    """Whether what stands around a word shows that it is needed: a name, a denial, a figure, a concession."""
    said = _key(held, match)
    before, after = _clause(held, match)
    if _in_name(held, match) or _is_doubled(held, match):
        return True
    if said == "actually":
        return any(map(_DENIED.match, (*before[-_DENIAL:], *after[:3])))
    if said in _FILLERS:
        return _is_denied(before) or any(map(_FIGURE.match, after[:_AHEAD]))
    return said in _CONCEDED and (not _TURNS_BACK.isdisjoint(after) or _next(held, match) in _TURN)


def _is_denied(before: tuple[str, ...]) -> bool:
    """Whether a denial takes the word with it, next to it or before the verbs it hangs on: "need not be very"."""
    near = before[-_BACK:]
    if before[-1:] == ("be",):
        near = before[-_DENIAL:]
    return any(map(_NOT.match, near))


def _in_name(held: Tokens, match: Match) -> bool:
    """Whether a match and the word behind it are written with capitals, as in the title of a talk."""
    words = held.passage.words[match.at : match.at + match.size + 1]
    return len(words) > match.size and all(held.passage.slice(word)[:1].isupper() for word in words)


def _is_doubled(held: Tokens, match: Match) -> bool:
    """Whether the same word stands right before or behind it: "very, very hard" is said so on purpose."""
    said = held.words[match.at]
    return match.size == 1 and said in (
        *held.words[max(match.at - 1, 0) : match.at],
        *held.words[match.at + 1 : match.at + 2],
    )


def _judged(held: Tokens, match: Match, near: bool) -> Weasel:
    """What a match is that stands alone or near another one."""
    said = _key(held, match)
    at = held.words.index(said, match.at)
    behind = held.words[at - 1] if at and not starts_sentence(held.passage, at) else ""
    bare = near or behind in _PLACES
    return Weasel(match, said in _PURPOSE and not bare and not (said == "simply" and behind in _ADVISED), bare)


def _key(held: Tokens, match: Match) -> str:
    """The word of a match that it is there for: the first that is no verb."""
    words = held.words[match.at : match.at + match.size]
    return next((word for word in words if word not in _PLACES), words[0])


def _clause(held: Tokens, match: Match) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after a match in its sentence, `CLAUSE` on each side at most."""
    passage, end = held.passage, match.at + match.size
    far, until = max(match.at - CLAUSE, 0), min(end + CLAUSE, len(held.words))
    begins, behind = sentence_of(passage, match.at).start, sentence_of(passage, end - 1).end
    first = max(far, bisect_left(passage.words, (begins, -1)))
    last = min(until, bisect_left(passage.words, (behind, -1)))
    return held.words[first : match.at], held.words[end : max(last, end)]


def _next(held: Tokens, match: Match) -> str:
    """The word that the next sentence begins with, "" without one."""
    at = match.at + match.size + len(_clause(held, match)[1])
    return held.words[at] if at < len(held.words) else ""
