"""When writing goes well, and how much of it there was month by month."""

from inkwright.measure.cadence import step_said
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, named, number, some, table
from inkwright.model.cadence import Cadence
from inkwright.model.session import Habits, HourRate, MonthCount
from inkwright.render.charts import Chart, Series, chart_svg
from inkwright.render.year_strip import Year, first_day, year_strip

FEW = 3
"""Sessions below which an hour's speed says little. **Source:** own choice."""


def section(facts: Facts) -> Section:
    """Sessions, the hours they begin in, a year of days, and its months."""
    figures = [
        *([_hours(facts.habits.hours)] if facts.habits.per_hour is not None and facts.habits.hours else []),
        *_year(facts),
        *_months(facts.habits, facts.cadence),
    ]
    return Section("writing", "Writing", (*_sessions(facts.habits), *_rhythm(facts.cadence)), tuple(figures))


def _sessions(habits: Habits) -> list[str]:
    if not habits.sessions:
        return ["No session is in the log yet. Begin one: inkwright write POST --minutes 45."]
    said = [f"{some(habits.sessions, 'session')}, {habits.minutes / 60:.1f} hours, {habits.words:+,} words."]
    if habits.per_hour is None:
        return [*said, f"{habits.unknown[0].upper()}{habits.unknown[1:]}."]
    return [*said, f"{habits.per_hour:,} words an hour in the middle of the drafting sessions."]


def _rhythm(cadence: Cadence) -> list[str]:
    if not cadence.posts:
        return ["No post is published yet, so there is no rhythm to show."]
    said = [f"{some(cadence.posts, 'post')} published, the last on {cadence.last}."]
    if cadence.every:
        said.append(f"Usually one every {some(cadence.every, 'day')}.")
    return [*said, step_said(cadence)]


def _hours(hours: tuple[HourRate, ...]) -> Figure:
    chart = Chart(
        "bar", tuple(f"{one.hour:02}:00 (n = {some(one.sessions, 'session')})" for one in hours),
        (Series("words an hour", tuple(float(one.per_hour) for one in hours)),),
        "Words an hour by the hour in which a session begins", (), "hour", "words an hour", ",.0f",
    )  # fmt: skip
    rows = [
        (Cell(f"{one.hour:02}:00", one.hour), number(one.sessions), number(one.minutes), number(one.words),
         number(one.per_hour))
        for one in hours
    ]  # fmt: skip
    best = max(hours, key=lambda one: one.per_hour)
    told = f"Fastest: {best.hour:02}:00 with {best.per_hour:,} in {some(best.sessions, 'session')}."
    head = ("Begun at", "Sessions (n)", "Minutes", "Words", "Words an hour")
    drawing = chart_svg(chart, "writing-hours-drawing", told)
    few = ("Hours with few sessions say little.",) if any(one.sessions < FEW for one in hours) else ()
    return Figure("writing-hours", "Words an hour by hour of the day", drawing, table(chart.alt, head, rows), few)


def _year(facts: Facts) -> list[Figure]:
    """The days of a year; [] where nothing happened on any of them. The table names the days of posts."""
    begin = first_day(facts.today)
    posts = {day: facts.days.count(day) for day in facts.days if begin <= day <= facts.today}
    minutes = {day: count for day, count in facts.minutes.items() if begin <= day <= facts.today and count > 0}
    if not posts and not minutes:
        return []
    alt = f"Writing and publishing on each day from {begin} to {facts.today}"
    out = f"{some(sum(posts.values()), 'post')} published"
    told = f"{some(len(minutes), 'day')} with writing, {out}." if minutes else f"{out}."
    drawing = year_strip(Year(minutes, posts, facts.today, "minutes", "post", alt), "writing-year-drawing", told)
    rows = [
        (Cell(day), number(minutes.get(day)), number(posts.get(day)))
        for day in sorted({*minutes, *posts}, reverse=True)
    ]  # fmt: skip
    days = table("Days with writing or a post, the latest first", ("Day", "Minutes", "Posts"), rows)
    return [Figure("writing-year", "A year of days", drawing, days, (told,))]


def _months(habits: Habits, cadence: Cadence) -> list[Figure]:
    """Posts and ended drafts of the last twelve months, and all months of the log in the table; [] without any."""
    logged, posts = {one.month: one for one in habits.months}, dict(cadence.months)
    if not logged and not cadence.posts:
        return []
    names = [month for month, _ in cadence.months]
    began = min(logged, default="9999")
    drafts = tuple(float(logged[name].drafts if name in logged else 0) if name >= began else None for name in names)
    series = [Series("posts published", tuple(float(posts[name]) for name in names))]
    if any(one is not None for one in drafts):
        series.append(Series("drafts ended", drafts))
    chart = Chart("line", tuple(names), tuple(series), "Posts and drafts in each of the last twelve months",
                  (), "month", "a month", ",.0f")  # fmt: skip
    told = f"Posts: {', '.join(f'{name} {posts[name]}' for name in names if posts[name]) or 'none'}."
    rows = [_month(name, logged.get(name), posts.get(name)) for name in sorted({*logged, *posts}, reverse=True)]
    head = ("Month", "Posts published", "Drafts ended", "Sessions", "Hours", "Words")
    months = table("Month by month, the latest first", head, rows)
    drawing = chart_svg(chart, "writing-months-drawing", told)
    return [Figure("writing-months", "Posts and drafts a month", drawing, months)]


def _month(name: str, one: MonthCount | None, posts: int | None) -> tuple[Cell, ...]:
    """A row of the table; a month of which only the log, or only the calendar, knows has dashes."""
    if one is None:
        return (named(name), number(posts), *[Cell(NONE)] * 4)
    hours = Cell(f"{one.minutes / 60:.1f}", one.minutes)
    return (
        named(name),
        number(posts),
        number(one.drafts),
        number(one.sessions),
        hours,
        Cell(f"{one.words:+,}", one.words),
    )
