"""How a post is cited: a sentence, and an entry for BibTeX."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from inkwright.model.regex import regex
from inkwright.site.dates import spoken

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}  # fmt: skip
"""**Source:** the ten characters that TeX reads as commands, texfaq.org."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SMALL = frozenset(["a", "an", "the", "on", "of", "in", "for", "to", "and", "why", "how", "what"])
_WORD = regex(r"[a-z0-9]+")


def bibtex(authors: Sequence[str], title: str, site: str, when: datetime, url: str) -> str:
    """An entry of the type `misc`, which every BibTeX style knows; authors: n >= 1, as they are read."""
    fields = {
        "author": " and ".join(map(_escaped, authors)),
        "title": f"{{{_escaped(title)}}}",
        "year": str(when.year),
        "month": "",
        "howpublished": _escaped(site),
        "url": url.replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [
        f"  month = {_MONTHS[when.month - 1]}" if name == "month" else f"  {name} = {{{value}}}"
        for name, value in fields.items() if value or name == "month"
    ]  # fmt: skip
    return f"@misc{{{_key(authors[0], when.year, title)},\n" + ",\n".join(lines) + "\n}"


def sentence(authors: Sequence[str], title: str, site: str, when: datetime, url: str, language: str) -> str:
    """A citation as a list of works has it."""
    names = ", ".join(authors[:-1]) + (" and " if len(authors) > 1 else "") + authors[-1]
    return f"{names}. “{title}.” {site}, {spoken(when, language)}. {url}"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()))


def _key(author: str, year: int, title: str) -> str:
    """The family name, the year and the first word of the title that says something, in plain letters."""
    family = _letters(author.split()[-1] if author.split() else "")
    word = next((word for word in _letters(title, " ").split() if word not in _SMALL), "")
    return f"{family or 'anonymous'}{year}{word}"


def _letters(text: str, between: str = "") -> str:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return between.join(_WORD.findall(plain))
