"""Sentences that claim something a reader cannot check, found once per document for the rules of claims.

What is said is matched by the wordings; here is where a sentence may be looked at and what nearby backs it.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

from inkwright.lint.absolute_words import ABSOLUTE
from inkwright.lint.broad_claims import BROAD
from inkwright.lint.claim_words import CLAIMS
from inkwright.lint.general_claims import GENERAL
from inkwright.lint.tokens import Tokens, is_english, judged, lowered
from inkwright.lint.vague_words import VAGUE
from inkwright.lint.wordings import Wording
from inkwright.model.document import Block, Document, Passage
from inkwright.model.span import Span

MOST = 500
"""Claims that are named in one document."""
LONGEST = 1000
"""Characters of a sentence that is looked at; what is longer is no sentence."""
_FIRST = ("crowd", "sure")
_SAID = (*CLAIMS, *GENERAL, *BROAD)
_ALL: tuple[Wording, ...] = (
    *(wording for wording in _SAID if wording.kind in _FIRST),
    *ABSOLUTE,
    *(wording for wording in _SAID if wording.kind not in _FIRST),
    *VAGUE,
)
_BY_CUE = {
    cue: tuple(at for at, wording in enumerate(_ALL) if cue in wording.cues)
    for cue in sorted({cue for wording in _ALL for cue in wording.cues})
}
_JUDGED = frozenset({"paragraph", "item"})
_NEIGHBOURS = {"crowd": (0, 1), "sure": (0, 1), "vague": (0, 1)}
"""Which sentences around a claim may back it, by kind; others look at the one before as well."""

_NUMBER = re.compile(
    r"(?<![\w.\-/#])[~≈<>+−-]?[$€£]?\d[\d,]*(?:\.\d+)?(?!\w*-)"
    r"|\b(?:twice|thrice|half|halv\w+|doubl\w+|tripl\w+|quadrupl\w+|\w+fold|(?:an|one|two|three|four|five)\s+orders?\s+of\s+magnitude|percent|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred)\s+(?:times|x|seconds|minutes|hours|"
    r"days|weeks|percent|points)|one\s+(?:third|quarter|fifth|tenth|minute|second|hour)|a\s+(?:third|quarter|factor))\b",
    re.I,
)
_NAMED_NUMBER = re.compile(
    r"\b(?:[A-Z][\w.+-]*|version|chapter|section|figure|step|part|table|python|in|of|since)\s+\Z"
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_UNIT = re.compile(
    r"\d[\d,.]*\s?(?:%|x\b|×|percent|times|[mµun]?s\b|sec\w*|min\w*|hours?|[KMGT]i?B\b|tokens?|points?|rows?|requests?|"
    r"req\b|rps\b|qps\b|million|billion|[km]\b|/s)|\b(?:instead\s+of|down\s+from|up\s+from|from\s+\S+\s+to)\b",
    re.I,
)
_MEASURED = re.compile(
    r"\d[\d,.]*\s?(?:%|x\b|×|percent|times|[mµun]?s\b|sec(?:ond)?s?\b|min(?:ute)?s?\b|hours?|[KMGT]i?B\b|rps\b|qps\b|/s)",
    re.I,
)
"""A measured value with its unit."""
_BACK = re.compile(r"\W*(?:this|that|these|it|so|which|and\s+(?:it|this|that))\b", re.I)
_BEYOND = 600
"""Characters behind a colon among which the figure stands that it points at."""
_OWN = re.compile(
    r"\b(?:I|we)(?:['’]ve|\s+have|\s+had|['’]d)?\s+(?:\w+ly\s+|just\s+|also\s+)?(?:measured|tested|benchmarked|ran|"
    r"timed|compared|surveyed|asked|counted|profiled|tried|observed|evaluated|interviewed|analy[sz]ed)\b"
    r"|\b(?:I|we)(?:['’]ve|\s+have|\s+had)\s+run\b"
    r"|\b(?:in|on|from|by|across)\s+(?:my|our|this|these|both|all)\s+(?:\w+\s+){0,2}?(?:tests?|experiments?|benchmarks?|"
    r"surveys?|data|case|measurements?|runs?|logs?|evaluations?|results?|experience|sample|machine|team|company)\b"
    r"|\b(?:in|on|at|across|among)\s+(?:my|our)\s+(?!(?:field|industry|trade|profession|business|world|line)\b)\w+\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:tests?|experiments?|benchmarks?|surveys?|data|measurements?|results?|numbers|logs)\b",
    re.I,
)
_OPINION = re.compile(
    r"\b(?:I\s+(?:\w+ly\s+)?(?:think|believe|find|found|suspect|guess|feel|hope|wonder|assume|imagine|bet|like|love|"
    r"prefer)|I['’]d\s+(?:say|argue|guess|bet)|in\s+my\s+(?:opinion|view|experience|mind)|for\s+me|to\s+me|my\s+"
    r"favou?rite|personally|IMH?O|my\s+(?:hunch|guess)|subjectively|if\s+you\s+ask\s+me)\b",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:see|table|figure|fig\.|chart|plot|graph|listing|appendix)\s*(?:\d|below|above|\ue000)|"
    r"\b(?:as\s+)?(?:shown|listed|described|explained|seen)\s+(?:below|above|here|in)\b|"
    r"\bthe\s+(?:table|figure|chart|plot|graph|numbers|results)\s+(?:below|above|shows?)\b",
    re.I,
)
_CITED = re.compile(
    r"\[@[\w:.-]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\([A-Z][^()\n]{1,60}?,?\s(?:19|20)\d\d[a-z]?\)|\bet\s+al\b|"
    r"\b[A-Z][a-z]+\s\((?:19|20)\d\d\)|\barXiv\b|\bRFC\s?\d|\b(?:19|20)\d\d\s+(?:report|survey|study|paper)\b"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|want(?:s|ed|ing)?|wish|hop(?:e|es|ed|ing)|would|could|should|might|may|try|trying|tried\s+to|"
    r"goal|aims?|needs?|needed|unless|when\s+you|let['’]s|imagine|suppose|in\s+order|how|why|what|does|did|"
    r"looking\s+for|instead\s+of|prefer|when(?:ever)?|presumably|ask(?:ed|s)?|expect(?:s|ed)?)\b",
    re.I,
)
_CAN = re.compile(r"\bcan\s+\Z", re.I)
_DENIED = re.compile(r"(?:\b(?:not|no|never|nor|isn|wasn|hardly|without)\b|n['’]t)\s*(?:\w+\s+){0,2}\Z", re.I)
_QUOTED = re.compile(r"[“\"][^“”\"]*\Z")
_AMONG = re.compile(
    r"\b(?:of|among|between)\s+(?:the|these|those|all|both|our|my)\s+(?:two|three|four|five|six|\d+|options|candidates|"
    r"ones|runs|tools\s+(?:I|we))\b",
    re.I,
)
_WHICH = re.compile(r"\bwhich\s+(?:[\w-]+\s+){0,3}\Z", re.I)
"""Before a comparison that somebody asks about: "which language is better"."""
_RANKED = frozenset({"superlative", "comparative"})
_SCOPE = re.compile(
    r"\b(?:if|when(?:ever)?|unless|until|except|while|where|because|since|so\s+that|once|after|before|almost|nearly|"
    r"usually|mostly|often|for\s+(?:us|me|my|our|this|that|these|small|large|most|such)|in\s+(?:my|our|this|that|these|"
    r"such|most)|on\s+(?:my|our|this)|under|given|as\s+long\s+as|outside|within|with(?:out)?\s+(?:a|an|the)|by\s+(?:\w+ing))\b",
    re.I,
)
_PICTURE = re.compile(r"<(?:img|figure|table|svg|video|iframe)\b|figure|image|chart", re.I)

_known: WeakKeyDictionary[Document, tuple["Claim", ...]] = WeakKeyDictionary()


class Claim(NamedTuple):
    """A claim that nothing nearby backs: its kind as in `claim_words`, or "vague" or "absolute", and the words
    that claim it."""

    kind: str
    span: Span


def claims(document: Document) -> tuple[Claim, ...]:
    """Every claim without its evidence, in reading order, one a sentence at most; empty for other languages."""
    known = _known.get(document)
    if known is None:
        found = islice(_claims(document), MOST) if is_english(document) else ()
        known = _known[document] = tuple(found)
    return known


def _claims(document: Document) -> Iterator[Claim]:
    nearby: _Nearby | None = None
    for held, possible in judged(document, _possible):
        last = -1
        for at, kind, start, end in possible:
            nearby = nearby or _Nearby(document)
            if at != last and not nearby.backs(kind, held.passage, at):
                last = at
                yield Claim(kind, Span(start, end).shift(held.passage.span.start))


def _possible(held: Tokens) -> tuple[tuple[int, str, int, int], ...]:
    """What a passage claims, backed or not: the index of the sentence, the kind, and where in the passage the words
    stand; those of one sentence by how much they count."""
    if held.passage.kind not in _JUDGED:
        return ()
    return tuple(claim for at, wordings in _candidates(held) for claim in _in_sentence(held.passage, at, wordings))


def _candidates(held: Tokens) -> list[tuple[int, list[int]]]:
    """The sentences that hold a cue, by index, each with the indexes of the wordings whose cue it holds."""
    passage, words = held
    sentences, spans = passage.sentences, passage.words
    found: dict[int, set[int]] = {}
    cues = [(spans[at].start, _BY_CUE[word]) for at, word in enumerate(words) if word in _BY_CUE]
    if "%" in passage.text:
        base = passage.span.start
        cues += [(at.start() + base, _BY_CUE["%"]) for at in re.finditer("%", passage.text)]
    for start, known in cues:
        found.setdefault(bisect_right(sentences, (start, sys.maxsize)) - 1, set()).update(known)
    return [(at, sorted(known)) for at, known in sorted(found.items()) if at >= 0]


def _in_sentence(passage: Passage, at: int, wordings: list[int]) -> Iterator[tuple[int, str, int, int]]:
    sentence = passage.sentences[at]
    text = passage.slice(sentence)
    if len(text) > LONGEST or text.rstrip().endswith("?"):
        return
    base, low = sentence.start - passage.span.start, lowered(text)
    for wording in map(_ALL.__getitem__, wordings):
        if wording.beside and not any(map(low.__contains__, wording.beside)):
            continue
        match = wording.pattern.search(low)
        if match and _is_claim(wording.kind, text, match):
            start = match.start() + len(match[0]) - len(match[0].lstrip(" \t\r\n,;:(—–"))
            yield at, wording.kind, base + start, base + match.end()


def _is_claim(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether the words are said in earnest: no wish, no denial, no quotation, no opinion called one."""
    before = text[: match.start()]
    if _QUOTED.search(before) or (kind != "crowd" and _UNREAL.search(before)):
        return False
    if kind == "vague":
        return not _DENIED.search(before)
    if kind == "causal" and _CAN.search(before):
        return False
    if kind in _RANKED and (_AMONG.search(text) or has_number(text) or _WHICH.search(before)):
        return False
    if kind == "absolute" and _SCOPE.search(text):
        return False
    return not _OPINION.search(text)


