"""Of several findings on the same words, the one that an editor would write down."""

from bisect import bisect_left
from collections.abc import Iterable

from inkwright.model.finding import Finding
from inkwright.model.span import Span

_SLIPS = frozenset({"grammar", "spelling"})
_WORDINGS = frozenset({"wordiness", "voice", "claims"})
_PHRASE = 80
"""Characters up to which a finding on wording is about a phrase, not about the sentence around it."""
_OPENING = "throat-clearing"
_LOUDEST = ("error", "warning", "suggestion")


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that say again what another one says: on the same word grammar counts before
    spelling, and of phrases that overlap the louder and longer one stays. Empty for none."""
    kept: list[Finding] = []
    slips: dict[tuple[int, int], Finding] = {}
    phrases: list[Finding] = []
    for finding in findings:
        if finding.category in _SLIPS:
            known = slips.setdefault(finding.span, finding)
            if known is not finding:
                slips[finding.span] = min(known, finding, key=_by_weight)
        elif finding.category in _WORDINGS and finding.span.end - finding.span.start <= _PHRASE:
            phrases.append(finding)
        else:
            kept.append(finding)
    return [*kept, *slips.values(), *_wordings(phrases)]


def _wordings(phrases: list[Finding]) -> list[Finding]:
    """Phrases of which no two overlap, but for an opening to cut that claims something or is a stock phrase: whoever
    keeps it needs to know that."""
    openings = [finding for finding in phrases if finding.rule == _OPENING]
    if not openings:
        return _apart(phrases)
    beside_openings = _apart([finding for finding in phrases if finding.category == "wordiness"])
    others = [finding for finding in phrases if finding.rule != _OPENING]
    shut_out = [finding for finding in others if finding.category == "wordiness" and finding not in beside_openings]
    kept = _apart([finding for finding in others if finding not in shut_out])
    return [*kept, *(finding for finding in beside_openings if finding.rule == _OPENING)]


def _by_weight(finding: Finding) -> tuple[bool, int, str]:
    """What puts the more telling one of two slips first."""
    return finding.category == "spelling", _LOUDEST.index(finding.severity), finding.rule


def _apart(phrases: list[Finding]) -> list[Finding]:
    """Phrases of which no two overlap, each chosen before those it shuts out."""
    kept: list[Finding] = []
    taken: list[Span] = []
    for finding in sorted(phrases, key=_by_reach):
        at = bisect_left(taken, finding.span)
        after = at < len(taken) and taken[at].start < finding.span.end
        if not after and (at == 0 or taken[at - 1].end <= finding.span.start):
            taken.insert(at, finding.span)
            kept.append(finding)
    return kept


def _by_reach(finding: Finding) -> tuple[int, int, bool, Span, str]:
    """What puts the louder and longer one of two phrases first, and of two on the same words the one with a fix."""
    size = finding.span.end - finding.span.start
    return _LOUDEST.index(finding.severity), -size, finding.fix is None, finding.span, finding.rule
