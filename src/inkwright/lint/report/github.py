"""Workflow commands that GitHub Actions turns into annotations on the lines of a pull request.

**Source:** "Workflow commands for GitHub Actions", `::error file=...,line=...,endLine=...,col=...,title=...::message`.
"""

from collections.abc import Sequence

from inkwright.lint.report.style import Style
from inkwright.model.document import Document
from inkwright.model.finding import Checked, Finding

_LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def report(checked: Sequence[Checked], style: Style) -> str:
    """One command a line; "" without findings."""
    return "".join(_command(one.path, one.document, finding) for one in checked for finding in one.findings)


def _command(path: str, document: Document, finding: Finding) -> str:
    start, end = document.position(finding.span.start), document.position(finding.span.end)
    places = [("file", path), ("line", str(start.line)), ("endLine", str(end.line))]
    if start.line == end.line:  # GitHub takes columns only on a single line; its ends are inclusive
        places += [("col", str(start.column)), ("endColumn", str(max(end.column - 1, start.column)))]
    places.append(("title", finding.rule))
    words = f"{_sentence(finding.message)} {finding.why}".rstrip()
    return f"::{_LEVELS[finding.severity]} {','.join(f'{k}={_property(v)}' for k, v in places)}::{_data(words)}\n"


def _sentence(message: str) -> str:
    """A message that ends like a sentence."""
    return message if message.rstrip("”\"’')`*").endswith((".", "!", "?", "…")) else f"{message}."


def _data(text: str) -> str:
    """A message: the characters that would end the command are percent-encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property: as a message, and `:` and `,` that part properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
