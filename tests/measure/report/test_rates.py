"""Rates as a chart."""

from inkwright.measure.report.parts import NONE, Cell
from inkwright.measure.report.rates import rate_cells, rates_chart
from inkwright.model.mail_result import Share


def test_what_nobody_counted_has_no_bar() -> None:
    one = Share(0.4, 0.3, 0.5, 10)
    chart = rates_chart(("a", "b"), [(one, None), (None, None)], "alt")
    assert [(series.name, series.values) for series in chart.series] == [("opened", (40.0, None))]
    low, high = chart.series[0].ends(0) or (0, 0)
    assert (round(low, 9), round(high, 9)) == (30.0, 50.0)


def test_cells() -> None:
    assert rate_cells(Share(0.4, 0.3, 0.5, 10)) == (Cell("40.0%", 0.4), Cell("30.0%", 0.3), Cell("50.0%", 0.5))
    assert rate_cells(None) == (Cell(NONE),) * 3
