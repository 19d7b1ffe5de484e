"""What readers used, on the page."""

from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.report.render import page
from inkwright.measure.report.themes import MORE, section
from inkwright.model.what_next import PerPost, ThemeUse, WhatNext


def test_bars_have_n_and_intervals_and_the_table_all_metrics() -> None:
    found = figures(page(FULL))["themes-use"]
    assert found.drawn()[1] == ("Tools (n = 1 post)", 40) and found.ranges() == [(310.5, 200.0, 480.1)]
    assert found.told()[0].startswith("GPU (n = 4 posts): 310.5")
    assert found.column("Views") == [310.5, 40] and found.column("views to") == [480.1, None]
    assert found.column("Likes") == [9, None]
    assert found.texts("Beside all others") == ["more than the others", "–"]


def test_ideas_stay_private() -> None:
    assert section(FULL).said == (FULL.next.notes[0], MORE)
    assert "a private idea" not in page(FULL)


def test_no_verdict_before_its_time() -> None:
    early = replace(FULL.next, early="Too early to compare.", proposals=())
    found = section(replace(FULL, next=early))
    assert found.said[0] == "Too early to compare." and MORE not in found.said
    assert [row[-1].text for row in found.figures[0].table.rows] == ["–", "–"]


def test_without_a_metric_to_rank_by_the_first_there_is_is_drawn() -> None:
    theme = ThemeUse("GPU", 1, {"likes": PerPost(1, 3.0, None, None)}, {}, "unknown")
    found = page(replace(FULL, next=WhatNext("tag", "", "all", 1, (theme,), (), "")))
    assert figures(found)["themes-use"].drawn() == [("GPU (n = 1 post)", 3)]
    assert "no metric was counted of six posts" in found


def test_nothing_counted() -> None:
    assert section(EMPTY).figures == () and "No theme can be shown" in section(EMPTY).said[0]
