"""The life of posts on the page."""

import pytest
from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.report.life import section
from inkwright.measure.report.render import page
from inkwright.model.life import KINDS, Lives, Together
from inkwright.render.charts import COLOURS


def test_a_year_of_search_against_a_share() -> None:
    found = figures(page(FULL))["life-halves"]
    assert found.drawn() == [("All (590 views)", 120), ("Search engines (587 views)", 121)]
    assert found.column("Days until half") == [120, 121, None]
    assert found.texts("Not known") == ["–", "–", "3 views are too few"]


def test_the_chart_has_views_a_day_the_table_those_of_the_period() -> None:
    found = figures(page(FULL))["life-days"]
    assert found.column("Search engines") == [55, 105, 64] and found.column("All") == [505, 105, 64]
    assert found.column("Posts (n)") == [2, 2, 1]
    drawn = dict(found.drawn())
    assert drawn["week 1, Shares"] == pytest.approx(450 / 7, abs=0.01)
    assert drawn["month 2, Search engines"] == pytest.approx(64 / 32, abs=0.01)


def test_each_post_with_its_halves() -> None:
    found = figures(page(FULL))["life-posts"]
    assert found.svg is None
    assert found.column("Search engines") == [9, 120, None] and found.texts("Search engines") == ["9+", "120", "–"]
    assert found.column("Shares") == [1, None, None] and found.column("All") == [4, 120, None]
    assert found.texts("Not known")[2].startswith("nobody counted by day")


def test_more_kinds_than_can_be_told_apart_are_put_together() -> None:
    means = {kind: float(number) for number, kind in enumerate(KINDS, 1)}
    lives = replace(FULL.lives, together=(Together("week 1", 0, 6, 2, means),))
    found = figures(page(replace(FULL, lives=lives)))["life-days"]
    drawn = dict(found.drawn())
    assert len(drawn) == len(COLOURS) < len(KINDS)
    assert drawn["week 1, All others"] == pytest.approx((1 + 2 + 3) / 7, abs=0.01)
    assert sum(drawn.values()) == pytest.approx(sum(means.values()) / 7, abs=0.03)


def test_what_is_not_known_is_said() -> None:
    assert section(EMPTY).figures == () and "No readings by day" in section(EMPTY).said[0]
    young = replace(FULL, lives=Lives(FULL.lives.posts, (), (), 0))
    assert [figure.id for figure in section(young).figures] == ["life-posts"]
    assert "No post is a year old" in section(young).said[0]
