"""Slugs that make poor addresses."""

import re
import unicodedata
from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.front import first_key, key_span
from inkwright.lint.rule import found, number
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_FAULTS = (
    (regex(r"\s"), "spaces"),
    (regex(r"_"), "underscores"),
    (regex(r"--"), "hyphens in a row"),
    (regex(r"(?:\A|/)-|-(?:/|\Z)"), "a hyphen at its end"),
    (regex(r"(?<!\d)(?<!\bv)\.|\.(?!\d)"), "dots"),
    (regex(r"[^\w\s/.~-]"), "characters that an address must encode"),
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a slug, naming everything that is wrong with it."""
    key = first_key(document, "slug")
    if not key:
        return
    slug = unicodedata.normalize("NFC", str(document.front_matter.data[key]).strip())
    if "{" in slug or "<" in slug:
        return
    faults = (
        ["too many words"]
        if len(slug.rstrip("/").rpartition("/")[2]) > number(context, "bad-slug", "characters")
        else []
    )
    faults += [name for pattern, name in _FAULTS if pattern.search(slug)]
    if slug != slug.lower():
        faults.insert(0, "capitals")
    keyword = context.metadata.keyword.strip()
    if not faults and keyword and context.is_post and not _shares_word(slug, keyword):
        message = f"the slug says nothing of “{keyword}”, which the post is to be found by"
        yield found(key_span(document, key), message, severity="suggestion")
    if faults:
        yield found(key_span(document, key), f"this slug has {' and '.join(faults)}: use lower-case words and hyphens")


def _shares_word(slug: str, keyword: str) -> bool:
    wanted = content_stems(keyword)
    return not wanted or bool(wanted & content_stems(re.sub(r"[-_/.]", " ", slug)))
