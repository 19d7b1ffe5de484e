"""Findings that the author asked to leave alone: one by one, by fingerprint, or always, by rule and words."""

from inkwright.lint.fingerprint import fingerprints
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding

MOST = 12
"""Words up to which marked words can be ignored always: a longer passage is one finding, not a habit."""


def without_ignored(document: Document, findings: list[Finding], context: Context) -> list[Finding]:
    """The findings that neither `context.ignores` nor `context.always_ignored` names, in their order."""
    if context.always_ignored:
        findings = [one for one in findings if words_key(document, one) not in context.always_ignored]
    if not context.ignores:
        return findings
    named = zip(fingerprints(document, findings), findings, strict=True)
    return [finding for name, finding in named if name not in context.ignores]


def words_key(document: Document, finding: Finding) -> str:
    """`rule: words` of a finding: the marked words in lower case on one line; "" where it marks none or too many."""
    words = document.slice(finding.span).casefold().split()
    return f"{finding.rule}: {' '.join(words)}" if 0 < len(words) <= MOST else ""
