"""Fast making of findings: a text may have hundreds of thousands, and the constructor of a frozen dataclass costs three
times an ordinary one. So a finding is filled as an unfrozen twin of the same layout, as nodes are in `text.nodes`."""

from typing import Any, cast

from inkwright.model.finding import Finding, Fix
from inkwright.model.span import Span


class _Finding:
    __slots__ = ("category", "fix", "message", "rule", "severity", "span", "why")


def make_finding(
    rule: str, category: str, severity: str, span: Span, message: str, why: str = "", fix: Fix | None = None
) -> Finding:
    """A `Finding` with these fields."""
    node: Any = _Finding()
    node.rule = rule
    node.category = category
    node.severity = severity
    node.span = span
    node.message = message
    node.why = why
    node.fix = fix
    node.__class__ = Finding
    return cast(Finding, node)
