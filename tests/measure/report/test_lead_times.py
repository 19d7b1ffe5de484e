"""Lead times on the page."""

from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.report.lead_times import DRAWN, section
from inkwright.measure.report.render import page
from inkwright.model.cadence import LeadTime


def test_bars_and_table_say_the_same() -> None:
    found = figures(page(FULL))["lead-time-stages"]
    assert found.drawn() == [
        ("What a KV cache costs, from the idea", 30), ("What a KV cache costs, from the first session", 12),
        ("What a KV cache costs, from the ended draft", 2), ("Where NaNs come from, from the first session", 2),
    ]  # fmt: skip
    assert found.column("Days from the idea") == [30, None]
    assert found.column("Hours") == [200, 145] and found.texts("Hours") == ["3.3", "2.4"]
    assert section(FULL).said == ("In the middle: 30 days from idea to post, 2.9 hours a post.",)


def test_the_latest_are_drawn() -> None:
    rows = tuple(LeadTime(f"p{n}", f"P {n}", "2026-01-01", n, None, None, 0, 0) for n in range(DRAWN + 2))
    found = figures(page(replace(FULL, leads=rows)))["lead-time-stages"]
    assert found.drawn() == [(f"P {n}", n) for n in range(DRAWN)] and len(found.rows) == DRAWN + 2


def test_hours_alone_make_a_table() -> None:
    rows = (LeadTime("a", "A", "2026-01-01", None, None, None, 30, 100),)
    (figure,) = section(replace(FULL, leads=rows)).figures
    assert figure.drawing == "" and figure.table.rows[0][-1].value == 30


def test_nothing_known() -> None:
    assert section(EMPTY).figures == () and "Nothing is known yet" in section(EMPTY).said[0]
