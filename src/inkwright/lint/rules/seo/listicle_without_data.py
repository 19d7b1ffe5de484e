"""Lists of tools that anybody could have written."""

import re
from collections.abc import Iterator

from inkwright.lint.front import title_place
from inkwright.lint.rule import found
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_COUNT = r"(?:\d{1,3}\+?|three|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_PRAISE = (
    r"(?:best|top|must[- ](?:have|know|read|try)|essential|awesome|amazing|great(?:est)?|favou?rite|useful|popular|"
    r"powerful|cool|free|incredible|killer|handy|hidden|underrated|game[- ]changing|mind[- ]blowing|open[- ]source)"
)
_THINGS = (
    r"(?:libraries|packages|tools|frameworks|plugins|extensions|modules|apps|websites|sites|resources|courses|books|"
    r"languages|models|tips|tricks|hacks|commands|features|projects|repositories|repos|platforms|services|editors|"
    r"databases|skills|one-liners|shortcuts|utilities|prompts|agents|blogs|newsletters|podcasts)"
)
_LISTICLE = regex(
    rf"\b(?:top|best) {_COUNT}\b|\b{_COUNT} (?:of the )?(?:\w+ )?{_PRAISE}\b|\b{_COUNT} (?:\S+ ){{0,4}}{_THINGS}\b",
    re.I,
)
_OWN = regex(r"\b(?:I|I'm|I've|I'd|I'll|we|we've|we're|my|our|me|us)\b")
_FIGURE = regex(
    r"\b\d[\d,.]*\s?(?:%|ms|µs|ns|s|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|x|times|[kKMGT]i?B|MB|GB|lines|tokens|"
    r"requests|users|stars|files|rows|words|dollars|euros?)(?!\w)|[$€£]\s?\d",
)
_VERSUS = regex(
    r"\b(?:than|versus|vs|compared|comparison|whereas|unlike|instead of|drawbacks?|downsides?|trade-?offs?|avoid|"
    r"slower|faster|loses?|wins?|winner|but not)\b",
    re.I,
)
_SIGNS = 3
"""Signs of a post of one's own (a figure, a comparison, a first person) that a list needs of one kind."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the title of a bare list."""
    title, place = title_place(document, context)
    if not title or not _LISTICLE.search(title) or _OWN.search(title) or document.of_kind("table"):
        return
    text = "\n".join(passage.text for passage in prose(document)).replace("’", "'")
    if all(len(sign.findall(text)) < _SIGNS for sign in (_OWN, _FIGURE, _VERSUS)):
        yield found(place, "a list that anybody could have made: add your own figures, a comparison or your view")
