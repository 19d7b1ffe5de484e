"""Sentences that claim something a reader cannot check, found once per document for the rules of claims.

What is said is matched by the wordings; here is where a sentence may be looked at and what nearby backs it.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from inkwright.lint.absolute_words import ABSOLUTE
from inkwright.lint.claim_evidence import Nearby, has_number
from inkwright.lint.claim_shape import gaps_of, has_sign, may_claim, shape
from inkwright.lint.claim_words import CLAIMS
from inkwright.lint.tokens import Tokens, is_english, judged, lowered
from inkwright.lint.vague_words import VAGUE
from inkwright.lint.wordings import Wording
from inkwright.model.document import Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span

MOST = 500
"""Claims that are named in one document."""
LONGEST = 1000
"""Characters of a sentence that is looked at; what is longer is no sentence."""
_FIRST = ("crowd", "sure")
_ALL: tuple[Wording, ...] = (
    *(wording for wording in CLAIMS if wording.kind in _FIRST),
    *ABSOLUTE,
    *(wording for wording in CLAIMS if wording.kind not in _FIRST),
    *VAGUE,
)
_BY_CUE = {
    cue: tuple(at for at, wording in enumerate(_ALL) if cue in wording.cues)
    for cue in sorted({cue for wording in _ALL for cue in wording.cues})
}
_JUDGED = frozenset({"paragraph", "item", "note"})
_OPINION = regex(
    r"\b(?:I\s+(?:\w+ly\s+)?(?:think|believe|find|found|suspect|guess|feel|hope|wonder|assume|imagine|bet|like|love|"
    r"prefer)|I['’]d\s+(?:say|argue|guess|bet)|in\s+my\s+(?:opinion|view|experience|mind)|for\s+me|to\s+me|my\s+"
    r"favou?rite|personally|IMH?O|my\s+(?:hunch|guess)|subjectively|if\s+you\s+ask\s+me)\b",
    re.I,
)
_DIGITS = regex(r"(?<![\w.-])(?!(?:19|20)\d\d\b)\d(?!\w*-)")
"""A figure that is no year."""
_SUPPOSED = regex(r"\W*(?:say|suppose|imagine|assume)\b", re.I)
"""How a sentence opens that only supposes something."""
_ENDS = tuple(".!;…")
"""How a full sentence ends."""
_NO_STATEMENT = ("“", "”", '"', "\ue000")
"""What a sentence with code or a quotation holds."""
_CALLED = regex(r"[“\"][\w-]+(?: [\w-]+)?[”\"]")
"""A word or two in quotation marks, which quote nobody."""
_UNREAL = regex(
    r"\b(?:if|whether|want(?:s|ed|ing)?|wish|hop(?:e|es|ed|ing)|would|could|should|might|may|try|trying|tried\s+to|"
    r"goal|aims?|needs?|needed|unless|when\s+you|let['’]s|imagine|suppose|in\s+order|how|why|what|does|did|"
    r"looking\s+for|looks\s+like|seems?|instead\s+of|prefer|when(?:ever)?|presumably|ask(?:ed|s)?|expect(?:s|ed)?)\b",
    re.I,
)
_CAN = regex(r"\bcan\s+\Z", re.I)
_DENIED = regex(r"(?:\b(?:not|no|never|nor|isn|wasn|hardly|without)\b|n['’]t)\s*(?:\w+\s+){0,2}\Z", re.I)
_SPOKEN = regex(r"\b(?:he|she|I)\s+(?:said|says|told|wrote|asked)\b|[”\"]\W*\Z", re.I)
"""A sentence that somebody else says."""
_QUOTED = regex(r"[“\"][^“”\"]*\Z")
_AMONG = regex(
    r"\b(?:of|among|between)\s+(?:the|these|those|all|both|our|my)\s+(?:two|three|four|five|six|\d+|options|candidates|"
    r"ones|runs|tools\s+(?:I|we))\b",
    re.I,
)
_WHICH = regex(r"\bwhich\s+(?:[\w-]+\s+){0,3}\Z", re.I)
"""Before a comparison that somebody asks about: "which language is better"."""
_RANKED = frozenset({"superlative", "comparative"})
_REASON = regex(r"\b(?:because|since)\b|,\s+so\b|\bas\s+(?:it|they|there|the|we|you)\b|:\s", re.I)
"""What tells, behind a comparison or a cause, why it is so."""
_TO_SHOW = frozenset({"comparative", "causal"})
_SHOWN_BELOW = _RANKED | {"sure"}
"""Kinds for which a colon points at what is meant."""
_SCOPE = regex(
    r"\b(?:if|when(?:ever)?|unless|until|except|while|where|because|since|so\s+that|once|after|before|almost|nearly|"
    r"usually|mostly|often|for\s+(?:us|me|my|our|this|that|these|small|large|most|such)|in\s+(?:my|our|this|that|these|"
    r"such|most)|on\s+(?:my|our|this)|under|given|as\s+long\s+as|outside|within|with(?:out)?\s+(?:a|an|the)|by\s+(?:\w+ing))\b",
    re.I,
)
_known: WeakKeyDictionary[Document, tuple["Claim", ...]] = WeakKeyDictionary()


class Claim(NamedTuple):
    """A claim that nothing nearby backs: its kind as in `claim_words`, or "vague" or "absolute", the words that claim
    it, and whether its shape alone tells it, with no wording of a list in it."""

    kind: str
    span: Span
    wide: bool = False


class _Possible(NamedTuple):
    """What a sentence of a passage claims, backed or not: the index of the sentence, and where in the passage the words
    stand."""

    sentence: int
    kind: str
    start: int
    end: int
    wide: bool


def claims(document: Document) -> tuple[Claim, ...]:
    """Every claim without its evidence, in reading order, one a sentence at most; empty for other languages."""
    known = _known.get(document)
    if known is None:
        found = islice(_claims(document), MOST) if is_english(document) else ()
        known = _known[document] = tuple(found)
    return known


def _claims(document: Document) -> Iterator[Claim]:
    nearby: Nearby | None = None
    for held, possible in judged(document, _possible):
        last = -1
        for said in possible:
            nearby = nearby or Nearby(document)
            if said.sentence != last and not nearby.backs(said.kind, held.passage, said.sentence, said.wide):
                last = said.sentence
                yield Claim(said.kind, Span(said.start, said.end).shift(held.passage.span.start), said.wide)


def _possible(held: Tokens) -> tuple[_Possible, ...]:
    """What a passage claims, backed or not; what one sentence claims by how much it counts."""
    if held.passage.kind not in _JUDGED:
        return ()
    cued, general = _cued(held), has_sign(held.words, held.passage.text)
    if not cued and not general:
        return ()
    found: list[_Possible] = []
    for at, sentence in enumerate(held.passage.sentences):
        if sentence.end - sentence.start <= LONGEST:
            if at in cued:
                found += _in_sentence(held.passage, at, sorted(cued[at]))
            if general:
                found += _at_large(held, at)
    return tuple(found)


def _at_large(held: Tokens, at: int) -> Iterator[_Possible]:
    """The general statement that a sentence makes, told by its shape."""
    passage, sentence = held.passage, held.passage.sentences[at]
    first, last = bisect_left(passage.words, (sentence.start, -1)), bisect_left(passage.words, (sentence.end, -1))
    words, text = held.words[first:last], passage.slice(sentence)
    if not may_claim(words, text) or any(map(_CALLED.sub("", text).__contains__, _NO_STATEMENT)):
        return
    if text.rstrip("*_) \t\r\n")[-1:] not in _ENDS or _SUPPOSED.match(text):
        return
    spans = passage.words[first:last]
    said = shape(words, gaps_of(text, sentence.start, spans))
    if said and not (said.kind != "numeric" and _DIGITS.search(text)) and not _OPINION.search(text):
        base = passage.span.start
        yield _Possible(at, said.kind, spans[said.first].start - base, spans[said.last - 1].end - base, True)


def _cued(held: Tokens) -> dict[int, set[int]]:
    """The indexes of the wordings whose cue a sentence holds, by the index of the sentence."""
    passage, words = held
    sentences, spans = passage.sentences, passage.words
    found: dict[int, set[int]] = {}
    cues = [(spans[at].start, _BY_CUE[word]) for at, word in enumerate(words) if word in _BY_CUE]
    if "%" in passage.text:
        base = passage.span.start
        cues += [(at.start() + base, _BY_CUE["%"]) for at in re.finditer("%", passage.text)]
    for start, known in cues:
        found.setdefault(bisect_right(sentences, (start, sys.maxsize)) - 1, set()).update(known)
    return found


def _in_sentence(passage: Passage, at: int, wordings: list[int]) -> Iterator[_Possible]:
    sentence = passage.sentences[at]
    text = passage.slice(sentence)
    ending = text.rstrip()[-1:]
    if ending == "?" or _SUPPOSED.match(text):
        return
    base, low = sentence.start - passage.span.start, lowered(text)
    for wording in map(_ALL.__getitem__, wordings):
        if ending == ":" and wording.kind in _SHOWN_BELOW:
            continue
        if wording.beside and not any(map(low.__contains__, wording.beside)):
            continue
        match = wording.pattern.search(low)
        if match and _is_claim(wording.kind, text, match):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" \t\r\n,;:(—–"))
            yield _Possible(at, wording.kind, base + start, base + match.end(), False)


def _is_claim(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether the words are said in earnest: no wish, no denial, no quotation, no opinion called one."""
    before = text[: match.start()]
    if _QUOTED.search(before) or _SPOKEN.search(text) or (kind != "crowd" and _UNREAL.search(before)):
        return False
    if kind == "vague":
        return not _DENIED.search(before)
    if kind in _TO_SHOW and _REASON.search(text, match.end()):
        return False
    if kind == "causal" and _CAN.search(before):
        return False
    if kind in _RANKED and (_AMONG.search(text) or has_number(text) or _WHICH.search(before)):
        return False
    if kind == "absolute" and _SCOPE.search(text):
        return False
    return not _OPINION.search(text)
