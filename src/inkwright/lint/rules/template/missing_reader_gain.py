"""Openings that do not say what the reader gets."""

import re
from collections.abc import Iterator

from inkwright.lint.opening import opening
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.prose import word_count

_GAIN = regex(
    r"\b(?:you|your|yours|yourself|readers?|this (?:post|page|article|note|tutorial|guide|essay|section|story|is)|"
    r"i|i'm|i've|i'd|i'll|my|me|we|we're|we've|we'll|our|us|"
    r"here|how|why|learn\w*|by the end|tl;?dr|in short|let's|question|answer|lesson|mistake|problem|"
    r"announc\w+|releas\w+|introduc\w+|present\w*|result\w*|found|built|wrote|made|measur\w+|compar\w+|tried|needed|"
    r"wanted|discover\w*|figured|decided|works?|fail\w*|broke\w*|fix\w*|show\w*|explain\w*|yesterday|today|week|month|year)\b"
    r"|\d|\?",
    re.I,
)
_PARAGRAPHS = 2


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on the first sentence of an opening without any sign of what the reader gets."""
    if not context.is_post or word_count(document) < number(context, "missing-reader-gain", "words"):
        return
    first = [passage for passage in opening(document) if passage.kind == "paragraph"][:_PARAGRAPHS]
    if not first or not first[0].sentences or not is_english(document):
        return
    if not any(_GAIN.search(passage.text.replace("’", "'")) for passage in first):
        yield found(first[0].sentences[0], "say in the first paragraph what the reader gets from this post")
