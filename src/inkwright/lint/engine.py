"""Runs the rules that are on over one document. Pure: everything a rule may know comes in by the context."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import cast

from msgspec.structs import replace

from inkwright.lint.echoes import without_echoes
from inkwright.lint.front_prose import front_lines, needs_quoting
from inkwright.lint.ignores import without_ignored
from inkwright.lint.memo import Memo
from inkwright.lint.phrases import match_phrases
from inkwright.lint.repeats import said_once
from inkwright.lint.rule import Rule, checker, found, is_on, resolve, table, with_defaults
from inkwright.lint.suppress import apply_suppressions
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.finding import Edit, Finding, Severity
from inkwright.model.span import Span
from inkwright.text.collector import collector_paused

_WORDING = frozenset({"wordiness", "voice"})
BROKEN = "broken-rule"
"""The rule that tells of rules that failed; it cannot be switched off."""


def check(
    document: Document, context: Context, only: Iterable[str] | None = None, memo: Memo | None = None
) -> list[Finding]:
    """What a good editor would mark, in document order; the same input always gives the same list.

    `only` names the rules to run whatever else is on. A document whose `context.unreadable` is set gets nothing but
    `unreadable-file`. `memo`, one for each text, keeps what is known from check to check: it changes no finding. A rule
    that raises gives a finding of `broken-rule` and nothing else; wrong settings raise UsageError.
    """
    rules = table().rules
    chosen: Mapping[str, Rule] = {name: rules[name] for name in only} if only is not None else _chosen(context)
    if context.unreadable:
        chosen = {name: rule for name, rule in chosen.items() if name == "unreadable-file"}
    context = replace(context, options=with_defaults(context.options))
    with collector_paused(len(document.text)):
        found = [*_findings(document, context, chosen, memo), *_front_findings(document, context, chosen)]
        return _kept(document, context, chosen, found)


def _kept(
    document: Document, context: Context, chosen: Mapping[str, Rule], findings: Iterable[Finding]
) -> list[Finding]:
    """The findings that nobody suppressed, each and what each is about once, in document order."""
    each = list({(finding.rule, finding.span, finding.message): finding for finding in findings}.values())
    kept, unknown = apply_suppressions(document, each, resolve)
    kept = said_once(without_echoes(without_ignored(document, kept, context)), context)
    if "unknown-rule" in chosen:
        for name in unknown:
            message = f"there is no rule `{name.name}`, so this comment allows nothing"
            kept.append(_complete(found(name.span, message), chosen["unknown-rule"], context))
    return sorted(kept, key=lambda finding: (finding.span, finding.rule, finding.message))


def _chosen(context: Context) -> Mapping[str, Rule]:
    return _switched_on(context.rules_on, context.rules_off)


@lru_cache(maxsize=8)
def _switched_on(on: frozenset[str], off: frozenset[str]) -> Mapping[str, Rule]:
    context = Context(rules_on=on, rules_off=off)
    return {name: rule for name, rule in table().rules.items() if is_on(rule, context)}


def _findings(document: Document, context: Context, chosen: Mapping[str, Rule], memo: Memo | None) -> list[Finding]:
    """What the rules find: those of scope "document" in the whole, the others from memory where that is given."""
    if memo is None:
        return list(_run(document, context, chosen, _Searched(document.text).__getitem__))
    near = {name: rule for name, rule in chosen.items() if rule.scope == "block"}
    far = {name: rule for name, rule in chosen.items() if rule.scope != "block"}
    found = list(_run(document, context, far, memo.held(document, _triggers(far)).__contains__))
    known = (context.options, context.severities, context.audience, context.accepted_words)
    key = (*near, *known, is_english(document))
    local = memo.findings(document, key, lambda part: _run(part, context, near, _Searched(_text_of(part)).__getitem__))
    if any(finding.rule == BROKEN for finding in local):
        memo.forget()
        local = list(_run(document, context, near, _Searched(document.text).__getitem__))
    return found + local


def _triggers(rules: Mapping[str, Rule]) -> frozenset[str]:
    return frozenset(trigger for rule in rules.values() for trigger in rule.triggers)


def _text_of(document: Document) -> str:
    """The source of a document's blocks."""
    return "\n".join([document.slice(block.span) for block in document.blocks])


def _front_findings(document: Document, context: Context, chosen: Mapping[str, Rule]) -> Iterator[Finding]:
    """What rules about wording say of the titles and descriptions in the front matter, which readers meet first."""
    if not document.front_matter.data or not is_english(document):
        return
    about = {name: rule for name, rule in chosen.items() if rule.category in _WORDING and rule.scope == "block"}
    for line, shift in front_lines(document) if about else ():
        for finding in _run(line, context, about, _Searched(line.text).__getitem__):
            span = finding.span.shift(shift)
            edits = [Edit(edit.span.shift(shift), edit.text) for edit in (finding.fix.edits if finding.fix else ())]
            quoting = any(needs_quoting(document, edit.span, edit.text) for edit in edits)
            fix = replace(finding.fix, edits=tuple(edits)) if finding.fix and not quoting else None
            yield replace(finding, span=span, fix=fix)


class _Searched(dict[str, bool]):
    """Whether a text holds another one; each is looked for once, as many rules ask about the same."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, wanted: str) -> bool:
        there = self[wanted] = wanted in self._text
        return there


def _run(
    document: Document, context: Context, chosen: Mapping[str, Rule], holds: Callable[[str], bool]
) -> Iterator[Finding]:
    """What some rules find; `holds` says which triggers are there."""
    yield from _code_findings(document, context, chosen, holds)
    yield from _phrase_findings(document, context, chosen)


def _code_findings(
    document: Document, context: Context, chosen: Mapping[str, Rule], holds: Callable[[str], bool]
) -> Iterator[Finding]:
    """What rules with code find; those of whose triggers none is held are not asked."""
    for rule in chosen.values():
        if rule.kind == "code" and (not rule.triggers or any(map(holds, rule.triggers))):
            try:
                said = list(checker(rule.name)(document, context))
            except InkwrightError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a rule does, the others go on
                yield _fault(rule, error, context)
                continue
            for finding in said:
                yield _complete(finding, rule, context)


def _phrase_findings(document: Document, context: Context, chosen: Mapping[str, Rule]) -> Iterator[Finding]:
    rules = {name: rule for name, rule in chosen.items() if rule.kind == "phrase"}
    if rules:
        for name, finding in match_phrases(document, rules, table().phrases):
            yield _complete(finding, rules[name], context)


def _fault(rule: Rule, error: Exception, context: Context) -> Finding:
    """The finding for a rule that raised: which one, and where in its code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{PurePath(frame.filename).name}:{frame.lineno}"
    message = f"the rule `{rule.name}` failed here ({type(error).__name__} at {place}): please report it"
    return _complete(found(Span(0, 0), message), table().rules[BROKEN], context)


def _complete(finding: Finding, rule: Rule, context: Context) -> Finding:
    """The finding with the name, category, reason and severity of its rule; the user's severity counts most, then
    the one that the rule's code gave."""
    severity = context.severities.get(rule.name) or finding.severity or rule.severity
    why = finding.why or rule.why
    return Finding(rule.name, rule.category, cast(Severity, severity), finding.span, finding.message, why, finding.fix)
