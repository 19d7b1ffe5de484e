"""Paragraphs far from how the author usually writes."""

from collections.abc import Iterator

from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english
from inkwright.lint.voice import drifts
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.voice import Difference


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each paragraph beyond the author's own spread, the furthest ones only."""
    profile = context.voice
    if profile is None or not is_english(document):
        return
    for drift in drifts(document, profile)[: number(context, "voice-drift", "most")]:
        if drift.distance > profile.far:
            differ = "; ".join(map(_told, drift.differences))
            yield found(drift.span, f"this paragraph is unlike your published ones: {differ}")


def _told(difference: Difference) -> str:
    return f"{difference.feature} {difference.here:.1f} (yours {difference.usual:.1f})"