class _Nearby:
    """What a document holds that may back a claim, looked up by place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        marks = document.inlines_of("link", "footnote_ref", "inline_note", "wikilink")
        self._sources = sorted(inline.span.start for inline in marks)
        self._formulas = sorted(inline.span.start for inline in document.inlines_of("math"))
        self._shown = sorted(
            [block.span.start for block in document.all_blocks if block.kind == "table" or _is_picture(block)]
            + [inline.span.start for inline in document.inlines_of("image", "embed")]
        )

    def backs(self, kind: str, passage: Passage, at: int) -> bool:
        """Whether something around the sentence of that index backs a claim of that kind."""
        here = [
            _with_marks(passage, at + step)
            for step in _NEIGHBOURS.get(kind, (-1, 0, 1))
            if 0 <= at + step < len(passage.sentences)
        ]
        own = passage.sentences[at]
        if any(_holds(self._sources, sentence) for sentence in here):
            return True
        if any(_holds_any(_CITED, self._document.slice(sentence)) for sentence in here):
            return True
        text = passage.slice(own)
        if _holds_any(_POINTS, text) or (kind != "sure" and self._is_shown(passage)):
            return True
        if kind == "vague":
            return _holds(self._formulas, own) or has_number(text) or self._number_around(passage, at)
        return any(_holds_any(_OWN, passage.slice(sentence)) for sentence in here)

    def _is_shown(self, passage: Passage) -> bool:
        """Whether a table or a picture stands in the paragraph or follows it at once."""
        end = passage.block.span.end
        gap = re.compile(r"\s*").match(self._document.text, end)
        after = gap.end() if gap else end
        return _holds(self._shown, Span(passage.span.start, after + 1))

    def _number_around(self, passage: Passage, at: int) -> bool:
        """Whether the next sentence has the figure, or the one before to which a "this" points back, or the list or
        output which a colon points at."""
        text = passage.slice(passage.sentences[at])
        if at + 1 < len(passage.sentences):
            return bool(_UNIT.search(passage.slice(passage.sentences[at + 1]))) or self._number_before(passage, at)
        if text.rstrip().endswith(":"):
            end = passage.block.span.end
            return bool(_MEASURED.search(self._document.text, end, end + _BEYOND))
        return self._number_before(passage, at)

    def _number_before(self, passage: Passage, at: int) -> bool:
        pointing = at > 0 and _BACK.match(passage.slice(passage.sentences[at]))
        return bool(pointing) and bool(_MEASURED.search(passage.slice(passage.sentences[at - 1])))


@lru_cache(maxsize=4096)
def _holds_any(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether a pattern is found; remembered, as a text is checked again and again while it is written."""
    return pattern.search(sentence) is not None


def _is_picture(block: Block) -> bool:
    """Whether a block of HTML or of a shortcode shows something."""
    return block.kind in ("html", "opaque") and _PICTURE.search(block.text) is not None


def _with_marks(passage: Passage, at: int) -> Span:
    """A sentence with the bracket that opens it and the footnote mark that closes it."""
    last = at + 1 == len(passage.sentences)
    end = passage.span.end if last else passage.sentences[at + 1].start - 2
    return Span(max(passage.sentences[at].start - 2, passage.span.start), end)


@lru_cache(maxsize=4096)
def has_number(text: str) -> bool:
    """Whether a text says how much: a number that is no year and no part of a name, or a word such as "twice"."""
    for match in _NUMBER.finditer(text):
        if not match[0][-1].isdigit():
            return True
        if not _YEAR.match(match[0]) and not _NAMED_NUMBER.search(text[: match.start()]):
            return True
        if re.match(r"\s?(?:%|x\b|×|percent|times|[mµun]?s\b|[KMGT]i?B\b)", text[match.end() :]):
            return True
    return False


def _holds(starts: list[int], span: Span) -> bool:
    """Whether one of the sorted offsets lies in a span."""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end
