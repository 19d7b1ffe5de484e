"""References without a date or a link."""

import re
from collections.abc import Iterator

from inkwright.lint.citations import references
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_DATE = re.compile(r"\b(?:1[6-9]|20)\d\d\b|\bn\.\s?d\.|\bforthcoming\b|\bin press\b", re.I)
_PLACE = re.compile(r"https?://|\bdoi\b|\b10\.\d{4,}/|\barxiv\b|\bISBN\b|\]\(", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")
LEAST = 3
"""Words of author and title that an entry must have besides its date and link."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each reference that is cited by number, naming what it lacks."""
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
        if lacks:
            yield found(entry.mark, f"reference {entry.number} lacks {' and '.join(lacks)}")
