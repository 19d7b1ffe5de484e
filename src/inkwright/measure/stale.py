"""What shows that a published post has aged: code that no longer holds, dead links, old versions, a year that passed.

Pure: what was found by checking, the day and the versions installed here are handed in.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.stale import QUARTER, AgeKind, Fall, Sign, StalePost
from inkwright.text.prose import passages

RULES: dict[str, AgeKind] = {
    "failed-snippet": "code", "stale-run": "code", "changed-excerpt": "code", "broken-excerpt": "code",
    "stale-number": "data", "broken-binding": "data", "broken-data-block": "data",
    "dead-link": "link", "broken-link": "link", "broken-anchor": "link", "broken-image": "link", "moved-link": "link",
}  # fmt: skip
"""Rules whose findings in a post that was clean once are signs of age."""
ORDER: tuple[AgeKind, ...] = ("code", "data", "link", "version", "year", "traffic")
"""From what misleads a reader most to what only looks old."""
MONTHS = 18
"""Months after which a version that is named wants a look, and an answer holds no longer. **Source:** own choice: most
libraries that readers here use have made a minor release or three by then, and Python makes one each year (PEP 602)."""
_NAMED = regex(
    r"\b(?P<name>[A-Z][A-Za-z+#.-]{1,30}[A-Za-z+#]|[A-Z]{2,8}) v?(?P<version>\d{1,3}\.\d{1,3}(?:\.\d{1,4})?)\b"
    r"(?![%.\d])"
)
_PINNED = regex(r"(?<![\w.-])(?P<name>[A-Za-z][\w.-]{0,60}?)(?:\[[\w,-]*\])?==(?P<version>\d+(?:\.\d+){1,3})\b")
_YEAR = regex(r"(?<![\d-])(20\d\d)(?![\d-])")
_NO_PRODUCT = frozenset(
    {"figure", "fig", "table", "section", "chapter", "version", "part", "step", "equation", "eq", "listing", "appendix",
     "about", "from", "the", "of", "in", "when", "since", "before", "after", "until", "for", "and", "with", "at", "by",
     "to", "then", "than", "release", "changelog", "only", "over", "under", "between", "around", "roughly"}
)  # fmt: skip
Installed = Callable[[str], str]
"""The version of a distribution that is installed here, "" for none."""


def signs(
    document: Document,
    title: str,
    looked_at: str,
    today: str,
    findings: Iterable[Finding],
    installed: Installed,
    id_: str,
) -> tuple[Sign, ...]:
    """The signs of age of one post, gravest first, within a kind by line; () for a post that holds.

    `looked_at` and `today` are ISO ("" for a day that is not known), `findings` those of checking it now.
    """
    found = [_found(document, one, id_) for one in findings if one.rule in RULES]
    found += _versions(document, looked_at, today, installed)
    found += [
        Sign("year", 1, f"its title says {year}, which has passed", "Look at it again, or say that it is of that year",
             _key("year", year))
        for year in dict.fromkeys(_YEAR.findall(title)) if today and int(year) < int(today[:4])
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda sign: (ORDER.index(sign.kind), sign.line)))


def unanswered(found: Iterable[Sign], answered: Mapping[str, str], today: str) -> tuple[Sign, ...]:
    """The signs that nobody answered, in their order. `answered` has the ISO day of each answer by the key of its sign;
    one of `MONTHS` ago holds no longer."""
    return tuple(one for one in found if one.key not in answered or months_between(answered[one.key], today) >= MONTHS)


def _found(document: Document, one: Finding, id_: str) -> Sign:
    """The sign that a finding is. Of code its words are part of the key: what is said of it is often the same."""
    kind, at = RULES[one.rule], one.span.start
    code = next((document.slice(block.span) for block in document.blocks if at in block.span), "")
    key = _key(kind, one.rule, one.message, code if kind == "code" else "")
    return Sign(kind, document.position(at).line, one.message, f"inkwright check {id_}", key)


def _key(kind: AgeKind, *words: str) -> str:
    return f"{kind}:{blake2b(chr(0).join(words).encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def ranked(posts: Iterable[StalePost]) -> list[StalePost]:
    """Posts with signs of age: those that mislead most first; among them those that most readers see, then those with
    most signs, then the longest unseen."""
    aged = [post for post in posts if post.signs]
    return sorted(aged, key=_urgency)


def _urgency(post: StalePost) -> tuple[object, ...]:
    gravest = min(ORDER.index(sign.kind) for sign in post.signs)
    return (gravest, -(post.views or 0), _weights(post.signs), post.looked_at or "0", post.id)


def fall(fell: Fall, id_: str) -> Sign:
    """The sign of a post whose readers went away."""
    return Sign("traffic", 1, fall_said(fell), f"inkwright check {id_}")


def fall_said(fell: Fall) -> str:
    """How far views fell and who counted them."""
    views = f"{fell.now:,} view{'s' * (fell.now != 1)}"
    return f"{views} in the last three months, {fell.before:,} in the three before ({', '.join(fell.sources)})"


def is_old(looked_at: str, today: str) -> bool:
    """Whether the author last said that a post holds longer than a quarter ago, or nobody knows when: readers need
    that long to come back."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(looked_at[:10])).days > QUARTER
    except ValueError:
        return True


def months_between(earlier: str, later: str) -> int:
    """Whole months from one ISO day to another; 0 where one is not known."""
    try:
        first, second = date.fromisoformat(earlier[:10]), date.fromisoformat(later[:10])
    except ValueError:
        return 0
    return (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)


def _weights(found: Sequence[Sign]) -> tuple[int, ...]:
    return tuple(-sum(sign.kind == kind for sign in found) for kind in ORDER)


def _versions(document: Document, looked_at: str, today: str, installed: Installed) -> Iterator[Sign]:
    """One sign for each product whose named version is behind what is installed here, or was not looked at for long."""
    told: set[str] = set()
    months = months_between(looked_at, today)
    for name, version, offset in _mentions(document):
        if name.lower() in told or name.lower() in _NO_PRODUCT:
            continue
        told.add(name.lower())
        line, here = document.position(offset).line, installed(name)
        if here and _parts(here)[:2] > _parts(version)[:2]:
            key = _key("version", name, version, *map(str, _parts(here)[:2]))
            said = f"it names {name} {version}; {here} is installed here"
            yield Sign("version", line, said, "Try it with that one", key)
        elif months >= MONTHS:
            said = f"it names {name} {version} and was last looked at {months} months ago"
            yield Sign("version", line, said, "Look whether that is still the one to use")


def _mentions(document: Document) -> Iterator[tuple[str, str, int]]:
    """Name, version and offset of each product that prose names with its version, or that code pins."""
    for passage in passages(document):
        for match in _NAMED.finditer(passage.text):
            yield match["name"], match["version"], passage.span.start + match.start()
    for block in document.all_blocks:
        if block.kind == "code":
            for match in _PINNED.finditer(document.slice(block.span)):
                yield match["name"], match["version"], block.span.start + match.start()


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
