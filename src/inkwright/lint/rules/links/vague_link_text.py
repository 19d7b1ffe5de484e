"""Links that say "here"."""

from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

_VAGUE = frozenset(
    (
        "here", "click here", "right here", "over here", "see here", "this", "this one", "this link", "link",
        "the link", "this page", "this post", "this article", "this site", "this website", "read more", "more",
        "learn more", "see more", "more here", "more info", "more information", "read here", "this url",
        "click this", "click this link", "see this", "go here", "check here", "read this", "this blog",
        "this blog post",
    )
)  # fmt: skip


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link whose whole text is vague."""
    for link in document.inlines_of("link"):
        words = " ".join(link.plain().lower().split()).strip(" .:,!()→»>")
        if words in _VAGUE:
            yield found(link.span, f"“{link.plain().strip()}” does not say where the link leads")
