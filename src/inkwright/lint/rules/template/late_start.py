"""Openings that could stand before any post on their subject, and where the post really starts."""

import re
from collections.abc import Iterator
from itertools import takewhile

from inkwright.lint.opening import opening
from inkwright.lint.rule import found
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.prose import HIDDEN

_MOST = 3
"""Paragraphs that a preamble has at most. **Source:** requirement EDT-1."""
_SHOWN = 8
"""Words of the paragraph at which the post starts that are quoted."""
_SWEEPING = regex(
    r"\b(?:today's|nowadays|these days|in recent years|in the (?:modern|digital)|(?:has|have) (?:become|always been|"
    r"been around|changed|transformed)|is everywhere|are everywhere|all around us|ubiquitous|more and more|"
    r"every (?:company|team|developer|business|organi[sz]ation|engineer|product|industry)|"
    r"(?:we|you|everyone) all (?:know|love|use)|we live in|for (?:decades|centuries|many years)|"
    r"since the (?:dawn|beginning)|over the (?:last|past) (?:\w+ )?(?:years|decades?)|"
    r"an? (?:\w+ )?(?:important|crucial|vital|essential|key|central|integral) (?:part|role)|the world of|"
    r"modern (?:software|systems?|applications?|compan\w+|world|life|business\w*)|there are many|"
    r"most (?:people|companies|teams|developers|engineers|organi[sz]ations)|"
    r"comes? in many|the backbone|the heart of|no secret)\b",
    re.I,
)
_OWN = regex(
    r"\b(?:I|I'm|I've|[Mm]y|[Oo]ur|us)\b|\b(?:we|We) (?!(?:all|live|know)\b)|\d|`|https?://|[“\"]|"
    r"\b(?:[Yy]esterday|[Ll]ast (?:\w+day|week|month|year|night)|[Tt]his (?!(?:is|means|makes|has)\b)\w+)\b"
    rf"|(?<=[a-z,] )[A-Z][a-z]+|{HIDDEN}"
)
"""What a paragraph has of its author or its subject: a person, a figure, a day, a name, something shown."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on one to three general paragraphs before the first one that has anything of its own."""
    first = [passage for passage in opening(document) if passage.kind == "paragraph"]
    general = list(takewhile(lambda passage: not _OWN.search(_text(passage)), first))
    if not 0 < len(general) <= _MOST or len(general) == len(first) or not is_english(document):
        return
    if any(_SWEEPING.search(_text(passage)) for passage in general):
        start = first[len(general)]
        line = document.position(start.span.start).line
        words = " ".join(_text(start).split()[:_SHOWN])
        many = "this paragraph" if len(general) == 1 else f"these {len(general)} paragraphs"
        yield found(
            Span(general[0].span.start, general[-1].span.end),
            f"{many} could open any post: it starts on line {line}, “{words} ...”",
        )


def _text(passage: Passage) -> str:
    return passage.text.replace("’", "'")
