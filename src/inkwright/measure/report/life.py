"""How long posts are read, and how long a share of them is."""

from collections import Counter
from collections.abc import Sequence

from inkwright.measure.life import NAMES
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, named, number, some, table
from inkwright.model.life import KINDS, Half, Lives, PostLife, Together
from inkwright.render.charts import COLOURS, Chart, Series, chart_svg

SHOWN = ("search", "social", "newsletter", "all")
"""Kinds of readers whose half is in the table of posts; `stats life POST` has all."""


def section(facts: Facts) -> Section:
    """Halves of the first year, views a day as posts grow older, and each post."""
    lives = facts.lives
    if not lives.posts:
        none = facts.lacking or "No readings by day yet. Take them in with inkwright readings import EXPORT."
        return Section("life", "Life of a post", (none,))
    said = [lives.early] if lives.early else []
    known = [half for half in lives.year if half.days is not None]
    if not known:
        said.append("No post is a year old and was counted throughout, so no life is known as a whole yet.")
    figures = [
        *([_halves(lives, known)] if known else []),
        *([_days(lives.together)] if lives.together else []),
        _posts(lives.posts),
    ]
    return Section("life", "Life of a post", tuple(said), tuple(figures))


def _halves(lives: Lives, known: Sequence[Half]) -> Figure:
    """The half-life of each kind of readers over the posts of which a whole year is known."""
    chart = Chart(
        "bar", tuple(f"{NAMES[half.kind]} ({some(half.views, 'view')})" for half in known),
        (Series("days", tuple(float(half.days or 0) for half in known)),),
        "Days until half of the first year's views had come", (), "readers from", "days", ",.0f",
    )  # fmt: skip
    rows = [
        (named(NAMES[half.kind]), number(half.views), number(half.days), named(half.why))
        for half in lives.year
    ]  # fmt: skip
    told = f"Over {some(lives.year_posts, 'post')} a year old and counted throughout, taken together."
    drawing = chart_svg(chart, "life-halves-drawing", told)
    halves = table(chart.alt, ("Readers from", "Views in the first year", "Days until half", "Not known"), rows)
    return Figure("life-halves", "Until half of a year had come", drawing, halves, (told,))


def _days(periods: Sequence[Together]) -> Figure:
    """Views a day of one post in each period: periods differ in length, days do not."""
    kinds = [kind for kind in KINDS if any(kind in one.per_post for one in periods)]
    columns = [(NAMES[kind], [_a_day(one, (kind,)) for one in periods]) for kind in _drawn(kinds, periods)]
    if len(columns) < len(kinds):
        left = tuple(kind for kind in kinds if NAMES[kind] not in dict(columns))
        columns.append(("All others", [_a_day(one, left) for one in periods]))
    chart = Chart(
        "line", tuple(one.label for one in periods), tuple(Series(name, tuple(days)) for name, days in columns),
        "Views a day of one post as it grows older", (), "after it came out", "views a day", ",.2f",
    )  # fmt: skip
    rows = [
        (
            named(one.label),
            number(one.posts),
            *(_mean(one.per_post.get(kind, 0.0)) for kind in kinds),
            _mean(round(sum(one.per_post.values()), 2)),
        )
        for one in periods
    ]
    head = ("After it came out", "Posts (n)", *(NAMES[kind] for kind in kinds), "All")
    note = "The chart has views a day, since periods differ in length; the table has views in the whole period."
    drawing = chart_svg(chart, "life-days-drawing", note)
    views = table("Views of one post by period, over posts counted from their first day on", head, rows)
    return Figure("life-days", "Views as posts grow older", drawing, views, (note,))


def _drawn(kinds: Sequence[str], periods: Sequence[Together]) -> list[str]:
    """The kinds that get a line of their own, in their order: all, or those with most views."""
    if len(kinds) <= len(COLOURS):
        return list(kinds)
    views: Counter[str] = Counter()
    for one in periods:
        views.update({kind: round(100 * mean) for kind, mean in one.per_post.items()})
    most = [kind for kind, _ in views.most_common(len(COLOURS) - 1)]
    return [kind for kind in kinds if kind in most]


def _a_day(one: Together, kinds: Sequence[str]) -> float | None:
    if one.last is None:
        return None
    return sum(one.per_post.get(kind, 0.0) for kind in kinds) / (one.last - one.first + 1)


def _posts(lives: Sequence[PostLife]) -> Figure:
    rows = [
        (
            named(one.title or one.id),
            Cell(one.published),
            number(one.views),
            *(_half(one, kind) for kind in SHOWN),
            named(one.missing),
        )
        for one in lives
    ]
    head = ("Post", "Published", "Views", *(NAMES[kind] for kind in SHOWN), "Not known")
    caption = "Days until half of the first year's views had come, by where readers came from (+ so far)"
    return Figure("life-posts", "Each post", "", table(caption, head, rows))


def _half(one: PostLife, kind: str) -> Cell:
    half = next((half for half in one.halves if half.kind == kind), None)
    if half is None or half.days is None:
        return Cell(NONE)
    return Cell(f"{half.days}{'+' * half.so_far}", half.days)


def _mean(value: float) -> Cell:
    return Cell(f"{value:,.1f}" if value else "0", value)
