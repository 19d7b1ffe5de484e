"""Which tools a post is about: by its title, its tags and what its code brings in."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from inkwright.model.regex import regex

_WORD = regex(r"(?<![\w.])[^\W\d_][\w.+#-]*[\w+#]")
_MIDDLE = regex(r"(?<=[a-z,;:)’'] )\S")
MOST = 3
"""Tools that one post is shown by."""
_LOUD = 5
"""Letters of a name in capitals alone up to which it is an abbreviation, not the name of a tool."""


def tools_of(compared: Sequence[str], tags: Iterable[str], prose: str, modules: Iterable[str]) -> tuple[str, ...]:
    """The names of tools as the post writes them, the surest first: the two things that its title compares, then tags
    and modules of its code that the prose names. () for a post that names none.

    `modules` are what the code imports; those of Python itself are no tools.
    """
    named = _names(prose)
    asked = [tag.casefold().replace("-", " ") for tag in tags]
    brought = [name.casefold() for name in modules if name not in sys.stdlib_module_names]
    found = [*compared]
    for key in (*asked, *brought):
        written = named.get(key, "")
        loud = written.isupper() and len(written) <= _LOUD and key not in brought
        if written and not loud and (any(map(str.isupper, written)) or key in brought):
            found.append(written)
    return tuple({one.casefold(): one for one in reversed(found)}[key] for key in _once(found))[:MOST]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.casefold() for name in names))


def _names(prose: str) -> dict[str, str]:
    """Each word of the prose in the spelling that it has most often within sentences, by its small letters; in small
    letters where it is written so but once: then it is no name."""
    seen: dict[str, Counter[str]] = {}
    for match in _WORD.finditer(prose):
        inside = bool(_MIDDLE.match(prose, match.start())) or any(map(str.isupper, match[0][1:]))
        if inside:
            seen.setdefault(match[0].casefold(), Counter())[match[0]] += 1
    return {key: key if key in spellings else spellings.most_common(1)[0][0] for key, spellings in seen.items()}
