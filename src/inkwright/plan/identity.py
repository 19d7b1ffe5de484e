"""By what a post is known again under another name: marks of its words, kept in its record. Pure: no disk."""

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from inkwright.model.record import Former
from inkwright.model.regex import regex
from inkwright.plan.trail import body_digest

KEPT = 12
"""Paragraphs whose digests are kept: the smallest of all, so that two texts keep the same ones where they share them.
**Source:** A. Broder, On the resemblance and containment of documents (1997), bottom-k sketches; 12 an own choice."""
_LEAST = 40
"""Characters from which a paragraph tells one post from another."""
SAME, SAME_TITLE = 0.4, 0.2
"""Share of paragraphs from which two texts are one post, and that from which they are when the title is the same too.
**Source:** own choice: of six paragraphs two may be written anew."""
_GAP = regex(r"\n[ \t]*\n")


def mark(body: str, title: str, date: str) -> dict[str, Any]:
    """The mark of a post by its text below the front matter, its title and its date ("" for none)."""
    said = {"whole": body_digest(body, title), "title": title.strip(), "date": date[:10]}
    paragraphs = (" ".join(piece.split()) for piece in _GAP.split(body.replace("\r\n", "\n")))
    parts = sorted({_short(piece) for piece in paragraphs if len(piece) >= _LEAST})[:KEPT]
    return {key: value for key, value in (*said.items(), ("parts", parts)) if value}


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def followed(
    lost: Mapping[str, Mapping[str, Any]], there: Mapping[str, Mapping[str, Any]], bare: Collection[str]
) -> dict[str, Former]:
    """Where the records of posts that have none are: `lost` are the marks of the records whose post is gone, `there`
    those of all posts, `bare` the posts without a record; all by id. Posts that nothing fits are left out.

    A post is another one under a new name when its words are the same, or nearly so and no other's are. Where more
    than one fits nothing is guessed: the answer then names those between which somebody must choose.
    """
    likely = {name: _fitting(one, there) for name, one in lost.items()}
    found: dict[str, Former] = {}
    for post in bare:
        names = [name for name, posts in likely.items() if post in posts]
        if len(names) == 1 and len(likely[names[0]]) == 1:
            found[post] = Former(names[0])
        elif names:
            found[post] = Former("", tuple(names), tuple(sorted({one for name in names for one in likely[name]})))
    return found


def fits(lost: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    """Whether a post may be a lost one under a new name."""
    return bool(lost.get("whole") and lost.get("whole") == there.get("whole")) or _alike(lost, there)


def _fitting(lost: Mapping[str, Any], there: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The posts that a lost one may be: those with the very words, else those that are alike."""
    same = [name for name, one in there.items() if one.get("whole") and one.get("whole") == lost.get("whole")]
    return same or [name for name, one in there.items() if _alike(lost, one)]


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    share = _share(_parts(one), _parts(other))
    title = str(one.get("title", "")).casefold()
    if not title or title != str(other.get("title", "")).casefold():
        return share >= SAME
    return share >= SAME_TITLE or (bool(one.get("date")) and one.get("date") == other.get("date"))


def _parts(one: Mapping[str, Any]) -> frozenset[str]:
    parts = one.get("parts")
    return frozenset(map(str, parts)) if isinstance(parts, list) else frozenset()


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two texts have in common, 0 to 1, by the smallest digests of both."""
    both = sorted(one | other)[:KEPT]
    return sum(part in one and part in other for part in both) / len(both) if both else 0.0
