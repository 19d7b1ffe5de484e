"""Runs the rules that are on over one document. Pure: everything a rule may know comes in by the context."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from inkwright.lint.fingerprint import fingerprints
from inkwright.lint.phrases import match_phrases
from inkwright.lint.rule import Rule, checker, found, is_on, resolve, table, with_defaults
from inkwright.lint.suppress import apply_suppressions
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding, Severity


def check(document: Document, context: Context, only: Iterable[str] | None = None) -> list[Finding]:
    """What a good editor would mark, in document order; the same input always gives the same list.

    `only` names the rules to run whatever else is on. A document whose `context.unreadable` is set gets nothing but
    `unreadable-file`.
    """
    rules = table().rules
    chosen = {name: rules[name] for name in only} if only is not None else _chosen(context)
    if context.unreadable:
        chosen = {name: rule for name, rule in chosen.items() if name == "unreadable-file"}
    context = replace(context, options=with_defaults(context.options))
    findings = [*_code_findings(document, context, chosen), *_phrase_findings(document, context, chosen)]
    findings = list({(finding.rule, finding.span, finding.message): finding for finding in findings}.values())
    kept, unknown = apply_suppressions(document, findings, resolve)
    kept = _not_ignored(document, kept, context)
    if "unknown-rule" in chosen:
        for name in unknown:
            message = f"there is no rule `{name.name}`, so this comment allows nothing"
            kept.append(_complete(found(name.span, message), chosen["unknown-rule"], context))
    return sorted(kept, key=lambda finding: (finding.span, finding.rule, finding.message))


def _not_ignored(document: Document, findings: list[Finding], context: Context) -> list[Finding]:
    """The findings that the author did not ask to leave alone."""
    if not context.ignores:
        return findings
    named = zip(fingerprints(document, findings), findings, strict=True)
    return [finding for name, finding in named if name not in context.ignores]


def _chosen(context: Context) -> dict[str, Rule]:
    return {name: rule for name, rule in table().rules.items() if is_on(rule, context)}


def _code_findings(document: Document, context: Context, chosen: dict[str, Rule]) -> Iterable[Finding]:
    holds = document.text.__contains__
    for rule in chosen.values():
        if rule.kind == "code" and (not rule.triggers or any(map(holds, rule.triggers))):
            for finding in checker(rule.name)(document, context):
                yield _complete(finding, rule, context)


def _phrase_findings(document: Document, context: Context, chosen: dict[str, Rule]) -> Iterable[Finding]:
    rules = {name: rule for name, rule in chosen.items() if rule.kind == "phrase"}
    if rules:
        for name, finding in match_phrases(document, rules, table().phrases):
            yield _complete(finding, rules[name], context)


def _complete(finding: Finding, rule: Rule, context: Context) -> Finding:
    """The finding with the name, category, reason and severity of its rule; the user's severity counts most, then
    the one that the rule's code gave."""
    severity = context.severities.get(rule.name) or finding.severity or rule.severity
    return Finding(
        rule.name,
        rule.category,
        cast(Severity, severity),
        finding.span,
        finding.message,
        finding.why or rule.why,
        finding.fix,
    )
