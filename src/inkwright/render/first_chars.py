"""Which characters a match of a regular expression can begin with, as far as its parts tell."""

import re
from collections.abc import Iterable
from typing import Any

ASCII = frozenset(chr(code) for code in range(128) if not 0x1C <= code <= 0x1F)
"""The characters that are told apart; any other counts as one that every expression may begin with. So do the four
separators, which are blanks to some expressions and to others not."""

_ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def first_chars(pattern: re.Pattern[str]) -> frozenset[str]:
    """The characters among `ASCII` that a match of the expression may begin with: never too few, at worst all."""
    parse = getattr(getattr(re, "_parser", None), "parse", None)
    if parse is None:
        return ASCII
    try:
        found, empty = _sequence(parse(pattern.pattern, pattern.flags), pattern.flags)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ASCII
    return ASCII if empty else found


def _sequence(parts: Iterable[Any], flags: int) -> tuple[frozenset[str], bool]:
    """Where a sequence may begin, and whether it may match nothing."""
    found: frozenset[str] = frozenset()
    for op, argument in parts:
        chars, empty = _part(str(op), argument, flags)
        found |= chars
        if not empty:
            return found, False
    return found, True


def _part(op: str, argument: Any, flags: int) -> tuple[frozenset[str], bool]:
    if op in _ZERO_WIDTH:
        return frozenset(), True
    if op in _REPEATS:
        least, _, parts = argument
        chars, empty = _sequence(parts, flags)
        return chars, empty or least == 0
    if op == "SUBPATTERN":
        _, added, removed, parts = argument
        return _sequence(parts, (flags | added) & ~removed)
    if op == "ATOMIC_GROUP":
        return _sequence(argument, flags)
    if op == "BRANCH":
        ways = [_sequence(parts, flags) for parts in argument[1]]
        return frozenset().union(*(chars for chars, _ in ways)), any(empty for _, empty in ways)
    return _one(op, argument, flags), False


def _one(op: str, argument: Any, flags: int) -> frozenset[str]:
    """The characters that a part which takes exactly one may take. Raises KeyError for a part of another kind."""
    if op == "LITERAL":
        return _folded({chr(argument)}, flags)
    if op == "NOT_LITERAL":
        return ASCII - ({chr(argument)} if not flags & re.IGNORECASE else set())
    if op == "ANY":
        return ASCII
    if op == "IN":
        return _set(argument, flags)
    raise KeyError(op)


def _set(items: Iterable[Any], flags: int) -> frozenset[str]:
    """The characters of a set in brackets."""
    found: set[str] = set()
    negated = False
    for op, argument in items:
        kind = str(op)
        if kind == "NEGATE":
            negated = True
        elif kind == "LITERAL":
            found.add(chr(argument))
        elif kind == "RANGE":
            found.update(map(chr, (*range(argument[0], min(argument[1], 127) + 1), argument[1])))
        else:
            found |= _CATEGORIES[str(argument)]
    if negated:
        return ASCII if flags & re.IGNORECASE else ASCII - found
    return _folded(found, flags)


def _folded(chars: Iterable[str], flags: int) -> frozenset[str]:
    """The ASCII ones of some characters, in both cases where case does not count; one beyond ASCII may fold to any."""
    if not flags & re.IGNORECASE:
        return ASCII & frozenset(chars)
    if any(char not in ASCII for char in chars):
        return ASCII
    return frozenset(form for char in chars for form in (char.lower(), char.upper()))


_DIGITS = frozenset("0123456789")
_WORDS = frozenset(char for char in ASCII if char.isalnum() or char == "_")
_SPACES = frozenset(" \t\n\r\f\v")
_CATEGORIES = {
    "CATEGORY_DIGIT": _DIGITS, "CATEGORY_NOT_DIGIT": ASCII - _DIGITS, "CATEGORY_WORD": _WORDS,
    "CATEGORY_NOT_WORD": ASCII - _WORDS, "CATEGORY_SPACE": _SPACES,
    "CATEGORY_NOT_SPACE": ASCII - _SPACES,
}  # fmt: skip
