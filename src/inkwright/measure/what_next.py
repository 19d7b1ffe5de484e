"""Themes by use and what is open -> at most three proposals of what to write next, each with its reason in numbers."""

from collections.abc import Sequence

from inkwright.model.what_next import Candidate, PerPost, Proposal, ThemeUse, UseMetric

MOST = 3
SPANS = {"first 30 days": " in the first 30 days", "all": ""}


def proposals(
    themes: Sequence[ThemeUse], candidates: Sequence[Candidate], metric: UseMetric, span: str
) -> list[Proposal]:
    """What is open on the themes that readers used most, the best theme first; on one theme drafts before ideas, then
    what is nearest to a post on it. A theme that was used less than the others, or of which no interval is known, is
    not proposed. Where nothing is open on the best one, that is said first. [] where no theme is known well enough."""
    known = [one for one in themes if one.verdict in ("more", "overlap")]
    found: list[Proposal] = []
    for theme in known:
        reason = because(theme, metric, span)
        here = [one for one in candidates if one.theme.casefold() == theme.theme.casefold()]
        found += [_proposal(one, theme, reason) for one in sorted(here, key=_order)]
        if not here and theme is known[0]:
            what = f"an idea on {theme.theme}"
            found.append(Proposal("theme", what, theme.theme, f"{reason} Nothing is open on it.", "inkwright topics"))
    return found[:MOST]


def because(theme: ThemeUse, metric: UseMetric, span: str) -> str:
    """What readers used of a theme beside the other posts, in numbers, and whether that may be chance."""
    mine, others = theme.per_post[metric], theme.others[metric]
    what = f"{metric}{SPANS[span] if metric == 'views' else ''}"
    said = {"more": "The intervals do not overlap.", "less": "The intervals do not overlap.",
            "overlap": "The intervals overlap, so this may be chance.", "unknown": ""}  # fmt: skip
    one = f"{theme.theme}: {_posts(mine)} with usually {_range(mine)} {what}"
    return f"{one}; the {_posts(others, 'other ')} {_range(others)}. {said[theme.verdict]}".rstrip()


def _proposal(one: Candidate, theme: ThemeUse, reason: str) -> Proposal:
    why = f"{reason} {one.why}".rstrip()
    if one.kind == "draft":
        return Proposal("draft", one.name, theme.theme, why, f"inkwright resume {one.name}")
    return Proposal("idea", one.name, theme.theme, why, f"inkwright new --from-idea {one.line}")


def _order(one: Candidate) -> tuple[object, ...]:
    return one.kind != "draft", -one.near, one.line, one.name


def _posts(found: PerPost, more: str = "") -> str:
    return f"{found.posts} {more}post{'s' * (found.posts != 1)}"


def _range(found: PerPost) -> str:
    value = f"{_rounded(found.value)}"
    if found.low is None or found.high is None:
        return value
    return f"{value} (95 %: {_rounded(found.low)} to {_rounded(found.high)})"


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:,.1f}".removesuffix(".0")
