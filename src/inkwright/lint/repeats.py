"""The same advice again and again, said once."""

from collections.abc import Iterable

from msgspec.structs import replace

from inkwright.lint.rule import number
from inkwright.model.context import Context
from inkwright.model.finding import Finding, Fix
from inkwright.model.regex import regex

TOGETHER = "together"
"""The option of a rule that says from how many findings with the same message on the first one speaks for all."""
ALIKE = "alike"
"""The same for messages that differ in nothing but the words they quote."""
_QUOTED = regex("“[^”]*”")


def said_once(findings: Iterable[Finding], context: Context) -> list[Finding]:
    """The findings, in any order; of those of one rule that give the same advice, as many as its option asks for or
    more, the first in the text alone, which tells how many more there are and mends all of them. An option that is 0
    or not set gathers nothing. Raises UsageError for one that is no whole number."""
    same: dict[tuple[str, str], list[Finding]] = {}
    kept: list[Finding] = []
    options: dict[str, str] = {}
    for finding in findings:
        option = options.get(finding.rule)
        if option is None:
            option = options[finding.rule] = _option(finding.rule, context)
        if option:
            said = finding.message.casefold() if option == TOGETHER else _QUOTED.sub("", finding.message)
            same.setdefault((finding.rule, said), []).append(finding)
        else:
            kept.append(finding)
    for (rule, _), group in same.items():
        least = number(context, rule, _option(rule, context))
        kept.extend([_for_all(group)] if len(group) >= least else group)
    return kept


def _option(rule: str, context: Context) -> str:
    """Which of the two options a rule has that is not 0, "" for none."""
    own = context.options.get(rule, {})
    return next((name for name in (TOGETHER, ALIKE) if own.get(name)), "")


def _for_all(group: list[Finding]) -> Finding:
    """The first of some findings, with the edits of all of them."""
    first, *others = sorted(group, key=lambda finding: finding.span)
    if not others:
        return first
    fixes = [finding.fix for finding in (first, *others) if finding.fix]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    fix = Fix(fixes[0].title, edits, all(fix.safe for fix in fixes)) if first.fix else None
    return replace(first, message=f"{first.message} ({len(others)} more such in this post)", fix=fix)
