"""SARIF 2.1.0, the format that code hosts and editors read.

**Source:** OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from inkwright import __version__
from inkwright.lint.report.style import Style
from inkwright.lint.rule import table
from inkwright.model.document import Document
from inkwright.model.finding import Checked, Finding
from inkwright.model.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def report(checked: Sequence[Checked], style: Style) -> str:
    """One run with the rules that found something and all results, as indented JSON with a line end."""
    used = sorted({finding.rule for one in checked for finding in one.findings})
    places = {name: at for at, name in enumerate(used)}
    run = {
        "tool": {"driver": {"name": "inkwright", "version": __version__, "rules": [_rule(name) for name in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, finding, places) for one in checked for finding in one.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(name: str) -> dict[str, Any]:
    rule = table().rules[name]
    return {
        "id": name,
        "shortDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category},
    }


def _result(one: Checked, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    uri = quote(one.path.replace("\\", "/"))
    artifact = {"uri": f"file://{uri}" if uri.startswith("/") else uri}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": _region(one.document, finding.span)}}
        ],
    }
    if finding.fix:
        replacements = [
            {"deletedRegion": _region(one.document, edit.span), "insertedContent": {"text": edit.text}}
            for edit in finding.fix.edits
        ]
        changes = [{"artifactLocation": artifact, "replacements": replacements}]
        result["fixes"] = [{"description": {"text": finding.fix.title}, "artifactChanges": changes}]
    return result


def _region(document: Document, span: Span) -> dict[str, int]:
    """1-based lines and columns, the end exclusive, as SARIF counts them too."""
    start, end = document.position(span.start), document.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
