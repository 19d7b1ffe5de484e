"""A year of days: which days are drawn, where, how dark, and with which words."""

from datetime import date, timedelta
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.chart_frame import WIDTH
from inkwright.render.year_strip import LEVELS, WEEKS, Year, first_day, year_strip

SVG = "{http://www.w3.org/2000/svg}"
LAST = "2026-11-21"


def drawn(shaded, marked, last=LAST):
    return fromstring(year_strip(Year(shaded, marked, last, "minutes", "post", "A year"), "year", "told"))


def told(tree, tag):
    return {one[0].text: one for one in tree.iter(f"{SVG}{tag}") if len(one)}


def test_it_begins_on_a_monday_a_year_ago() -> None:
    assert first_day("2026-11-21") == "2025-11-17" and first_day("2026-11-16") == "2025-11-17"
    assert date.fromisoformat(first_day(LAST)).weekday() == 0


def test_days_outside_are_left_out() -> None:
    tree = drawn(
        {"2025-11-16": 5, "2025-11-17": 6, LAST: 7, "2026-11-22": 8, "2026-11-20": 0}, {"2026-11-22": 1, LAST: 2}
    )
    assert set(told(tree, "rect")) == {"2025-11-17: 6 minutes", f"{LAST}: 7 minutes, 2 posts"}
    assert set(told(tree, "circle")) == {f"{LAST}: 7 minutes, 2 posts"}


def test_darker_is_more_and_the_key_says_how_much() -> None:
    tree = drawn({"2026-11-02": 1, "2026-11-03": 30, "2026-11-04": 75, "2026-11-05": 100}, {})
    found = told(tree, "rect")
    days = ((2, 1), (3, 30), (4, 75), (5, 100))
    shades = [found[f"2026-11-0{day}: {count} minutes"].attrib["fill-opacity"] for day, count in days]
    assert shades == list(LEVELS)
    assert "up to 100 minutes a day" in [one.text for one in tree.iter(f"{SVG}text")]


def test_a_year_of_posts_alone_has_no_key_of_minutes() -> None:
    words = [one.text for one in drawn({}, {LAST: 1}).iter(f"{SVG}text")]
    assert "post" in words and not any("minutes" in word for word in words)


@pytest.mark.parametrize("last", ["2026-11-16", "2026-11-22", "2024-02-29", "2025-01-01"])
def test_every_day_has_its_place(last: str) -> None:
    begin = date.fromisoformat(first_day(last))
    days = [(begin + timedelta(at)).isoformat() for at in range((date.fromisoformat(last) - begin).days + 1)]
    found = told(drawn(dict.fromkeys(days, 1), {}, last), "rect")
    places = {(one.attrib["x"], one.attrib["y"]) for one in found.values()}
    assert len(found) == len(places) == len(days)
    assert len({x for x, _ in places}) == WEEKS and len({y for _, y in places}) == 7
    for name, one in found.items():
        rows = sorted({float(other.attrib["y"]) for other in found.values()})
        assert rows.index(float(one.attrib["y"])) == date.fromisoformat(name[:10]).weekday()


@given(st.dictionaries(st.dates(date(2025, 1, 1), date(2027, 1, 1)).map(str), st.integers(0, 10**9)))
def test_it_stays_in_its_frame(counts: dict[str, int]) -> None:
    tree = drawn(counts, counts)
    height = float(tree.attrib["viewBox"].split()[3])
    for one in tree.iter(f"{SVG}rect"):
        assert float(one.attrib["x"]) >= 0 and float(one.attrib["x"]) + float(one.attrib["width"]) <= WIDTH
        assert float(one.attrib["y"]) + float(one.attrib["height"]) <= height
