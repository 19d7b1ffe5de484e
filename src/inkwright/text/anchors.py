"""Anchors of headings: the ids that a fragment link may point at."""

from weakref import WeakKeyDictionary

from inkwright.model.document import Block, Document
from inkwright.model.regex import regex

_DROPPED = regex(r"[^\w\- ]+")
_known: WeakKeyDictionary[Document, tuple[tuple[Block, str], ...]] = WeakKeyDictionary()


def slugify(title: str) -> str:
    """The anchor GitHub gives a heading: lower case, spaces to hyphens, punctuation dropped; "" for no letters."""
    return _DROPPED.sub("", title.strip().lower()).replace(" ", "-")


def anchors(document: Document) -> tuple[tuple[Block, str], ...]:
    """Each heading with its id, in reading order, made once per document; empty without headings.

    A written `{#id}` is kept as it is; the others get GitHub's id of the title, `-1`, `-2` ... appended where an
    earlier heading has it, "section" where the title holds no letter or digit.
    """
    found = _known.get(document)
    if found is None:
        found = _known[document] = tuple(_anchors(document.of_kind("heading")))
    return found


def anchor_names(document: Document) -> frozenset[str]:
    """All heading ids of a document."""
    return frozenset(name for _, name in anchors(document))


def _anchors(headings: list[Block]) -> list[tuple[Block, str]]:
    written = [dict(heading.attrs).get("id", "") for heading in headings]
    taken = set(written)
    found = []
    counts: dict[str, int] = {}
    for heading, own in zip(headings, written, strict=True):
        name = own
        if not own:
            base = slugify(heading.plain()) or "section"
            name, count = base, counts.get(base, 0)
            while name in taken:
                count += 1
                name = f"{base}-{count}"
            counts[base] = count
            taken.add(name)
        found.append((heading, name))
    return found
