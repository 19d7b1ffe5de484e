"""Acronyms that are used before they are spelled out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from inkwright.lint.paragraphs import paragraphs
from inkwright.lint.rule import found, names
from inkwright.lint.spelling import words
from inkwright.lint.tokens import Tokens, is_english, judged
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_ACRONYM = regex(
    r"[A-Z](?<![\w/.$@#%&+\-\ue000_'’<>=:\\][A-Z])(?:[A-Z]{1,5}|[A-Z]{0,2}&[A-Z]{1,3})(?:s|’s|'s)?(?![\w/\-_\ue000&+=]|\.\w|:|\()"
)
_SIGNAL = regex(r"SIG[A-Z]{3,}\Z")
"""A name of a signal, which is no acronym that anybody spells out."""
_ROMAN = regex(r"(?:X{0,3})(?:IX|IV|V?I{0,3})\Z")
_FILLERS = frozenset(
    (
        "the", "and", "that", "this", "to", "at", "as", "are", "all", "an", "about", "after", "it", "is", "in",
        "if", "or", "on", "was", "were", "we", "with", "will", "you", "your", "for", "from", "but", "be", "by",
        "can", "do", "have", "had", "has", "not", "no", "so", "some", "such", "than", "then", "there", "they",
        "their", "very", "which", "who",
    )
)  # fmt: skip
"""Words that no acronym takes a letter from: a run of words with the right initials that holds one is chance."""
_SMALL = frozenset("oatfiw")
"""Initials of the small words that may stand inside a spelled-out name: "of", "and", "the", "for", "in", "with"."""
_LETTERS = regex(r"[A-Za-z]+")
_IS = regex(r" (?:is|are) (?:an?|the|our|my) [a-z]")
"""A sentence that says what it is, after its subject."""
_THANKS = regex(r"\b(?:[Tt]hanks|[Tt]hank you|[Tt]hx)(?: to)? \Z")
"""Before somebody's initials."""
_THING = regex(r" (?:files?|messages?|(?:environment )?variables?|commands?|keywords?|options?|macros?)\b")
"""What an everyday word in capitals is the name of: "the LOG file", "the EDITOR environment variable"."""
_EVERYDAY = ord("1")
_SHOUTED = frozenset(b"12")
_LOUD = 4
"""Letters from which on a common word in capitals is said aloud ("we LOVE it") or is a name."""
_BESIDE = 120
"""Characters before an acronym of two letters within which two words of these initials spell it out."""
_OR = regex(r",? or (?:the |an? )?\Z")
"""Between a name and its acronym: "mean time to recovery, or MTTR"."""
_known: WeakKeyDictionary[Document, str] = WeakKeyDictionary()
_links: WeakKeyDictionary[Document, list[tuple[int, int, str]]] = WeakKeyDictionary()
_ENOUGH = 200
"""Acronyms looked at in one document: what holds more is a list of them."""
_OUTSIDERS = frozenset({"leadership", "community"})
_USES = frozenset({"paragraph", "item", "note"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for the first use of each acronym that nothing up to that place spells out."""
    if not is_english(document):
        return
    outsiders = not _OUTSIDERS.isdisjoint(context.audience)
    severity = "error" if outsiders else "suggestion"
    known = [context.accepted_words, names(context, "undefined-acronym", "known")]
    if not outsiders:
        known.append(names(context, "undefined-acronym", "trade"))
    code: str | None = None
    seen: set[str] = set()
    for held, there in judged(document, _acronyms):
        for name, match in there:
            passage = held.passage
            if name in seen or any(name in words for words in known):
                continue
            seen.add(name)
            if len(seen) > _ENOUGH:
                return
            if code is None:
                code = _code(document)
            if _stands_in(code, name) or _stands_in(code, name.lower()):
                continue
            if _is_defined(document, passage, match, name):
                continue
            span = Span(match.start(), match.start() + len(name)).shift(passage.span.start)
            yield found(span, f"“{name}” is not spelled out where it is first used", severity=severity)


def _acronyms(held: Tokens) -> tuple[tuple[str, re.Match[str]], ...]:
    """The acronyms of a passage, each with the first match in the passage's text that is no part of a name."""
    if held.passage.kind not in _USES:
        return ()
    text = held.passage.text
    first: dict[str, re.Match[str]] = {}
    for match in _ACRONYM.finditer(text):
        name = re.sub(r"['’]?s\Z", "", match[0])
        if name not in first and not (_ROMAN.match(name) or _SIGNAL.match(name) or _is_name(text, match)):
            first[name] = match
    return tuple(first.items())


def _code(document: Document) -> str:
    """All code of a document: a name that stands in it is a name, not an acronym of the prose."""
    blocks = [block.text for block in document.of_kind("code")]
    return "\n".join([*blocks, *(inline.text for inline in document.inlines_of("code"))])


def _stands_in(code: str, name: str) -> bool:
    return name in code and re.search(rf"\b{re.escape(name)}\b", code) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether it is a name ("the LOG file"), a part of one ("LM Studio", "AMD Ryzen 9") or of a line that shouts, as
    its neighbours tell."""
    if re.match(r" (?:[A-Z][a-z]+|v?\d)", text[match.end() : match.end() + 4]):
        return True
    before = re.search(r"([A-Z]{2,})[\s,!–—-]+\Z", text[max(0, match.start() - 30) : match.start()])
    after = re.match(r"[\s,!–—-]+([A-Z]{2,})\b", text[match.end() : match.end() + 30])
    shouted = [found[1] for found in (before, after) if found]
    if any(len(word) > 4 or word.lower() in _FILLERS for word in shouted):
        return True
    kind = words().kind(match[0].lower())
    if len(match[0]) >= _LOUD and kind in _SHOUTED:
        return True
    return bool(_THING.match(text, match.end())) and kind == _EVERYDAY


def _is_defined(document: Document, passage: Passage, match: re.Match[str], name: str) -> bool:
    start = passage.span.start + match.start()
    if _is_linked(document, start, name):
        return True
    here = passage.text
    after = here[match.start() + len(name) : match.start() + len(name) + 160]
    before = here[max(match.start() - 160, 0) : match.start()]
    if re.match(r"['’]?s?\s*\((?!e\.g|i\.e|see )[^()]*[a-z]{3}", after):
        return True
    if _THANKS.search(before) or _IS.match(after):
        return True
    if re.match(
        r"['’]?s?,? (?:stands for|is short for|means|which stands for|short for|or [a-z]+(?:[ -][A-Za-z]+)+,)", after
    ):
        return True
    if re.search(r"\(\s*(?:(?:also |)(?:known as|called|or|aka|abbreviated(?: as)?|short:?)\s+)?[\"“*_ ]*\Z", before):
        return _spells(before.rstrip('("“*_ '), name) or after.lstrip('s*_"” ').startswith((")", ",", ";"))
    said = _OR.search(before)
    if said and _spells(before[: said.start()], name, strict=True):
        return True
    end = next((sentence.end for sentence in passage.sentences if sentence.start <= start < sentence.end), start)
    return _spelled_earlier(document, start, end, name)


def _is_linked(document: Document, start: int, name: str) -> bool:
    """Whether a link up to that place has the acronym in its text: what it is stands behind the link."""
    whole = re.compile(rf"\b{re.escape(name)}\b")
    return any(
        first <= start and (start < end or (name in text and whole.search(text)))
        for first, end, text in _linked(document)
    )


def _linked(document: Document) -> list[tuple[int, int, str]]:
    """Where each link stands, and its text."""
    known = _links.get(document)
    if known is None:
        known = _links[document] = [(*link.span, link.plain()) for link in document.inlines_of("link")]
    return known


def _spells(before: str, name: str, *, strict: bool = False) -> bool:
    """Whether the last words of a text have the acronym's letters for initials."""
    words = re.findall(r"[A-Za-z]+", before)[-len(name) - 3 :]
    initials = "".join(word[0] for word in words).upper()
    return initials.endswith(name.replace("&", "")) or (not strict and name[0] in initials)


def _initials(document: Document) -> str:
    """The first letters of all words of the source in a row, so that most acronyms can be ruled out at a glance."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = "".join(map(_initials_in, paragraphs(document.text)))
    return known


@lru_cache(maxsize=4096)
def _initials_in(text: str) -> str:
    """The first letters of all words of a paragraph; remembered, as an edit changes one of many."""
    return "".join([word[0] for word in _LETTERS.findall(text)]).lower()


def runs_through(initials: str, letters: str) -> bool:
    """Whether letters follow each other among initials, each but the first with one of a small word before it or not.

    A pattern would do, but to make one for each acronym takes ten times as long as to look.
    """
    for opening in {gap.join(letters[:2]) for gap in ("", *_SMALL)}:
        at = initials.find(opening)
        while at >= 0:
            if _goes_on(initials, at + len(opening), letters[2:]):
                return True
            at = initials.find(opening, at + 1)
    return False


def _goes_on(initials: str, at: int, letters: str) -> bool:
    ends = {at}
    for letter in letters:
        ends = {
            end + 1
            for end in ends | {end + 1 for end in ends if initials[end : end + 1] in _SMALL}
            if initials[end : end + 1] == letter
        }
    return bool(ends)


def _spelled_earlier(document: Document, start: int, end: int, name: str) -> bool:
    """Whether the text up to the end of the sentence, headings and abbreviation lists included, spells it out."""
    text = document.text
    if f"*[{name}]:" in text or ("<abbr" in text and re.search(rf"<abbr[^>]*>{name}</abbr>", text)):
        return True
    body = document.front_matter.span.end
    if len(name) < 3:
        if name.lower() not in _initials(document):
            return False
        if any(_paired_in(piece, name) for piece in text[body:end].split("\n\n")):
            return True
        near = re.compile(rf"\b{name[0]}[a-z]{{3,}}[ -]{name[-1]}[a-z]{{3,}}\b", re.I)
        return bool(near.search(text, max(start - _BESIDE, body), start))
    return any(_spelled_in(piece, name) for piece in text[body : max(start, end)].split("\n\n"))


@lru_cache(maxsize=16384)
def _paired_in(text: str, name: str) -> bool:
    """Whether two words with these initials stand together in a paragraph, capitals as in the name."""
    if name.lower() not in _initials_in(text):
        return False
    spelled = re.compile(rf"{name[0]}(?<=\b.)[a-z]+[ -]{name[-1]}[a-z]+\b")  # begins with a letter to look for
    return spelled.search(text) is not None


@lru_cache(maxsize=16384)
def _spelled_in(text: str, name: str) -> bool:
    """Whether a paragraph spells out an acronym; remembered, as an edit changes one of many."""
    if not runs_through(_initials_in(text), name.replace("&", "").lower()):
        return False
    first, *others = [f"[{letter}{letter.lower()}]" for letter in name if letter.isalpha()]
    words = [rf"({first}(?<=\b.)[A-Za-z]+)", *(rf"({letter}[A-Za-z]+)" for letter in others)]
    spelled = re.compile(r"[\s\-*_–]+(?:(?i:of|and|the|for|in|to|on|with)\s+)?".join(words) + r"\b")
    return any(not _FILLERS.intersection(map(str.lower, match.groups())) for match in spelled.finditer(text))
