"""Which names a raw text links to, as Obsidian and Markdown write them, without making a tree of it."""

import re
from urllib.parse import unquote

from inkwright.model.regex import regex

_WIKI = regex(r"!?\[\[([^\[\]|#^\n]+)[^\[\]\n]*\]\]")
_MARKDOWN = regex(r"\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s]*)?)>?[^()\n]*\)")
_DEFINED = regex(r"(?m)^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(\S+?)>?(?:[ \t]|$)")
_ENDING = regex(r"\.(?:mdx?|markdown|qmd|rmd|txt|html?)\Z", re.I)
_SCHEME = regex(r"[a-z][a-z0-9+.-]*:|//|#", re.I)
_JOINTS = regex(r"[\s_-]+")
_ADDRESS = regex(r"https?://[^\s<>)\]\"'`]+")
FENCE = regex(r"^[ \t>]*(`{3,}|~{3,}).*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)", re.S | re.M)
"""A block of code, fences included; one that is never closed reaches to the end."""


def name_key(name: str) -> str:
    """A note's name as names are compared: the last part of a path, no case, no ending, blanks as hyphens."""
    parts = [part for part in unquote(name).casefold().split("/") if part]
    last = _ENDING.sub("", parts[-1]) if parts else ""
    if last in ("index", "_index", "readme") and len(parts) > 1:
        last = parts[-2]
    return _JOINTS.sub("-", last).strip("-")


def linked_names(text: str) -> frozenset[str]:
    """The keys of all notes and posts that a text links to; addresses elsewhere are none. Code is not looked into."""
    shown = FENCE.sub("", text)
    wiki = {name_key(found) for found in _WIKI.findall(shown)}
    written = (*_MARKDOWN.findall(shown), *_DEFINED.findall(shown))
    return frozenset(wiki | {name_key(to.partition("#")[0]) for to in written if not _SCHEME.match(to)}) - {""}


def addresses(text: str) -> frozenset[str]:
    """The hosts of a text's addresses, and with them the first two parts of each path: what two texts may share."""
    found = set()
    for address in _ADDRESS.findall(text):
        parts = address.rstrip(".,;:/").split("/")
        if len(parts) > 2:
            found.add(parts[2].lower())
        if len(parts) > 4:
            found.add("/".join(parts[2:5]).lower())
    return frozenset(found)
