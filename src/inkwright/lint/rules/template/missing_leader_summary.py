"""Posts for leaders that do not say at once why it matters."""

import re
from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.opening import opening
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex

_SUMMARY = regex(
    r"\b(?:summar\w+|tl;?dr|in (?:short|brief|a nutshell)|for (?:leaders?|leadership|managers?|executives?|decision)|"
    r"executive|bottom line|key (?:points?|takeaways?|findings?|messages?)|at a glance|why (?:it|this) matters|"
    r"overview|recommendations?|the ask|decision|impact)\b",
    re.I,
)
_OUTCOME = regex(
    r"[$€£%]|\b(?:costs?|cheaper|sav(?:e|es|ed|ing|ings)|money|budget|revenue|customers?|users?|clients?|risks?|"
    r"hours?|days?|weeks?|months?|outages?|incidents?|deadline|faster|slower|decision|decide\w*|recommend\w*|propos\w+|"
    r"invest\w*|hire|team|people|lost|lose|losing|sales|orders?|support|complain\w*|market|compet\w+|legal|compliance)\b",
    re.I,
)
_FOR_LEADERS = regex(r"\bfor (?:\w+ )?(?:leaders?|leadership|managers?|executives?|decision)|\bexecutive\b", re.I)
_WORDS = 120
_EARLY = 2
"""Sections of which one may be the summary; a later one comes first for nobody unless it names the leaders."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on `audience:` when leaders are meant and neither a summary nor an outcome comes first."""
    if "leadership" not in context.audience or not document.blocks:
        return
    sections = [heading.plain() for heading in outline_headings(document) if heading.level > 1]
    if any(map(_SUMMARY.search, sections[:_EARLY])) or any(map(_FOR_LEADERS.search, sections)):
        return
    first = " ".join(" ".join(passage.text.split()) for passage in opening(document)).split()[:_WORDS]
    text = " ".join(first)
    if not _OUTCOME.search(text) and not _SUMMARY.search(text):
        message = "leaders are among the readers: open with what it means for cost, time or risk, or add a summary"
        yield found(key_span(document, "audience"), message)
