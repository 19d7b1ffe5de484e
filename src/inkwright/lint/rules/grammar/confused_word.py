"""Words in the place of one that sounds like them."""

from bisect import bisect_left
from collections.abc import Iterator

from inkwright.lint.clauses import sentence_of
from inkwright.lint.confusions import Confusion, compiled, confusions
from inkwright.lint.rule import found
from inkwright.lint.tokens import Tokens, is_english, tokens
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

_WINDOW = 5
"""Words that are looked at on each side."""

_LONGEST = 60
"""Words of a sentence that are looked at for what excuses."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each word that its neighbours give away."""
    if not is_english(document):
        return
    known = confusions().keys()
    for held in tokens(document):
        if held.passage.kind != "quote" and not known.isdisjoint(held.words):
            for at, word in enumerate(held.words):
                if word in known:
                    meant = _meant(held, at, word)
                    if meant:
                        yield _finding(document, held, at, meant)


def _meant(held: Tokens, at: int, word: str) -> str:
    """The word that is meant, "" when this one is right for all we know."""
    words = held.words
    near = words[at - 1] if at else ""
    likely = [one for one in compiled(word) if not one.near or near in one.near]
    if not likely:
        return ""
    left = " ".join(words[max(at - _WINDOW, 0) : at])
    right = " ".join(words[at + 1 : at + 1 + _WINDOW])
    for one in likely:
        before = one.left.match(left)
        after = one.right.match(right) if before else None
        if before and after and not _excused(one, held, at) and _joined(held, at, before["said"], after["said"]):
            return one.meant
    return ""


def _excused(one: Confusion, held: Tokens, at: int) -> bool:
    """Whether other words around say that this one may be right."""
    if one.excuse:
        return bool(one.excuse.search(" ".join(held.words[max(at - _WINDOW, 0) : at + 1 + _WINDOW])))
    if one.far_excuse:
        spans = held.passage.words
        begins = sentence_of(held.passage, at).start
        first = bisect_left(spans, begins, max(at - _LONGEST, 0), at, key=lambda span: span.start)
        return bool(one.far_excuse.search(" ".join(held.words[first:at])))
    return False


def _joined(held: Tokens, at: int, before: str, after: str) -> bool:
    """Whether nothing but white space stands between the words that were compared."""
    spans = held.passage.words
    first = at - len(before.split())
    last = at + len(after.split())
    return all(
        held.passage.slice(Span(spans[index].end, spans[index + 1].start)).isspace() for index in range(first, last)
    )


def _finding(document: Document, held: Tokens, at: int, meant: str) -> Finding:
    span = held.passage.words[at]
    said = held.passage.slice(span)
    meant = meant[0].upper() + meant[1:] if said[0].isupper() else meant
    fix = Fix(f"Say “{meant}”", (Edit(span, meant),))
    return found(span, f"“{said}” stands where “{meant}” is meant", fix=fix)
