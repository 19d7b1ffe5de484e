"""How long a message is as each network counts it. Where the networks differ among themselves, the longer count."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from inkwright.model.promotion import Counting
from inkwright.model.regex import regex

ADDRESS = regex(r"https?://[!#-;=?-~]*[#-&*+/-9=A-Z\\^_`a-z|~-]")
"""An address as it stands in a message, as far as it is ASCII; marks at its end belong to the sentence."""
_BARE = regex(r"(?<![\w.@/-])(?:[\w-]+\.)+[a-z]{2,}(?![\w.@-])", re.I)
"""What X may take for an address because a domain ends so: `inkwright.dev`, `README.md`."""
ADDRESS_COUNTS = 23
"""What X and Mastodon count for any address. **Source:** twitter-text, config/v3.json `transformedURLLength`;
docs.joinmastodon.org/user/posting: "all links are counted as 23 characters"."""
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that X counts once; all others count twice. **Source:** twitter-text, config/v3.json `ranges`."""
_JOINER = "\u200d"
_EMOJI = regex(
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
_KEYCAP = regex("[0-9#*]\ufe0f?\u20e3")
_JOINED = regex(
    "[\U0001f466-\U0001f469\U0001f9d1\U0001f3f3\U0001f3f4\U0001f441\u2764\U0001f62e\U0001f635\U0001f636\U0001f415"
    "\U0001f408\U0001f43b\U0001f426\U0001f642]|[^\u200d]+\u200d[\u2640\u2642]"
)
"""How emoji begin that are joined from several and drawn as one; others X counts part by part."""


def length(text: str, counting: Counting) -> int:
    """How long a text is; 0 for an empty one."""
    return _WAYS[counting](text)


def graphemes(text: str) -> Iterator[str]:
    """The characters as a reader sees them: a letter with its accents, an emoji with all that is joined to it, a flag.

    **Source:** Unicode Standard Annex 29, extended grapheme clusters; of its rules those for marks, joined emoji, flags
    and Korean syllables. What is left out (prepended marks, Indic conjuncts) makes the count larger, never smaller.
    """
    cluster = ""
    for sign in text:
        if cluster and not _joins(cluster, sign):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _joins(cluster: str, sign: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    last = cluster[-1]
    if last == "\r":
        return sign == "\n"
    if unicodedata.category(last) in ("Cc", "Zl", "Zp"):
        return False
    if sign == _JOINER or _extends(sign):
        return True
    if last == _JOINER:
        return bool(_EMOJI.match(sign)) and bool(_EMOJI.match(cluster))
    if _is_flag(sign) and _is_flag(last):
        return len(cluster) % 2 == 1 and all(map(_is_flag, cluster))
    return _korean(last, sign)


def _extends(sign: str) -> bool:
    code = ord(sign)
    kind = unicodedata.category(sign)
    return kind in ("Mn", "Me") or 0x1F3FB <= code <= 0x1F3FF or 0xE0020 <= code <= 0xE007F


def _is_flag(sign: str) -> bool:
    return 0x1F1E6 <= ord(sign) <= 0x1F1FF


def _korean(last: str, sign: str) -> bool:
    """Whether two letters are of one Korean syllable."""
    one, other = ord(last), ord(sign)
    if 0x1100 <= one <= 0x115F:
        return 0x1100 <= other <= 0x11A7 or 0xAC00 <= other <= 0xD7A3
    open_ = 0xAC00 <= one <= 0xD7A3 and (one - 0xAC00) % 28 == 0
    if open_ or 0x1160 <= one <= 0x11A7:
        return 0x1160 <= other <= 0x11FF
    closed = 0xAC00 <= one <= 0xD7A3
    return (closed or 0x11A8 <= one <= 0x11FF) and 0x11A8 <= other <= 0x11FF


def _characters(text: str) -> int:
    return len(text)


def _graphemes(text: str) -> int:
    return sum(1 for _ in graphemes(text))


def _x(text: str) -> int:
    """X: addresses 23, what may be one at least so much, an emoji 2 however many code points it has, all else by range
    and in composed form (NFC)."""
    short, addresses = ADDRESS.subn("", unicodedata.normalize("NFC", text))
    bare = sum(max(ADDRESS_COUNTS - len(found[0]), 0) for found in _BARE.finditer(short))
    return addresses * ADDRESS_COUNTS + bare + sum(map(_weight, graphemes(short)))


def _weight(cluster: str) -> int:
    if len(cluster) > 1 and (_is_flag(cluster[0]) or _KEYCAP.fullmatch(cluster)):
        return 2
    if len(cluster) > 1 and _EMOJI.match(cluster) and (_JOINER not in cluster or _JOINED.match(cluster)):
        return 2
    return sum(1 if any(low <= ord(sign) <= high for low, high in _LIGHT) else 2 for sign in cluster)


def _mastodon(text: str) -> int:
    """Mastodon: characters as a reader sees them, addresses 23."""
    short, addresses = ADDRESS.subn("", text)
    return addresses * ADDRESS_COUNTS + _graphemes(short)


_WAYS: dict[Counting, Callable[[str], int]] = {
    "characters": _characters, "x": _x, "mastodon": _mastodon, "graphemes": _graphemes,
}  # fmt: skip
