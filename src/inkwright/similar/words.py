"""The words of a raw Markdown text, quickly: good enough to compare thousands of texts, with no tree made."""

import re

from inkwright.model.regex import regex

_HIDDEN = regex(
    r"\A\ufeff?(?:---|\+\+\+)[ \t]*\r?\n.*?\n(?:---|\+\+\+)[ \t]*(?=\r?\n|\Z)"  # front matter
    r"|^[ \t>]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<tick>`+)[^`\n]+(?P=tick)"
    r"|<!--.{0,5000}?-->|</?[a-zA-Z][^<>]{0,500}>"
    r"|\]\([^()\s]{0,500}(?:\([^()\s]*\)[^()\s]*)?[^()\n]{0,200}\)"
    r"|(?:https?|ftp)://[^\s<>)\]]+"
    r"|\{[%{].{0,300}?[%}]\}",
    re.S | re.M,
)
_WORD = regex(r"[^\W_]++(?:['\-\u2010\u2011_]++[^\W_]++)*+")
STOP = frozenset(
    [
        "a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
        "could", "did", "do", "does", "each", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how",
        "i", "if", "in", "into", "is", "it", "it's", "its", "just", "like", "may", "me", "more", "most", "my", "no",
        "not", "of", "on", "one", "only", "or", "other", "our", "out", "over", "she", "should", "so", "some", "such",
        "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "up", "us",
        "use", "used", "using", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will",
        "with", "would", "you", "your",
    ]
)  # fmt: skip
"""Words that say nothing of what a text is about."""


def plain(text: str) -> str:
    """A Markdown text with front matter, code, tags and addresses blanked; offsets stay those of the source."""
    return _HIDDEN.sub(lambda match: " " * len(match[0]), text)


def words_of(text: str) -> list[str]:
    """The words of a plain text in lower case with straight apostrophes, in reading order."""
    return _WORD.findall(text.replace("’", "'").lower())


def places_of(text: str) -> list[int]:
    """Where each word of `words_of` begins in the text."""
    return [match.start() for match in _WORD.finditer(text.replace("’", "'"))]


def is_content(word: str) -> bool:
    """Whether a word says something of what the text is about."""
    return len(word) > 2 and word not in STOP
