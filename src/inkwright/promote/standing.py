"""Whether a sentence can stand without the text around it: it leans on nothing before it and points at nothing beside
it. Told by its words; what is doubtful is left out, because a post has sentences enough."""

import re
from collections.abc import Collection

from inkwright.model.regex import regex
from inkwright.promote.bare_counts import counts_unnamed
from inkwright.promote.signs import ORDERS
from inkwright.promote.verbs import has_verb, may_have_verb
from inkwright.promote.wordings import one_of, opening

SHORTEST, LONGEST = 5, 42
"""Words of a sentence that may be quoted. **Source:** own choice: shorter ones are asides, longer ones are not read in
a feed."""
TOLD = 60
"""Words of a sentence that its writer can be asked about."""
WIDEST = 400
"""Characters of such a sentence at most."""
_WORD = regex(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_END = regex(r"[.!?][\"'”’)]*\Z")
_LEANS = opening("leaning")
"""First words that look back, or that a reader must have been led to."""
_MAY_LEAD = regex(
    r"(?:(?:all|some|most|many|several|two|three|four|five|every|each|no|more|less|only|even|without|rather|"
    r"exactly|such|none|much)\s+(?!of\s+(?:this|that|these|those|them|it)\b)(?!(?:this|that|these|those|them|it|they|"
    r"then|so|ways?|things?|reasons?|options?|steps?|points?|questions?|cases?|choices|kinds|other)\b)[^\W\d_]{3,})",
    re.I,
)
"""Of these, words that may begin a sentence about something new."""
_PHRASES = opening("openings")
"""Openings of more than a word that do so."""
_POINTS = regex(
    rf"\b(?:{one_of('pointing')})\b|here[.!]\Z|\bhere\s?[-–—,;:]|"
    r"\((?:top|bottom|left|right|middle|centre|center|blue|red|green|orange|see)\b[^)]*\)",
    re.I,
)
"""Words that point at something that only the post shows, or that ask the reader to do something there."""
_CODE = regex(
    r"[{}<>|\\`=]|~~|\]\(|!\[|::|:[a-z_]{3,}:|https?:|www\.|\w\([\w, ]+\)[.;]|--\w|\$\s?\w|"
    r"(?:^|\s)[./~][\w/]+/|\w+/\w+/\w+|[a-z]\w*_\w+_\w+|\*\*|__\w|#\d|(?:^|\s)(?:sudo|pip|npm|git|kubectl|docker|curl) "
)
"""Signs that code, markup or an address is left in a sentence."""
_CALL = regex(r"[\w.]*\w\(\)")
"""The name of a function, which a sentence may speak of, but not tell the reader to call."""
_MIDDLE = regex(one_of("looking-back"), re.I)
"""Words in the middle that look back."""
_JOINS = regex(one_of("joining"), re.I)
"""Words that join a sentence to the one before it, wherever they stand."""
_LABEL = regex(
    r"\d\d?:\d\d|\w+:\s|(?:\w{1,3}|\w+ \d+|note|tip|warning|update|edit|example|q|a|tl;?dr|ps)\s?[:.)]\s|"
    r"\W*\d+\W\s|[-–—•*→]",
    re.I,
)
"""How a line begins that is an entry of a list."""
_LATE = regex(
    r"(?:when|if|while|as|because|since|although|though|once|after|before|until|unless|during|in|with|for|on|at|from|"
    r"under|by|without|like|unlike|given|beyond|to|over|among|between|across|throughout|through|within|despite|"
    r"instead|not|rather|even|just|depending|based|compared|together|along|ever|by)\b[^,]*(?:,\d[^,]*)*,\s(?:(?:so|"
    r"then)\s)?(?:it|they|he|she)\b",
    re.I,
)
"""A clause, then a pronoun that may mean something outside of it."""
_EARLY = regex(r"\b(?:it|its|they|them|their|he|she|him|his|her)\b", re.I)
_EARLY_WORDS = 5
_FOLLOW = regex(
    r"(?:it|they|he|she|so|but|and|instead|then|its|their|his|her)\b(?!['’]s (?:worth|important|possible))", re.I
)
_QUOTES = '"“”'
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))


def quotable(text: str, listed: bool = False, names: Collection[str] = ()) -> bool:
    """Whether a sentence is whole, of a length that is read elsewhere, and has nothing in it that only a post shows.

    In a list, where fragments are common, its verb must be a known one (`listed`). `names` are those that begin a
    sentence in small letters.
    """
    if len(text) > WIDEST:
        return False
    words = _WORD.findall(text)
    if not SHORTEST <= len(words) <= LONGEST or not _END.search(text):
        return False
    if not (_begins(text) or _first(text) in names) or text.endswith(("...", "…", "etc.")):
        return False
    if text[0] in _QUOTES and text[-1] in _QUOTES:
        return False
    if any(text.count(opens) != text.count(closes) for opens, closes in _PAIRS) or text.count('"') % 2:
        return False
    if _CALL.search(text) and ORDERS.match(text):
        return False
    if _LABEL.match(text) or not (has_verb if listed else may_have_verb)(text):
        return False
    return not _CODE.search(text) and not _POINTS.search(text) and sum(word[0].isalpha() for word in words) >= 4


def whole(text: str) -> bool:
    """Whether a text is a sentence, or an entry of a list with a verb, of a length that can be talked of."""
    if len(text) > 2 * WIDEST:
        return False
    words = _WORD.findall(text)
    if not SHORTEST <= len(words) <= TOLD or text[0] in "|<>{}" or not (text[0].isupper() or text[0].isdigit()):
        return False
    return bool(_END.search(text)) or (not text.endswith((":", "…", "...")) and has_verb(text))


def _begins(text: str) -> bool:
    """Whether a text begins as sentences do, or with a name that has a capital or a digit later on (`vLLM`, `k8s`), or
    that of a function."""
    if text[0].isupper() or text[0].isdigit() or text[0] in "\"“‘'" or _CALL.match(text):
        return True
    first = _first(text)
    return first != first.lower() or (first[:1].isalpha() and any(map(str.isdigit, first)))


def _first(text: str) -> str:
    found = _WORD.match(text)
    return re.sub(r"['’]s\Z", "", found[0]) if found else ""


def stands_alone(text: str) -> bool:
    """Whether a sentence that is `quotable` needs nothing before it."""
    bare = text.lstrip("\"“‘'")
    if (_LEANS.match(bare) and not _MAY_LEAD.match(bare)) or _PHRASES.match(bare):
        return False
    if counts_unnamed(bare) or _JOINS.search(bare) or _LATE.match(bare):
        return False
    early = " ".join(_WORD.findall(text)[:_EARLY_WORDS])
    return not _EARLY.search(early) and not _MIDDLE.search(bare)


def follows(text: str) -> bool:
    """Whether a sentence that leans on the one before it may stand behind that one elsewhere."""
    return bool(_FOLLOW.match(text)) and not _MIDDLE.search(text)
