"""The start of a post as readers and search engines meet it, and how a keyword is found in a text."""

import re
from functools import lru_cache

from inkwright.lint.content import content_stems, content_words
from inkwright.lint.tokens import is_component
from inkwright.model.document import Document
from inkwright.model.regex import regex

INTRO_WORDS = 100
"""Words in which a post should name its subject. **Source:** requirement SEO-4."""
_WORD = regex(r"[^\W_]+(?:[-'’_.][^\W_]+)*")
_ENDING = 3
"""Letters that may follow a word of a keyword: model, models; query, querying."""


def intro_text(document: Document, words: int = INTRO_WORDS) -> str:
    """The first words as a reader sees them, code in sentences included; the title as a heading is not among them."""
    pieces: list[str] = []
    left = words
    for block in document.all_blocks:
        if not block.inlines or (block.kind == "heading" and block.level == 1) or is_component(document, block):
            continue
        shown = block.plain()
        found = list(_WORD.finditer(shown))
        if len(found) >= left:
            pieces.append(shown[: found[left - 1].end()])
            break
        pieces.append(shown)
        left -= len(found)
    return "\n".join(pieces)


def holds_keyword(text: str, keyword: str) -> bool:
    """Whether a text names a keyword: every word of it stands there, each possibly with an ending; order is free.

    Of a keyword of several words the stems do (dynamic batching, a dynamic batcher). A keyword of small words only is
    looked for as it is. True for an empty keyword.
    """
    low = text.lower()
    if all(pattern.search(low) for pattern in _patterns(keyword.lower())):
        return True
    wanted = content_stems(keyword)
    return len(wanted) > 1 and wanted <= content_stems(text)


@lru_cache(maxsize=256)
def _patterns(keyword: str) -> tuple[re.Pattern[str], ...]:
    words = content_words(keyword) or keyword.split()
    return tuple(re.compile(rf"(?<![^\W_])(?:{_forms(word)})(?![^\W_])") for word in words)


def _forms(word: str) -> str:
    plural = f"|{re.escape(word[:-1])}ies" if word.endswith("y") else ""
    return rf"{re.escape(word)}[^\W\d_]{{0,{_ENDING}}}{plural}"
