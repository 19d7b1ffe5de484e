"""Things that are counted taken for stuff that is measured, and the other way round."""

from collections.abc import Iterator

from inkwright.lint.clauses import run
from inkwright.lint.nouns import COUNTED, SINGULAR, UNCOUNTABLE
from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, is_english, tokens
from inkwright.lint.wordsets import wordset
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix

_MANY = wordset("many several few these those various multiple two three four five both")
_HEAPS = {
    **dict.fromkeys(("lot", "lots", "plenty"), frozenset(("are", "were", "have", "aren't", "weren't"))),
    **dict.fromkeys(("couple", "dozens", "hundreds", "thousands", "handful"), None),
}
"""Words before "of" and what is counted, with those that must follow where stuff may be meant: "a lot of code is"."""
_GOES_ON = wordset(
    "is are was were has have had can will would could should may might in on of for to that which and or but "
    "with from at by as when if because than so who where while after before you your we our they it i"
)
"""Words that end a group of nouns."""
_OWNING = frozenset(("the", "my", "our", "your", "their", "its", "these", "those"))
_MEASURED = frozenset(("items", "things", "records", "entries", "values", "weights", "gradients", "changes", "tokens"))
"""Plurals of which so many come together that an amount of them is said."""
_NO_MEASURE = frozenset(("much", "or", "any", "no", "the"))

_LOOKED_AT = frozenset((*UNCOUNTABLE, *_MANY, *_HEAPS, "less", "much", "amount", "one"))


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Findings for "informations", "less files", "too much errors" and "many model are"."""
    if not is_english(document):
        return
    for held in tokens(document):
        if held.passage.kind not in ("quote", "cell"):
            for at, word in [pair for pair in enumerate(held.words) if pair[1] in _LOOKED_AT]:
                slip = _slip(held, at, word)
                if slip:
                    index, right = slip
                    span = held.passage.words[index]
                    said = held.passage.slice(span)
                    right = right.capitalize() if said[0].isupper() else right
                    fix = Fix(f"Say “{right}”", (Edit(span, right),))
                    yield found(span, f"“{said}” is counted wrongly: say “{right}”", fix=fix)


def _slip(held: Tokens, at: int, word: str) -> tuple[int, str] | None:
    """The index of a wrong word and the word for it."""
    if word in UNCOUNTABLE:
        return at, UNCOUNTABLE[word]
    if word in ("less", "much"):
        words = run(held, at, 2)
        if len(words) > 1 and words[1] in COUNTED:
            before = held.words[at - 1] if at else ""
            if word == "less" and before not in _NO_MEASURE:
                return at, "fewer"
            if word == "much" and before == "too":
                return at, "many"
    if word == "amount":
        words = run(held, at, 3)
        if words[1:2] == ("of",) and words[2:3] and words[2] in COUNTED and words[2] not in _MEASURED:
            return at, "number"
    if word == "one":
        words = run(held, at, 5)
        if words[1:2] == ("of",) and words[2:3] and words[2] in _OWNING and words[3:4] and words[3] in SINGULAR:
            return (at + 3, _plural(words[3])) if words[4:5] and words[4] in _GOES_ON else None
    if word in _HEAPS:
        words = run(held, at, 4)
        if len(words) == 4 and words[1] == "of" and (words[2] in SINGULAR or f"{words[2]}s" in COUNTED):
            return (at + 2, _plural(words[2])) if words[3] in (_HEAPS[word] or _GOES_ON) else None
    if word in _MANY:
        words = run(held, at, 3)
        if word == "both" and words[2:3] == ("and",):
            return None  # "both server and mobile backends"
        ends = len(words) == 2 or (len(words) == 3 and words[2] in _GOES_ON)
        if (
            len(words) > 1
            and (words[1] in SINGULAR or f"{words[1]}s" in COUNTED)
            and ends
            and _is_alone(held, at, len(words))
        ):
            return at + 1, _plural(words[1])
    return None


def _is_alone(held: Tokens, at: int, size: int) -> bool:
    """Whether the noun is followed by a word that ends its group, or by a mark that ends the sentence."""
    if size == 3:
        return True
    after = held.passage.text[held.passage.words[at + 1].end - held.passage.span.start :].lstrip(" \n")
    return after[:1] in (".", "?", "!", ";")


def _plural(noun: str) -> str:
    special = {
        "matrix": "matrices",
        "vertex": "vertices",
        "index": "indexes",
        "process": "processes",
        "class": "classes",
    }
    if noun in special:
        return special[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
