"""The JSON contract: every finding with 1-based lines and columns in characters, ends exclusive. Never capped."""

import json
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, to_builtins

from inkwright.lint.fingerprint import fingerprints
from inkwright.lint.rates import usual_of
from inkwright.lint.report.style import Style
from inkwright.model.finding import Checked, ChecklistItem, Finding, Severity
from inkwright.model.rates import Usual


class EditOut(Struct, frozen=True):
    """Replace what stands between two places by `text`."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixOut(Struct, frozen=True):
    """A mending; a `safe` one cannot change what the author says."""

    title: str
    safe: bool
    edits: tuple[EditOut, ...]


class FindingOut(Struct, frozen=True):
    """One finding: where (path as named, 1-based, end exclusive), what, why, and the fix where there is one.

    `fingerprint` stays the same when the text moves; findings of one rule on the same words share it. `usual` lays
    the rule's findings in this file beside those of the author's published posts, null where those are not known or
    have no part in it; with `held` the text output leaves the finding out."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    category: str
    severity: Severity
    message: str
    why: str
    fix: FixOut | None
    fingerprint: str
    usual: Usual | None


class Summary(Struct, frozen=True):
    """Counts over all files. `drafting` has the one line for each post that is still being written, and `held` the
    number of findings kept back in those. `unclear` gives the reason for each external address of which nothing could
    be told; those are no findings."""

    files: int
    words: int
    error: int
    warning: int
    suggestion: int
    held: int
    drafting: dict[str, str]
    unclear: dict[str, str]


class CheckOut(Struct, frozen=True):
    """What `check --format json` prints."""

    version: Literal[1]
    findings: tuple[FindingOut, ...]
    checklist: dict[str, tuple[ChecklistItem, ...]]
    summary: Summary


def report(checked: Sequence[Checked], style: Style) -> str:
    """All findings of all files as JSON with a line end: indented, or on one line with `style.compact`."""
    return json.dumps(to_builtins(build(checked)), indent=None if style.compact else 2, ensure_ascii=False) + "\n"


def build(checked: Sequence[Checked]) -> CheckOut:
    """The contract's value for the given files, in their order."""
    findings = tuple(
        finding_out(one, finding, name)
        for one in checked
        for finding, name in zip(one.findings, fingerprints(one.document, one.findings), strict=True)
    )
    return CheckOut(1, findings, {one.path: one.checklist for one in checked if one.checklist}, summary(checked))


def summary(checked: Sequence[Checked]) -> Summary:
    """The counts."""
    levels: dict[str, int] = {"error": 0, "warning": 0, "suggestion": 0}
    for one in checked:
        for finding in one.findings:
            levels[finding.severity] += 1
    return Summary(
        files=len(checked),
        words=sum(one.words for one in checked),
        held=sum(one.held for one in checked),
        drafting={one.path: one.drafting for one in checked if one.drafting},
        unclear={address: why for one in checked for address, why in one.unclear},
        **levels,
    )


def finding_out(one: Checked, finding: Finding, fingerprint: str) -> FindingOut:
    """A finding of a file with places instead of offsets."""
    document = one.document
    start, end = document.position(finding.span.start), document.position(finding.span.end)
    fix = None
    if finding.fix:
        edits = tuple(
            EditOut(*document.position(edit.span.start), *document.position(edit.span.end), edit.text)
            for edit in finding.fix.edits
        )
        fix = FixOut(finding.fix.title, finding.fix.safe, edits)
    return FindingOut(
        one.path, start.line, start.column, end.line, end.column, finding.rule, finding.category, finding.severity,
        finding.message, finding.why, fix, fingerprint, usual_of(one, finding),
    )  # fmt: skip
