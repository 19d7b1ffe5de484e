"""The report for people: one file after the other, gravest things first where only one file is looked at."""

from collections.abc import Sequence

from inkwright.lint.report.style import Style
from inkwright.model.finding import Checked


def report(checked: Sequence[Checked], style: Style) -> str:
    """All findings."""
    lines = []
    for one in checked:
        for f in one.findings:
            at = one.document.position(f.span.start)
            lines.append(f"{one.path}:{at.line}:{at.column}  {f.severity}  {f.message}  [{f.rule}]")
    return "".join(line + "\n" for line in lines)
