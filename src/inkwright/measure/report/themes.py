"""What readers used of each theme. What could be written because of it is left out: it names ideas, and these are
private."""

from collections.abc import Sequence

from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, Table, named, number, some, table, words
from inkwright.measure.use import VERDICTS
from inkwright.model.what_next import USE_METRICS, PerPost, ThemeUse, UseMetric, WhatNext
from inkwright.render.charts import Chart, Series, chart_svg

DRAWN = 12
"""Themes that are drawn, the most used; the table has all."""
MORE = "inkwright stats next names drafts and ideas to go on with because of this."


def section(facts: Facts) -> Section:
    """What a post on each theme usually has, with its interval."""
    found = facts.next
    counted = [one for one in found.themes if one.per_post]
    if not counted:
        none = facts.lacking or "No theme can be shown: it takes readings of posts that name a pillar or tags."
        return Section("themes", "What readers used", (none,))
    said = [found.early] if found.early else [] if found.metric else ["Too early: no metric was counted of six posts."]
    said += [*found.notes, *([MORE] if found.proposals else [])]
    there = [metric for metric in USE_METRICS if any(metric in one.per_post for one in counted)]
    drawn = next((metric for metric in there if metric == found.metric), there[0])
    return Section("themes", "What readers used", tuple(said), (_figure(found, drawn, counted),))


def _figure(found: WhatNext, metric: UseMetric, counted: Sequence[ThemeUse]) -> Figure:
    what = f"{metric} in its first 30 days" if metric == "views" and found.span == "first 30 days" else metric
    drawn = [one for one in counted if metric in one.per_post]
    known = any(one.per_post[metric].low is not None for one in drawn)
    told = "Lines over the bars are 95 % intervals: where two overlap, the difference may be chance." if known else ""
    more = (f"The {DRAWN} most used of {len(drawn)}; the table has all.",) if len(drawn) > DRAWN else ()
    drawing = chart_svg(_chart(metric, what, drawn[:DRAWN]), "themes-use-drawing", told)
    return Figure(
        "themes-use",
        f"{what.capitalize()} by {found.by}",
        drawing,
        _table(found, counted),
        (*([told] if told else []), *more),
    )


def _chart(metric: UseMetric, what: str, drawn: Sequence[ThemeUse]) -> Chart:
    shown = [one.per_post[metric] for one in drawn]
    series = Series(metric, tuple(one.value for one in shown), tuple(_reach(one) for one in shown))
    labels = tuple(f"{words(one.theme)} (n = {some(one.per_post[metric].posts, 'post')})" for one in drawn)
    return Chart("bar", labels, (series,), f"What a post usually has: {what}", (), "theme", what, ",.1f")


def _reach(one: PerPost) -> tuple[float, float] | None:
    return None if one.low is None or one.high is None else (one.value - one.low, one.high - one.value)


def _table(found: WhatNext, counted: Sequence[ThemeUse]) -> Table:
    metrics = [metric for metric in USE_METRICS if any(metric in one.per_post for one in counted)]
    rows = [
        (
            named(one.theme),
            number(one.posts),
            *(cell for metric in metrics for cell in _cells(one.per_post.get(metric))),
            Cell(NONE if found.early or one.verdict == "unknown" else VERDICTS[one.verdict]),
        )
        for one in counted
    ]
    names = [head for metric in metrics for head in (metric.capitalize(), f"{metric} from", f"{metric} to")]
    head = (found.by.capitalize(), "Posts (n)", *names, "Beside all others")
    return table("What a post on each theme usually has, with 95 % intervals", head, rows)


def _cells(one: PerPost | None) -> tuple[Cell, ...]:
    ends = (None, None, None) if one is None else (one.value, one.low, one.high)
    return tuple(Cell(NONE) if value is None else Cell(f"{value:,.1f}", value) for value in ends)
