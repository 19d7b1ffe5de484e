"""What was counted of each post."""

from inkwright.measure.mail_rates import INFLATED
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, named, number, some, table, words
from inkwright.model.reading import METRICS, PostReadings
from inkwright.render.charts import Chart, Series, chart_svg

DRAWN = 15
"""Posts that are drawn; the table has all."""


def section(facts: Facts) -> Section:
    """Views of each post, every other count in the table, and where two sources disagree."""
    known = [row for row in facts.posts if row.values]
    if not known:
        none = facts.lacking or "No readings yet. Take them in with inkwright readings import EXPORT."
        return Section("posts", "Posts", (none,))
    said = [facts.early] if facts.early else []
    if others := len(facts.posts) - len(known):
        said.append(f"{some(others, 'published post')} without readings.")
    figures = [_counts(known)]
    if differ := [(row, one) for row in known for one in row.disagree]:
        rows = [(named(row.title or row.id), named(one)) for row, one in differ]
        differing = table("Where two sources count differently", ("Post", "What they count"), rows)
        figures.append(Figure("posts-differ", "Where sources disagree", "", differing))
    return Section("posts", "Posts", tuple(said), tuple(figures))


def _counts(known: list[PostReadings]) -> Figure:
    metrics = [metric for metric in METRICS if any(metric in row.values for row in known)]
    first = metrics[0]
    drawn = sorted((row for row in known if first in row.values), key=lambda row: -row.values[first])
    shown = drawn[:DRAWN]
    chart = Chart(
        "bar", tuple(words(row.title or row.id) for row in shown),
        (Series(first, tuple(float(row.values[first]) for row in shown)),),
        f"{first.capitalize()} of {some(len(shown), 'post')}, most first", (), "post", first, ",.0f",
    )  # fmt: skip
    top = shown[0]
    told = f"Most: {words(top.title or top.id)} with {top.values[first]:,}. The table has every number."
    rows = [
        (
            named(row.title or row.id),
            Cell(row.date or NONE),
            *(number(row.values.get(metric)) for metric in metrics),
            named(", ".join(f"{host} {count:,}" for host, count in row.referrers)),
            named(", ".join(sorted({source for one in row.taken if one.metric == first for source in one.sources}))),
        )
        for row in known
    ]
    head = (
        "Post",
        "Published",
        *(metric.capitalize() for metric in metrics),
        "Came from",
        f"{first.capitalize()} counted by",
    )
    more: tuple[str, ...] = (
        (f"The {DRAWN} with most {first} of {len(drawn)}; the table has all.",) if len(drawn) > DRAWN else ()
    )
    more += (INFLATED,) if "opens" in metrics else ()
    drawing = chart_svg(chart, "posts-counts-drawing", told)
    counts = table(f"What was counted of {some(len(known), 'post')}", head, rows)
    return Figure("posts-counts", f"{first.capitalize()} of each post", drawing, counts, more)
