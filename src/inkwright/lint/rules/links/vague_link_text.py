"""Links that say "here"."""

import re
from collections.abc import Iterator

from inkwright.lint.links import html_tags
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document, Inline
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_VAGUE = frozenset(
    (
        "here", "click", "click here", "right here", "over here", "see here", "this", "this one", "this link", "link",
        "the link", "this page", "this post", "this article", "this site", "this website", "read more", "more",
        "learn more", "see more", "more here", "more info", "more information", "read here", "this url",
        "click this", "click this link", "see this", "go here", "check here", "read this", "this blog",
        "this blog post", "read more here", "find out more", "find out more here", "learn more here", "check it out",
        "check this out", "see it here", "see more here", "that link", "this thread", "this video", "this tutorial",
        "follow this link", "follow the link", "continue reading", "keep reading", "tap here", "press here",
        "found here", "available here", "can be found here", "view more", "these", "link here", "at this link",
        "url", "the url", "this guide", "visit this page", "visit this link", "full article here", "details here",
        "download here", "get it here", "on this page", "in this post", "in this article", "have a look", "read on",
    )
)  # fmt: skip
_NOUNS = frozenset(
    ("this one", "this page", "this post", "this article", "this site", "this website", "this blog", "this blog post",
     "this thread", "this video", "this tutorial", "this guide")
)  # fmt: skip
"""What a few words behind it can tell apart: "this thread by its maintainer"."""
_TOLD = regex(
    r"[*_]*\s+(?:(?:in|on|from|at|of)\s+(?:the|an?|our|my|his|her|their|its)\s+[\w`\"“]|(?:by|about|describing|explaining|"
    r"showing|titled|called|discussing|announcing)\s+[\w`\"“\[]|from\s+[A-Z]|on\s+(?:how|why|what|when)\b)"
)
"""How a text goes on that says whose or which one it is."""
_INSIDE = regex(r"([^<>]{1,40})</a\s*>", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each link whose whole text is vague."""
    for link in document.inlines_of("link"):
        if _is_vague(link.plain()) and not _is_told(document, link):
            yield found(link.span, _said(link.plain()))
    for tag in html_tags(document):
        inside = _INSIDE.match(document.text, tag.span.end) if tag.name == "a" and "href" in tag.attributes else None
        if inside and _is_vague(inside[1]):
            yield found(Span(tag.span.start, inside.end()), _said(inside[1]))


def _is_vague(text: str) -> bool:
    return _plain(text) in _VAGUE


def _is_told(document: Document, link: Inline) -> bool:
    """Whether the link names a kind of page and the words behind it say which one."""
    return _plain(link.plain()) in _NOUNS and _TOLD.match(document.text, link.span.end) is not None


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .:,!()→»>")


def _said(text: str) -> str:
    return f"“{text.strip()}” does not say where the link leads"
