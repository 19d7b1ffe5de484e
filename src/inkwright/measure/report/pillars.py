"""What was written on each pillar, and which mails on it were opened and clicked."""

from collections.abc import Sequence

from inkwright.measure.mail_rates import INFLATED, by_pillar, early
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import NONE, Cell, Figure, Section, named, number, percent, some, table, words
from inkwright.measure.report.rates import RATES, rate_cells, rates_chart
from inkwright.model.mail_result import PillarMail
from inkwright.model.pillar import PillarShare
from inkwright.render.charts import Chart, Series, chart_svg

DRAWN = 12
"""Rows that are drawn; the table has all."""
NO_PILLAR = "(no pillar)"


def section(facts: Facts) -> Section:
    """Words by pillar, then the rates of its mails by year."""
    written = [one for one in facts.shares if one.posts]
    mails = [one for one in by_pillar(facts.issues) if one.opened or one.clicked]
    said = []
    if not facts.shares:
        said.append("No pillar yet. Name your themes as pillars in inkwright.toml, and one in each post.")
    elif not written:
        said.append("No post is published yet on any pillar.")
    if not mails:
        said.append(facts.lacking or "Openings and clicks by pillar come with the first mails that count them.")
    elif too_early := early(facts.issues):
        said.append(too_early)
    figures = [*([_words(facts.shares)] if written else []), *([_mails(mails)] if mails else [])]
    return Section("pillars", "Pillars", tuple(said), tuple(figures))


def _words(shares: Sequence[PillarShare]) -> Figure:
    shown = shares[:DRAWN]
    chart = Chart(
        "bar", tuple(f"{_pillar(one.pillar)} ({some(one.posts, 'post')})" for one in shown),
        (Series("words", tuple(float(one.words) for one in shown)),),
        f"Words of published posts on {some(len(shown), 'pillar')}", (), "pillar", "words", ",.0f",
    )  # fmt: skip
    rows = [
        (
            named(_pillar(one.pillar) + (" (not declared)" if one.pillar and not one.declared else "")),
            number(one.posts),
            number(one.words),
            percent(one.share),
            Cell(one.last or NONE),
        )
        for one in shares
    ]
    drawing = chart_svg(chart, "pillars-words-drawing", "The table has every number.")
    written = table("Published posts by pillar", ("Pillar", "Posts", "Words", "Share of words", "Last post"), rows)
    return Figure("pillars-words", "What was written on each", drawing, written)


def _mails(mails: Sequence[PillarMail]) -> Figure:
    shown = mails[:DRAWN]
    labels = [f"{_pillar(one.pillar)}, {one.year} ({_judged(one)})" for one in shown]
    chart = rates_chart(
        labels, [(one.opened, one.clicked) for one in shown], "Share of mails opened and clicked by pillar and year"
    )
    rows = [
        (
            named(_pillar(one.pillar)),
            Cell(one.year),
            number(one.issues),
            number(one.sent),
            number(one.opened.of if one.opened else None),
            number(one.clicked.of if one.clicked else None),
            *rate_cells(one.opened),
            *rate_cells(one.clicked),
        )
        for one in mails
    ]
    head = ("Pillar", "Year", "Issues", "Mails", "n opened", "n clicked", *RATES)
    told = "Lines over the bars are 95 % intervals (Wilson): where two overlap, the difference may be chance."
    drawing = chart_svg(chart, "pillars-mails-drawing", told)
    rates = table("Mails opened and clicked by pillar and year, with 95 % intervals", head, rows)
    return Figure("pillars-mails", "Opened and clicked", drawing, rates, (told, INFLATED))


def _judged(one: PillarMail) -> str:
    """Of how many mails the shares are: one number where it is the same for both."""
    known = {kind: share.of for kind, share in (("opened", one.opened), ("clicked", one.clicked)) if share}
    if len(set(known.values())) < 2:
        return f"n = {next(iter(known.values()), one.sent):,}"
    return f"n = {', '.join(f'{of:,} {kind}' for kind, of in known.items())}"


def _pillar(name: str) -> str:
    return words(name) or NO_PILLAR
