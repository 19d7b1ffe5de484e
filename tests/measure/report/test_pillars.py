"""Pillars on the page."""

import pytest
from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.intervals import wilson
from inkwright.measure.report.pillars import section
from inkwright.measure.report.render import page
from inkwright.model.pillar import PillarShare


def test_words_by_pillar() -> None:
    found = figures(page(FULL))["pillars-words"]
    assert found.drawn() == [("GPU (2 posts)", 2100), ("(no pillar) (1 post)", 900)]
    assert found.column("Words") == [2100, 900] and found.column("Share of words") == [0.7, 0.3]
    assert found.texts("Last post") == ["2026-11-02", "2026-01-05"]


def test_rates_have_their_intervals_and_n() -> None:
    found = figures(page(FULL))["pillars-mails"]
    assert found.told()[0].startswith("GPU, 2026 (n = 210 opened, 120 clicked), opened: ")
    for (value, low, high), (count, sent) in zip(found.ranges(), ((78, 210), (12, 120)), strict=True):
        assert value == pytest.approx(100 * count / sent, abs=0.06)
        assert (low, high) == pytest.approx([100 * end for end in wilson(count, sent)], abs=0.06)
    assert found.column("Mails") == found.column("n opened") == [210] and found.column("n clicked") == [120]
    assert found.column("Share opened")[0] == pytest.approx(78 / 210, abs=1e-4)
    assert found.column("opened from") + found.column("opened to") == pytest.approx(wilson(78, 210), abs=1e-4)


def test_it_is_said_what_is_too_early_or_not_there() -> None:
    assert section(FULL).said == ("Too early to compare: 3 of 6 issues.",)
    assert section(EMPTY).figures == () and "pillars" in section(EMPTY).said[0]
    unwritten = replace(EMPTY, shares=(PillarShare("GPU", 0, 0, 0.0, "", True),))
    assert section(unwritten).figures == () and "No post is published" in section(unwritten).said[0]


def test_what_is_not_declared_is_named_so() -> None:
    other = replace(FULL, shares=(PillarShare("Tools", 1, 10, 1.0, "", False),))
    assert section(other).figures[0].table.rows[0][0].text == "Tools (not declared)"
