"""Words that are one slip away from the word that was meant."""

from collections.abc import Iterator

from inkwright.lint.front_prose import needs_quoting
from inkwright.lint.rule import found
from inkwright.lint.spelling import words
from inkwright.lint.suggest import Meant, meant, shown
from inkwright.lint.suspects import Suspect, suspects
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Edit, Finding, Fix

SHORT = 4
"""Letters up to which only a slip of the fingers counts: what is that short and unknown is mostly a name or jargon."""
LONG = 6
"""Letters from which on a listed misspelling is one even where a name would stand, and a slight slip is sure."""
SLIGHT = 2.0
"""Highest cost of a slight slip: letters swapped, doubled, left out, or keys side by side."""
_EVERYDAY = frozenset(b"12")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each use of a misspelled word, with up to three words that may have been meant."""
    accepted = {word.lower() for word in context.accepted_words}
    for suspect in suspects(document):
        low = suspect.low
        if low in accepted or low.removesuffix("s") in accepted:
            continue
        sure = words().misspellings.get(low)
        if sure and (suspect.capital != "name" or len(low) >= LONG):
            yield _finding(document, suspect, [_like(sure, suspect.written)], suspect.capital != "name")
        elif suspect.capital != "name":
            likely = [one for one in meant(low) if _counts(suspect, one)]
            if likely:
                severity = "" if len(low) >= LONG and likely[0].cost <= SLIGHT else "suggestion"
                yield _finding(document, suspect, [shown(one, suspect.written) for one in likely], False, severity)


def _counts(suspect: Suspect, one: Meant) -> bool:
    """Whether a word was meant, as far as one can tell: in a title and for a short word only an everyday one with a
    slip of the fingers."""
    slight = 1.0 if suspect.capital else 2.5 if one.kind == ord("1") else 2.0
    easy = one.kind in _EVERYDAY and one.cost <= slight
    if suspect.capital:
        return easy and len(suspect.low) > SHORT + 1
    return easy or len(suspect.low) > SHORT


def _like(word: str, written: str) -> str:
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _finding(document: Document, suspect: Suspect, likely: list[str], safe: bool, severity: str = "") -> Finding:
    *others, last = [f"“{word}”" for word in likely]
    said = f"{', '.join(others)} or {last}" if others else last
    fix = None
    if document.slice(suspect.span) == suspect.written and not needs_quoting(document, suspect.span, likely[0]):
        fix = Fix(f"Write “{likely[0]}”", (Edit(suspect.span, likely[0]),), safe)
    return found(suspect.span, f"“{suspect.written}” is misspelled: write {said}", fix=fix, severity=severity)
