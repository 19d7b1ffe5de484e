"""The same advice on the same words again and again, said once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from inkwright.model.finding import Finding, Fix

OPTION = "together"
"""The option of a rule that says from how many findings with the same message on the first one speaks for all."""


def said_once(findings: Iterable[Finding], options: Mapping[str, Mapping[str, Any]]) -> list[Finding]:
    """The findings, in the order in which they come; of those of one rule with one message, as many as its option asks
    for or more, the first in the text alone, which tells how many more there are and mends all of them. An option
    that is 0 or not set gathers nothing."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    for finding in findings:
        if options.get(finding.rule, {}).get(OPTION):
            alike.setdefault((finding.rule, finding.message.casefold()), []).append(finding)
        else:
            kept.append(finding)
    for (rule, _), group in alike.items():
        kept.extend([_for_all(group)] if len(group) >= options[rule][OPTION] else group)
    return kept


def _for_all(group: list[Finding]) -> Finding:
    """The first of some findings, with the edits of all of them."""
    first, *others = sorted(group, key=lambda finding: finding.span)
    fixes = [finding.fix for finding in (first, *others) if finding.fix]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    fix = Fix(fixes[0].title, edits, all(fix.safe for fix in fixes)) if first.fix else None
    return replace(first, message=f"{first.message} ({len(others)} more times in this post)", fix=fix)
