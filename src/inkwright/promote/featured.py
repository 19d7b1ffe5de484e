"""The texts of a post for a profile's shelf of featured links: its title, one of its sentences, its address."""

from collections.abc import Iterable

from inkwright.model.portfolio import Featured
from inkwright.model.regex import regex

TITLE, TEXT, ADDRESS = 100, 200, 256
"""Characters at most. **Source:** LinkedIn names no limits for featured links; its other titles (of articles, of
positions) take 100 characters and its addresses 256, as lists of its limits say (looked at 2026-11-22). A text of 200
is an own choice: two lines of a card."""
MOST = 3
"""Posts to feature. **Source:** own choice: a profile shows three side by side."""
_CLAUSE = regex(r"\s?[:;—–]\s|\s-\s|,\s")
_LEAST = 15


def featured(title: str, sentences: Iterable[str], url: str) -> Featured:
    """A post for the shelf: its title, cut after a clause or a word where it is too long, the first of its sentences
    that fits ("" for none), and its address ("" for one that is too long)."""
    text = next((one for one in sentences if 0 < len(one) <= TEXT), "")
    return Featured(_title(" ".join(title.split())), text, url if len(url) <= ADDRESS else "")


def _title(title: str) -> str:
    if len(title) <= TITLE:
        return title
    ends = [mark.start() for mark in _CLAUSE.finditer(title) if _LEAST <= mark.start() <= TITLE]
    if ends:
        return title[: ends[-1]]
    return title[: title.rfind(" ", 1, TITLE) if " " in title[1:TITLE] else TITLE - 1].rstrip() + "…"
