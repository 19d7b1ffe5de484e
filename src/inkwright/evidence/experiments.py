"""Notes of experiments: `kind: experiment` in the front matter, and a question, a set-up and a result."""

import re

from inkwright.model.document import Document
from inkwright.model.regex import regex

PARTS = ("question", "setup", "result")
"""What such a note tells. **Source:** requirement EVD-20."""
_NAMES = {
    "question": r"questions?|hypothesis",
    "setup": r"set-?\s?up|method|environment",
    "result": r"results?|outcome",
}
_HEADING = {part: regex(rf"\W*(?:\d+\W+)?(?:the\s+)?(?:{name})\W*\Z", re.I) for part, name in _NAMES.items()}
_EMPTY = regex(r"\W*(?:TK|TODO|TBD|tba|pending|none yet|not yet)?\W*\Z", re.I)


def is_experiment(document: Document) -> bool:
    """Whether a note says of itself that it is one."""
    return str(document.front_matter.data.get("kind", "")).strip().lower() == "experiment"


def missing_parts(document: Document) -> tuple[str, ...]:
    """Those of `PARTS` that neither a section nor a key of the front matter tells; all of them for an empty note.

    A section with nothing but `TODO` or the like below its heading tells nothing.
    """
    data = document.front_matter.data
    return tuple(part for part in PARTS if _EMPTY.match(str(data.get(part) or "")) and not _has_section(document, part))


def _has_section(document: Document, part: str) -> bool:
    headings = document.of_kind("heading")
    for at, heading in enumerate(headings):
        if _HEADING[part].match(heading.plain()):
            later = (one.span.start for one in headings[at + 1 :] if one.level <= heading.level)
            text = document.text[heading.span.end : next(later, len(document.text))]
            if not _EMPTY.match(re.sub(r"<!--.*?-->", "", text, flags=re.S)):
                return True
    return False
