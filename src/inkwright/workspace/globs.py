"""Globs over relative POSIX paths: `*`, `?`, `[abc]`, `**`, `{a,b}`; a plain path means itself and all below it."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import methodcaller

from inkwright.model.regex import regex

_TOKEN = regex(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\]|\{[^{}]*\}|.", re.S)

_ENDING = regex(r"\*\*/\*(?:(?P<one>\.[^*?\[\]{},/]+)|\.\{(?P<several>[^*?\[\]{}/]+)\})")
"""A glob that asks for nothing but how a name ends, anywhere."""


def matcher(patterns: Iterable[str]) -> Callable[[str], object]:
    """A test whether a path matches at least one pattern, true or false; with no patterns nothing matches."""
    patterns = list(patterns)
    endings = [_endings(pattern) for pattern in patterns]
    if endings and all(endings):  # a third of the time of an expression
        return methodcaller("endswith", tuple(ending for some in endings for ending in some))
    sources = [_regex(pattern) for pattern in patterns]
    return re.compile("|".join(sources), re.S).fullmatch if sources else _nothing


def _nothing(path: str) -> None:
    """What no pattern matches."""


def _endings(pattern: str) -> tuple[str, ...]:
    """How a path ends that matches a glob of nothing but endings; () for any other glob."""
    found = _ENDING.fullmatch(pattern)
    if found is None:
        return ()
    return (found["one"],) if found["one"] else tuple(f".{ending}" for ending in found["several"].split(","))


@lru_cache(maxsize=256)
def _regex(pattern: str) -> str:
    """The regular expression of one pattern, matching a whole path."""
    pattern = pattern.removeprefix("./").strip("/")
    if pattern in ("", "."):
        return ".*"
    body = "".join(_piece(token[0]) for token in _TOKEN.finditer(pattern))
    return f"(?:{body}(?:/.*)?)" if not _is_wild(pattern) else f"(?:{body})"


def _is_wild(pattern: str) -> bool:
    return any(char in pattern for char in "*?[{")


def _piece(token: str) -> str:
    """One token of a glob as a regular expression."""
    plain = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in plain:
        return plain[token]
    if len(token) > 1 and token[0] == "[":
        inside = token[1:-1].replace("\\", r"\\")
        return f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    if len(token) > 1 and token[0] == "{":
        return "(?:" + "|".join("".join(_piece(t[0]) for t in _TOKEN.finditer(a)) for a in token[1:-1].split(",")) + ")"
    return re.escape(token)
