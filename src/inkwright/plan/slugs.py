"""The slug of a new post made from its title: short, hyphenated, readable in any script.

Only here is anything shortened or spelled without accents: the post is new, so no address that exists can break.
"""

import unicodedata

from inkwright.model.regex import regex

MAX_LENGTH = 60
"""Characters a slug may have; longer titles lose their small words first, then their last ones.
**Source:** requirement SEO-2 (short, keyword-rich, hyphenated); 60 is where result pages begin to cut addresses."""

_SPOKEN = (("c++", "cpp"), ("c#", "csharp"), ("f#", "fsharp"), (".net", "dotnet"), ("&", " and "), ("%", " percent "))
_UNFOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ı": "i"})
_SMALL_WORDS = "a an and as at by for from in into is it its of on or our the to was we with your you"
_SMALL = frozenset(_SMALL_WORDS.split())
_APOSTROPHES = regex(r"(?<=\w)['’](?=\w)")
_POINT = regex(r"(?<=\d)[.,](?=\d)")
_BREAKS = regex(r"[^\w]+|_+")
_LATIN = regex(r"[a-z]")
_RESERVED = regex(r"con|prn|aux|nul|com\d|lpt\d|index")


def slug_of(title: str) -> str:
    """The slug of a title: NFC, lower case, Latin letters without accents, other scripts as they are.

    A title without any letter or digit gives "post". Names that Windows reserves, and `index`, get `-post` appended.
    """
    text = _APOSTROPHES.sub("", title.casefold() if title.isascii() else title.lower())
    for sign, word in _SPOKEN:
        text = text.replace(sign, word)
    text = _POINT.sub("-", text)
    words = [word for word in _BREAKS.split(_folded(text)) if word]
    if len("-".join(words)) > MAX_LENGTH:
        words = [word for word in words if word not in _SMALL] or words
    while len(words) > 1 and len("-".join(words)) > MAX_LENGTH:
        words.pop()
    slug = "-".join(words)[:MAX_LENGTH].strip("-") or "post"
    return f"{slug}-post" if _RESERVED.fullmatch(slug) else slug


def _folded(text: str) -> str:
    """Latin letters without their accents, everything else composed (NFC)."""
    pieces = []
    for char in unicodedata.normalize("NFC", text).translate(_UNFOLDED):
        base = unicodedata.normalize("NFKD", char)
        plain = "".join(part for part in base if not unicodedata.combining(part))
        pieces.append(plain.lower() if _LATIN.match(plain.lower()) else char)
    return unicodedata.normalize("NFC", "".join(pieces))


def as_labelled(topic: str, label: str) -> str:
    """The typed words with the capitals that they have in the topic's label."""
    written = {word.casefold(): word for word in label.split()}
    return " ".join(written.get(word.casefold(), word) for word in topic.split())
