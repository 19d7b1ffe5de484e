"""Titles whose year has passed."""

import re
from collections.abc import Iterator

from inkwright.lint.front import title_place
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_YEAR = regex(r"(?<![\w.-])20[0-4]\d(?![\w.-])")
_CURRENT = regex(
    r"\b(?:best|top|favou?rite|guide|tutorial|how to|what to|which|should|cheat ?sheet|handbook|roadmap|comparison|"
    r"alternatives?|right now|today|modern|latest|tools|libraries|frameworks|trends|still|worth|edition|checklist|"
    r"ultimate|complete|learn|stack|setup|choosing|choose)\b",
    re.I,
)
_OF_ITS_TIME = regex(
    r"\b(?:review|retrospective|recap|report|survey|results?|conference|workshop|meetup|summit|sprint|notes from|"
    r"back|looking|history|in numbers|highlights|wrapped|goals|plans|archive|award|election|update|release|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a title that promises to be current about a year before this one; none without a clock."""
    title, place = title_place(document, context)
    years = [year for year in _YEAR.findall(title) if year < context.today[:4]]
    if years and _CURRENT.search(title) and not _OF_ITS_TIME.search(title):
        yield found(place, f"{years[-1]} is over: renew the post and its title, or leave the year out")
