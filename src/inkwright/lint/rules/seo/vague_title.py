"""Titles that could stand above any post."""

import re
from collections.abc import Iterator

from inkwright.lint.front import first_key, title_place
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_MUSING = (
    r"(?:thoughts?|notes|musings?|ramblings?|reflections?|observations?|impressions|remarks|words|opinions?|rants?)"
)
_VAGUE = regex(
    rf"^(?:(?:some|a few|my|our|random|quick|brief|more|various|initial|first|further|final|assorted) )*{_MUSING} "
    r"(?:on|about|regarding|around|from|after)\b"
    rf"|^(?:(?:some|a few|my|random|quick|brief|various|assorted) )+{_MUSING}$"
    r"|^(?:my|our|a|the) (?:\w+ ){0,2}journey\b"
    r"|\b(?:everything|all) (?:you|one) (?:(?:ever )?(?:need|needs|want|wanted|should|have)) ?(?:to)? know\b"
    r"|^(?:all|everything) about\b|^(?:a|the) (?:few|couple of) (?:things|words|tips|tricks) (?:on|about|for)\b"
    r"|^(?:an? |some |the )?(?:introduction|intro|overview|update|updates|news|misc(?:ellaneous)?|untitled|"
    r"new (?:blog )?post|(?:blog )?post|article|draft|notes|thoughts|tips|tips and tricks|hello,? world|test|part \d+|"
    r"conclusion|summary|background|readme)[.!]?$"
    r"|^(?:an? |the )?(?:short |brief |quick |gentle )?(?:look at|word on|note on|overview of|post about) \S+$"
    r"|^(?:what|why) is \S+ (?:important|great|awesome|cool)\??$",
    re.I,
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a title that tells nothing but a subject."""
    title, place = title_place(document, context)
    if not context.is_post and not first_key(document, "title"):
        return  # the first heading of a page that is no post
    if title and _VAGUE.search(" ".join(title.replace("’", "'").split())):
        yield found(place, "this title fits any post on its subject: name your finding, a number or a promise")
