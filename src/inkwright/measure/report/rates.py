"""Shares of what was sent as bars with their 95 % intervals."""

from collections.abc import Sequence

from inkwright.measure.report.parts import Cell, percent
from inkwright.model.mail_result import Share
from inkwright.render.charts import Chart, Series

AXIS = "% of mails, with 95 % interval"
RATES = ("Share opened", "opened from", "opened to", "Share clicked", "clicked from", "clicked to")
"""Heads of the columns that `rate_cells` fills, twice."""


def rates_chart(labels: Sequence[str], rates: Sequence[tuple[Share | None, Share | None]], alt: str) -> Chart:
    """Opened and clicked shares of each label as two bars, in percent; what nobody counted is left out."""
    series = [("opened", [opened for opened, _ in rates]), ("clicked", [clicked for _, clicked in rates])]
    shown = tuple(_series(name, shares) for name, shares in series if any(shares))
    return Chart("bar", tuple(labels), shown, alt, (), "", AXIS, ".1f")


def _series(name: str, shares: Sequence[Share | None]) -> Series:
    return Series(
        name,
        tuple(100 * one.value if one else None for one in shares),
        tuple((100 * (one.value - one.low), 100 * (one.high - one.value)) if one else None for one in shares),
    )


def rate_cells(one: Share | None) -> tuple[Cell, Cell, Cell]:
    """A share and the ends of its interval as cells."""
    if one is None:
        return percent(None), percent(None), percent(None)
    return percent(one.value), percent(one.low), percent(one.high)
