"""Levels that the prerequisites do not bear out."""

import re
from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_LOW = frozenset({"beginner", "beginners", "novice", "newcomer", "newcomers", "introductory", "intro", "basic", "easy"})
_HIGH = frozenset({"intermediate", "advanced", "expert", "experts", "senior", "hard"})
_NEEDS = regex(r"\b(?:prerequisites?|requirements?|before you (?:start|begin)|what you (?:need|should))\b", re.I)
_TELLS = regex(
    r"\b(?:prerequisites?|assum\w+|familiar\w*|comfortable|at home (?:in|with)|you (?:should |must |need to |already |"
    r"will need to )*(?:know|understand|have (?:read|used|written|worked))|knowledge of|experience (?:with|in)|"
    r"background in|who (?:know|have|already))\b",
    re.I,
)
_DEMANDS = regex(
    r"\b(?:experience\w*|years|advanced|expert\w*|deep (?:knowledge|understanding)|in-depth|strong (?:knowledge|"
    r"background|understanding)|proficien\w+|fluen\w+|solid (?:knowledge|understanding|grasp)|master\w*|senior)\b",
    re.I,
)
_NOT = regex(r"\b(?:no|not|without|nothing|little|any)\b[^.]{0,40}$", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on `level:` when the text does not agree with it; unknown levels are left alone."""
    level = str(context.metadata.planning.get("level") or "").strip().lower()
    if level in _HIGH and not any(_TELLS.search(passage.text.replace("’", "'")) for passage in prose(document)):
        message = f"for {level} readers, and nowhere what they must know already: add it to the prerequisites"
        yield found(key_span(document, "level"), message)
    elif level in _LOW:
        demand = _demand(document)
        if demand:
            message = f"for {level} readers, and yet the prerequisites ask for “{demand}”"
            yield found(key_span(document, "level"), message)


def _demand(document: Document) -> str:
    """What the prerequisites section asks for that no beginner has, "" for nothing."""
    headings = outline_headings(document)
    for at, heading in enumerate(headings):
        if _NEEDS.search(heading.plain()):
            end = headings[at + 1].span.start if at + 1 < len(headings) else len(document.text)
            for passage in prose(document):
                if heading.span.end <= passage.span.start < end:
                    match = _DEMANDS.search(passage.text)
                    if match and not _NOT.search(passage.text[: match.start()]):
                        return match[0]
    return ""
