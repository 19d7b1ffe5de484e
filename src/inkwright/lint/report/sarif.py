"""SARIF 2.1.0, the format that code hosts and editors read.

**Source:** OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*; GitHub, *SARIF support for code
scanning* (what it reads: help text and tags of a rule, one location, `primaryLocationLineHash`).
"""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from inkwright import __version__
from inkwright.lint.fingerprint import fingerprints
from inkwright.lint.page import read_page
from inkwright.lint.report.style import Style
from inkwright.lint.rule_text import rule_text
from inkwright.model.document import Document
from inkwright.model.finding import Checked, Finding
from inkwright.model.regex import regex
from inkwright.model.span import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_DRIVE = regex(r"[A-Za-z]:[\\/]")
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def report(checked: Sequence[Checked], style: Style) -> str:
    """One run with the rules that found something and all results, as indented JSON with a line end."""
    used = sorted({finding.rule for one in checked for finding in one.findings})
    places = {name: at for at, name in enumerate(used)}
    run = {
        "tool": {"driver": {"name": "inkwright", "version": __version__, "rules": [_rule(name) for name in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [result for one in checked for result in _results(one, places)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(name: str) -> dict[str, Any]:
    page = read_page(name)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": _plain(page.what)},
        "fullDescription": {"text": _plain(page.why)},
        "help": {"text": f"{_plain(page.what)} {_plain(page.why)}", "markdown": rule_text(page)},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"category": page.category, "tags": [page.category], "precision": _precision(page.rate)},
    }


def _plain(text: str) -> str:
    """The first paragraph on one line."""
    return " ".join(text.split("\n\n")[0].split())


def _precision(rate: float) -> str:
    """How sure a finding is, as GitHub wants it; our measure is how often good prose has it, per 1,000 words."""
    return "very-high" if rate < 0.01 else "high" if rate < 0.1 else "medium" if rate < 1 else "low"


def _results(one: Checked, places: dict[str, int]) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    found = []
    for finding, name in zip(one.findings, fingerprints(one.document, one.findings), strict=True):
        seen[name] += 1
        found.append(_result(one, finding, places, f"{name}:{seen[name]}"))
    return found


def _result(one: Checked, finding: Finding, places: dict[str, int], print_: str) -> dict[str, Any]:
    artifact = {"uri": _uri(one.path)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": _region(one.document, finding.span)}}
        ],
        "partialFingerprints": {"primaryLocationLineHash": print_},
    }
    if finding.fix:
        replacements = [
            {"deletedRegion": _region(one.document, edit.span), "insertedContent": {"text": edit.text}}
            for edit in finding.fix.edits
        ]
        changes = [{"artifactLocation": artifact, "replacements": replacements}]
        result["fixes"] = [{"description": {"text": finding.fix.title}, "artifactChanges": changes}]
    return result


def _uri(path: str) -> str:
    """A path as a URI: relative as it is, absolute (with a drive, too) as `file:`."""
    uri = quote(path.replace("\\", "/").removeprefix("./"))
    if uri.startswith("/"):
        return f"file://{uri}"
    return f"file:///{path[0]}:{uri[4:]}" if _DRIVE.match(path) else uri


def _region(document: Document, span: Span) -> dict[str, int]:
    """1-based lines and columns, the end exclusive, as SARIF counts them too."""
    start, end = document.position(span.start), document.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
