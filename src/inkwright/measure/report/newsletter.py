"""What came of each mail."""

from collections.abc import Sequence

from inkwright.measure.mail_rates import INFLATED, early, share
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import Cell, Figure, Section, Table, named, number, some, table, words
from inkwright.measure.report.rates import RATES, rate_cells, rates_chart
from inkwright.model.mail_result import MailResult, Share
from inkwright.render.charts import chart_svg

DRAWN = 10
"""Mails that are drawn, the latest; the table has all."""
Rates = tuple[Share | None, Share | None]


def section(facts: Facts) -> Section:
    """Rates of the latest mails, and the counts of all."""
    if not facts.issues:
        none = facts.lacking or "No mail went out yet. inkwright newsletter preview POST shows what one would be."
        return Section("newsletter", "Newsletter", (none,))
    said = [text] if (text := early(facts.issues)) else []
    rates = [_rates(one) for one in facts.issues]
    counted = [(one, rate) for one, rate in zip(facts.issues, rates, strict=True) if any(rate)]
    if not counted:
        said.append("Nothing is counted of these mails: openings and clicks come with tracking, or with an import.")
    drawing = _drawing(counted[:DRAWN]) if counted else ""
    more = [f"The latest {DRAWN} of {len(counted)}; the table has all."] if len(counted) > DRAWN else []
    more += ["Bars of what was opened show the lower bound: openings by people, as far as one can tell.", INFLATED]
    notes = tuple(more) if counted else ()
    figure = Figure("newsletter-mails", "Opened and clicked by mail", drawing, _table(facts.issues, rates), notes)
    return Section("newsletter", "Newsletter", tuple(said), (figure,))


def _drawing(counted: Sequence[tuple[MailResult, Rates]]) -> str:
    labels = [f"{one.day}, n = {one.sent:,}: {words(one.title)}" for one, _ in counted]
    alt = f"Share opened and clicked of {some(len(counted), 'mail')}, newest first"
    chart = rates_chart(labels, [rates for _, rates in counted], alt)
    return chart_svg(chart, "newsletter-mails-drawing", "Lines over the bars are 95 % intervals (Wilson).")


def _table(issues: Sequence[MailResult], rates: Sequence[Rates]) -> Table:
    rows = [
        (
            named(one.title), Cell(one.day), named(one.source), named(one.pillar), number(one.sent),
            number(one.opens_low), number(one.opens_high), number(one.clicks), *rate_cells(opened),
            *rate_cells(clicked),
        )
        for one, (opened, clicked) in zip(issues, rates, strict=True)
    ]  # fmt: skip
    counts = ("Sent (n)", "Opened at least", "Opened at most", "Clicks")
    head = ("Subject", "Day", "From", "Pillar", *counts, *RATES)
    return table("Every mail, newest first, with 95 % intervals", head, rows)


def _rates(one: MailResult) -> Rates:
    if not one.sent:
        return None, None
    opened = share(one.opens_low, one.sent) if one.opens_low is not None else None
    return opened, share(one.clicks, one.sent) if one.clicks is not None else None
