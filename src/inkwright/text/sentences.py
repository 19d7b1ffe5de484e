"""Sentence boundaries in English prose by punctuation, abbreviations and what follows; linear in the text's length.

Text that a mask hides (U+E000) is a word like any other; runs of white space count as one.
"""

import re

from inkwright.model.regex import regex

_MARK = regex(r"[.!?…。！？]+")
_AFTER = regex(r"(?P<close>[\"'”’»)\]*_」』）]*+(?:\s*+[:;]-?[()DP](?!\w))?)(?P<gap>\s++)(?P<next>\S)")
_NEVER = frozenset(
    "mr mrs ms dr prof sr jr st gen col sgt capt lt rep sen gov hon rev messrs mme mlle vs v e.g i.e eg ie cf ca viz "  # noqa: SIM905
    "approx fig figs eq eqs sec ch vol pp p no nos art ex ext dept est inc ltd co corp mt ft ave blvd rd assn univ "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat a.k.a al".split()
)
"""Abbreviations after which a sentence goes on unless the next word can hardly go on with it."""
_SOMETIMES = frozenset("etc inc ltd co corp jr sr al a.m p.m am pm u.s u.k u.n e.u d.c ph.d b.c a.d no".split())  # noqa: SIM905
"""Abbreviations that also end sentences: the next word decides."""
_STARTERS = frozenset(
    "the a an this that these those it he she we they you i in on at for if when while as but and so however there "  # noqa: SIM905
    "here what why how who where his her its our their my your no not all some most many one two both each "
    "therefore thus then also instead otherwise meanwhile finally moreover afterwards after before since".split()
)
_UNITS = frozenset(("ms", "sec", "ft"))
"""Abbreviations that behind a figure are units, and end a sentence like any word."""
_WORD = regex(r"[^\W_]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the white space around it; empty for a blank text.

    **Source:** boundary F1 88.0 on the development part of UD English EWT, where sentencex reaches 85.7.
    """
    stop = len(text.rstrip())
    at = len(text) - len(text.lstrip())
    found = []
    for mark in _MARK.finditer(text, at, stop):
        if text[mark.end() : mark.end() + 1].isalnum() and mark[0][-1] not in "。！？":
            continue
        after = _AFTER.match(text, mark.end(), stop)
        if mark[0][-1] in "。！？":
            gap = following = mark.end() + (len(after["close"]) if after else 0)
        elif after and _ends(mark, after, text):
            gap, following = after.start("gap"), after.start("next")
        else:
            continue
        if at < gap:
            found.append((at, gap))
        at = following
        while at < stop and text[at].isspace():
            at += 1
    if at < stop:
        found.append((at, stop))
    return found


def _ends(marked: re.Match[str], after: re.Match[str], text: str) -> bool:
    mark, following, close = marked[0], after["next"], after["close"]
    lower = following.islower()
    if (close and lower) or following in ".,;)]":
        return False
    if "!" in mark or "?" in mark:
        return True
    if len(mark) > 1 or mark == "…":
        return not lower
    return _full_stop(text, marked.start(), close, after.start("next"), lower)


def _full_stop(text: str, end: int, close: str, following: int, lower: bool) -> bool:
    """Whether the one full stop at `end` ends a sentence."""
    word = text[max(end - 24, 0) : end].rpartition(" ")[2].rpartition("\n")[2].lstrip("(\"'“‘[").lower()
    if close and close[0] in '"”’)':
        return not lower
    dotted = "." in word and len(word) < 8 and word.replace(".", "").isalpha()
    if dotted or word in _SOMETIMES or len(word) == 1:
        begins = None if lower else _WORD.match(text, following)
        starter = begins is not None and begins[0].lower() in _STARTERS
        return starter or (word == "i" and not lower)
    if word in _NEVER:
        before = text[max(end - 24, 0) : end - len(word)].rstrip()
        return word in _UNITS and not lower and before[-1:].isdigit()
    if word.isdigit() and len(word) < 3:
        before = text[max(end - 24, 0) : end - len(word)].rstrip()
        return bool(before) and before[-1] not in ".!?:" and not lower
    return bool(word) or not lower
