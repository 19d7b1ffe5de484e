"""Links that lack a destination or a text."""

import re
from collections.abc import Iterator

from inkwright.lint.links import html_tags
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document, Inline
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_BARE = regex(r"""<a\s+href\s*=\s*(?:"#?"|'#?')\s*>""", re.I)
"""A tag that has nothing but an empty destination: with more on it a script may do the work."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link that goes nowhere or shows nothing."""
    for link in document.inlines_of("link"):
        if link.target in ("", "#") and link.name != "broken":
            yield found(link.span, "this link goes nowhere")
        elif not _shows_something(link):
            yield found(link.span, "this link has no words to click")
    for tag in html_tags(document):
        if _BARE.fullmatch(document.slice(tag.span)):
            yield found(tag.span, "this link goes nowhere")


def _shows_something(link: Inline) -> bool:
    return bool(link.name not in ("inline", "reference") or link.plain().strip()) or any(
        child.kind in ("image", "html", "embed", "opaque", "math", "code") or _shows_something(child)
        for child in link.children
        if child.kind != "text"
    )
