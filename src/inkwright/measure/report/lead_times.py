"""How long posts took from their idea, their first session and the end of their draft."""

from collections.abc import Sequence

from inkwright.measure.lead_time import usual
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, named, number, some, table, words
from inkwright.model.cadence import LeadTime
from inkwright.render.charts import Chart, Series, chart_svg

DRAWN = 8
"""Posts that are drawn, the latest; the table has all."""


def section(facts: Facts) -> Section:
    """Days per stage of the latest posts, and the hours of each."""
    known = [one for one in facts.leads if _days(one) or one.minutes]
    if not known:
        none = "Nothing is known yet of how long posts took: it comes from ideas (inkwright idea) and sessions."
        return Section("lead-time", "From idea to post", (none,))
    days, minutes = usual(known)
    middle = [
        f"{some(days, 'day')} from idea to post" if days is not None else "",
        f"{minutes / 60:.1f} hours a post" if minutes else "",
    ]
    middle = [part for part in middle if part]
    said = (f"In the middle: {', '.join(middle)}.",) if middle else ()
    return Section("lead-time", "From idea to post", said, (_figure(known),))


def _figure(known: Sequence[LeadTime]) -> Figure:
    drawn = [one for one in known if _days(one)]
    rows = [
        (
            named(one.title or one.id),
            Cell(one.published or NONE),
            number(one.from_idea),
            number(one.from_start),
            number(one.from_draft),
            Cell(f"{one.minutes / 60:.1f}", one.minutes) if one.minutes else Cell(NONE),
        )
        for one in known
    ]
    head = ("Post", "Published", "Days from the idea", "from the first session", "from the ended draft", "Hours")
    times = table("How long each post took, the latest first", head, rows)
    more = (f"The latest {DRAWN} of {len(drawn)}; the table has all.",) if len(drawn) > DRAWN else ()
    drawing = _drawing(drawn[:DRAWN]) if drawn else ""
    return Figure("lead-time-stages", "Days to publishing, from each stage", drawing, times, more)


def _drawing(drawn: Sequence[LeadTime]) -> str:
    stages = {
        "from the idea": [one.from_idea for one in drawn],
        "from the first session": [one.from_start for one in drawn],
        "from the ended draft": [one.from_draft for one in drawn],
    }
    series = tuple(
        Series(name, tuple(None if day is None else float(day) for day in days))
        for name, days in stages.items()
        if any(day is not None for day in days)
    )
    alt = f"Days that {some(len(drawn), 'post')} took to publishing from each stage"
    chart = Chart("bar", tuple(words(one.title or one.id) for one in drawn), series, alt, (), "post", "days", ",.0f")
    return chart_svg(chart, "lead-time-stages-drawing", "The latest post first. The table has every number.")


def _days(one: LeadTime) -> bool:
    return any(day is not None for day in (one.from_idea, one.from_start, one.from_draft))
