"""Lists that readers choose from: which one a post goes to, and how a list or a tag is written."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LONGEST = 60


def list_of(pillar: str, lists: Mapping[str, Iterable[str]]) -> str:
    """The list that posts of a pillar go to, "" when it belongs to none: such posts go to every reader.

    `lists` is the setting: names, each with its pillars. A pillar that stands in two goes to the first. What comes back
    is written as readers' tags are.
    """
    wanted = plain_tag(pillar)
    if not wanted:
        return ""
    return next((plain_tag(name) for name, pillars in lists.items() if wanted in map(plain_tag, pillars)), "")


@lru_cache(4096)
def plain_tag(text: str) -> str:
    """A label as the ledger keeps it: small letters, blanks as `-`, no commas; "" when nothing is left.

    Twice the same as once.
    """
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(sign if sign.isalnum() or sign in "._:/&+#@" or _is_mark(sign) else " " for sign in small)
    return unicodedata.normalize("NFC", "-".join(kept.split())[:_LONGEST].strip("-"))


def plain_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Labels as the ledger keeps them, each once, in order."""
    return tuple(sorted({tag for tag in map(plain_tag, texts) if tag}))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
