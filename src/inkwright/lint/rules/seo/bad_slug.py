"""Slugs that make poor addresses."""

import re
import unicodedata
from collections.abc import Iterator

from inkwright.lint.front import first_key, key_span
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_FAULTS = (
    (re.compile(r"\s"), "spaces"),
    (re.compile(r"_"), "underscores"),
    (re.compile(r"[^\w\s/.~-]"), "characters that an address must encode"),
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on a slug, naming everything that is wrong with it."""
    key = first_key(document, "slug")
    if not key:
        return
    slug = unicodedata.normalize("NFC", str(document.front_matter.data[key]).strip())
    if "{" in slug or "<" in slug:
        return
    faults = [name for pattern, name in _FAULTS if pattern.search(slug)]
    if slug != slug.lower():
        faults.insert(0, "capitals")
    if faults:
        yield found(key_span(document, key), f"this slug has {' and '.join(faults)}: use lower-case words and hyphens")
