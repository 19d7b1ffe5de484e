"""What stands near a claim and backs it: links, citations, figures, tables, output, a measurement of one's own."""

import re
from bisect import bisect_left
from functools import lru_cache

from inkwright.model.document import Block, Document, Passage
from inkwright.model.regex import regex
from inkwright.model.span import Span

_UNIT = regex(
    r"\d[\d,.]*\s?(?:%|x\b|×|percent|times|[mµun]?s\b|sec\w*|min\w*|hours?|[KMGT]i?B\b|tokens?|points?|rows?|requests?|"
    r"req\b|rps\b|qps\b|million|billion|[km]\b|/s)|\b(?:instead\s+of|down\s+from|up\s+from|from\s+\S+\s+to)\b",
    re.I,
)
_MEASURED = regex(
    r"\d[\d,.]*\s?(?:%|x\b|×|percent|times|[mµun]?s\b|sec(?:ond)?s?\b|min(?:ute)?s?\b|hours?|[KMGT]i?B\b|rps\b|qps\b|/s)",
    re.I,
)
"""A measured value with its unit."""
_ILLUSTRATES = regex(
    r"\W*(?:for\s+(?:example|instance)|e\.g\.|take\s|consider\s|(?:this|that)(?:['’]s|\s+is)\s+because|because|"
    r"the\s+reason\s|otherwise\b|(?:ours|mine|in\s+(?:our|my)\s+case)\b[^\n]*\d)",
    re.I,
)
"""How a sentence opens that gives the example or the reason for the one before."""
_BACK = regex(r"\W*(?:this|that|these|it|so|which|and\s+(?:it|this|that))\b", re.I)
_BEYOND = 600
"""Characters behind a colon among which the figure stands that it points at."""
_TRIED = (
    r"\b(?:I|we)(?:['’]ve|\s+have|\s+had|['’]d)?\s+(?:\w+ly\s+|just\s+|also\s+)?(?:measured|tested|benchmarked|ran|"
    r"timed|compared|surveyed|asked|counted|profiled|tried|observed|evaluated|interviewed|analy[sz]ed)\b"
    r"|\b(?:I|we)(?:['’]ve|\s+have|\s+had)\s+run\b"
    r"|\b(?:in|on|from|by|across)\s+(?:my|our|this|these|both|all)\s+(?:\w+\s+){0,2}?(?:tests?|experiments?|benchmarks?|"
    r"surveys?|data|case|measurements?|runs?|logs?|evaluations?|results?|experience|sample|machine|team|company)\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:tests?|experiments?|benchmarks?|surveys?|data|measurements?|results?|numbers|logs)\b"
)
_MEASURED_BY_ONESELF = regex(_TRIED, re.I)
_OWN = regex(
    _TRIED
    + r"|\b(?:in|on|at|across|among)\s+(?:my|our)\s+(?!(?:field|industry|trade|profession|business|world|line)\b)\w+\b",
    re.I,
)
_POINTS = regex(
    r"\b(?:see|table|figure|fig\.|chart|plot|graph|listing|appendix)\s*(?:\d|below|above|\ue000)|"
    r"\b(?:as\s+)?(?:shown|listed|described|explained|seen)\s+(?:below|above|here|in)\b|"
    r"\bthe\s+(?:table|figure|chart|plot|graph|numbers|results)\s+(?:below|above|shows?)\b",
    re.I,
)
_CITED = regex(
    r"\[@[\w:.-]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\([A-Z][^()\n]{1,60}?,?\s(?:19|20)\d\d[a-z]?\)|\bet\s+al\b|"
    r"\b[A-Z][a-z]+\s\((?:19|20)\d\d\)|\barXiv\b|\bRFC\s?\d|\b(?:19|20)\d\d\s+(?:report|survey|study|paper)\b"
)
_OUTPUT = regex(r"\s{1,8}(?:```|~~~)[^\n]{0,80}\n(?:[^\n`]{0,200}\n){0,3}?[^\n`]{0,200}?\d")
"""A fence with a figure in its first lines."""
_GAP = regex(r"\s*")
_PICTURE = regex(r"<(?:img|figure|table|svg|video|iframe)\b|figure|image|chart", re.I)

_NEIGHBOURS = {"crowd": (0, 1), "sure": (0, 1), "vague": (0, 1)}
"""Which sentences around a claim may back it, by kind; others look at the one before as well."""

_NUMBER = regex(
    r"(?<![\w.\-/#])[~≈<>+−-]?[$€£]?\d[\d,]*(?:\.\d+)?(?!\w*-)"
    r"|\b(?:twice|thrice|half|halv\w+|doubl\w+|tripl\w+|quadrupl\w+|\w+fold|(?:an|one|two|three|four|five)\s+orders?\s+of\s+magnitude|percent|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred)\s+(?:times|x|seconds|minutes|hours|"
    r"days|weeks|percent|points)|one\s+(?:third|quarter|fifth|tenth|minute|second|hour)|a\s+(?:third|quarter|factor))\b",
    re.I,
)
_NAMED_NUMBER = regex(r"\b(?:[A-Z][\w.+-]*|version|chapter|section|figure|step|part|table|python|in|of|since)\s+\Z")
_YEAR = regex(r"(?:19|20)\d\d\Z")


class Nearby:
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

    def backs(self, kind: str, passage: Passage, at: int, wide: bool = False) -> bool:
        """Whether something around the sentence of that index backs a claim of that kind; `wide` ones of one's own
        case only by what was measured or is shown as output."""
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
        if wide and (self._has_output(passage) or self._shown_next(passage, at)):
            return True
        own_case = _MEASURED_BY_ONESELF if wide else _OWN
        return any(_holds_any(own_case, passage.slice(sentence)) for sentence in here)

    def _has_output(self, passage: Passage) -> bool:
        """Whether a fence with figures follows the paragraph at once."""
        return _OUTPUT.match(self._document.text, passage.block.span.end) is not None

    def _shown_next(self, passage: Passage, at: int) -> bool:
        """Whether the next sentence has a measured value, an example or the reason."""
        if at + 1 == len(passage.sentences):
            return False
        after = passage.slice(passage.sentences[at + 1])
        return _holds_any(_MEASURED, after) or _ILLUSTRATES.match(after) is not None

    def _is_shown(self, passage: Passage) -> bool:
        """Whether a table or a picture stands in the paragraph or follows it at once."""
        end = passage.block.span.end
        gap = _GAP.match(self._document.text, end)
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
