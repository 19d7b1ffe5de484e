"""Mails on the page."""

import pytest
from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.intervals import wilson
from inkwright.measure.report.newsletter import DRAWN, section
from inkwright.measure.report.render import page
from inkwright.model.mail_result import MailResult


def test_bars_and_table_say_the_same() -> None:
    found = figures(page(FULL))["newsletter-mails"]
    assert [label for label, _ in found.drawn()] == [
        "2026-11-03, n = 120: What a KV cache costs, opened", "2026-11-03, n = 120: What a KV cache costs, clicked",
        "2026-10-13, n = 90: Where NaNs come from, opened",
    ]  # fmt: skip
    for (value, low, high), (count, sent) in zip(found.ranges(), ((48, 120), (12, 120), (30, 90)), strict=True):
        assert value == pytest.approx(100 * count / sent, abs=0.06)
        assert (low, high) == pytest.approx([100 * end for end in wilson(count, sent)], abs=0.06)
    assert found.column("Sent (n)") == [120, 90, 4] and found.column("Clicks") == [12, None, None]
    assert found.column("Opened at least") == [48, 30, None] and found.column("Opened at most") == [61, 30, None]
    assert found.column("Share clicked") == [0.1, None, None]


def test_mails_that_nobody_counts_have_a_table_but_no_drawing() -> None:
    mails = (
        MailResult("a", "A", "2026-01-01", "own", 0, 0, 0, 0),
        MailResult("b", "B", "2026-01-02", "own", 9, None, None, None),
    )
    found = section(replace(FULL, issues=mails))
    assert found.figures[0].drawing == "" and len(found.figures[0].table.rows) == 2
    assert any("Nothing is counted" in line for line in found.said)


def test_the_latest_are_drawn() -> None:
    mails = tuple(MailResult("a", "A", f"2026-01-{30 - n}", "own", 50, n, n, 1) for n in range(DRAWN + 3))
    found = figures(page(replace(FULL, issues=mails)))["newsletter-mails"]
    assert len(found.drawn()) == 2 * DRAWN and len(found.rows) == DRAWN + 3
    assert found.drawn()[0][0].startswith("2026-01-30")


def test_nothing_sent() -> None:
    assert section(EMPTY).figures == () and "No mail went out yet" in section(EMPTY).said[0]
