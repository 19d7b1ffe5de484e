"""References without author, date or link."""

import re
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.citations import references
from inkwright.text.keyed_citations import cited

_DATE = regex(r"\b(?:1[6-9]|20)\d\d\b|\bn\.\s?d\.|\bforthcoming\b|\bin press\b", re.I)
_PLACE = regex(r"https?://|\bdoi\b|\b10\.\d{4,}/|\barxiv\b|\bISBN\b|\]\(", re.I)
_WORD = regex(r"[^\W\d_]{2,}")
_REMARK = regex(
    r"\W*(?:\[\d+\]:?\s*)?(?:An?|The|I|We|You|It|This|That|These|There|If|In|On|As|For|When|While|Though|Although|And|"
    r"But|So|To|See|Not|My|Our|Technically)\b[ ,][^.!?]{20,}[.!?]"
)
"""How a note in whole sentences begins."""
_SENTENCES = regex(r"\w{2}[.!?]\s+(?:However|But|So|And|It|This|That|These|They|There|If|We|You|In|When|For)\b[ ,]")
"""A second sentence of a note, as no author, title or publisher begins."""
LEAST = 3
"""Words of author and title that an entry must have besides its date and link."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each reference that is cited, by number or by key, naming what it lacks."""
    yield from _by_key(document, context)
    known = references(document)
    cited = {citation.number for citation in known.citations}
    for entry in known.entries:
        if entry.number not in cited:
            continue
        text = document.slice(entry.span)
        bare = re.sub(r"https?://\S+", " ", text)
        lacks = [] if len(_WORD.findall(bare)) >= LEAST else ["an author and a title"]
        lacks += [] if _DATE.search(bare) else ["a date"]
        lacks += [] if _PLACE.search(text) else ["a link"]
        if lacks and not (lacks == ["a date", "a link"] and (_REMARK.match(text) or _SENTENCES.search(text))):
            yield found(entry.mark, f"reference {entry.number} lacks {' and '.join(lacks)}")


def _by_key(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each incomplete entry of the bibliography, where it is first cited."""
    left = dict(context.bibliography.references)
    for work in (work for citation in cited(document) for work in citation.works) if left else ():
        reference = left.pop(work.key, None)
        if reference is not None and reference.lacks:
            place = f"{reference.path}:{reference.line}"
            yield found(work.span, f"the entry `{work.key}` ({place}) lacks {' and '.join(reference.lacks)}")
