"""Marks that bind a figure to no number."""

from collections import Counter
from collections.abc import Iterator

from inkwright.lint.rule import found
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

_MARK = regex(r"(?:<!--|\{/\*)\s*=")
_BARE = regex(r"(?:<!--|\{/\*)\s*+(?:[^\s#<>=][^\s#<>]*\.(?:json|csv|tsv|toml)#[^\s<>]|#[\w-]+\.\d+[\s*-])")
"""A comment that reads like a mark and lacks its `=`."""
_REACH = 40
"""Characters before such a comment among which a figure must stand."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding at each figure with its mark whose data cannot be found, read or shown as the mark wants it; a file
    that cannot be read is told once, at the first figure bound to it. A mark in the front matter binds nothing."""
    for mark in _MARK.finditer(document.text, 0, document.front_matter.span.end):
        message = "a mark in the front matter is published with it: write the figure alone, and bind it in the text"
        yield found(Span(*mark.span()), message)
    yield from _bare(document)
    lost = Counter(one.number.file for one in context.numbers if one.lost)
    for one in context.numbers:
        if one.state != "broken":
            continue
        more = lost.pop(one.number.file, 0) - 1 if one.lost else 0
        if more < 0:
            continue
        others = f" (and {more} more {'figures' if more > 1 else 'figure'} with it)" if more else ""
        yield found(one.number.span, f"this figure is bound to nothing{others}: {one.problem}")


def _bare(document: Document) -> Iterator[Finding]:
    """One finding at each comment behind a figure that names a key of a file, or a number of an output, without `=`."""
    for comment in document.inlines_of("comment"):
        start = comment.span.start
        before = document.text[max(start - _REACH, 0) : start].rpartition("\n")[2]
        if _BARE.match(document.slice(comment.span)) and any(map(str.isdigit, before)):
            yield found(
                comment.span, "this comment binds nothing: a mark begins with `=`, as in `<!--=results.json#p50-->`"
            )
