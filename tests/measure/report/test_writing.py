"""Writing on the page."""

from msgspec.structs import replace
from tests.measure.report.read_page import figures
from tests.measure.report.sample import EMPTY, FULL, MONTHS

from inkwright.measure.report.render import page
from inkwright.measure.report.writing import section
from inkwright.model.session import Habits, HourRate, MonthCount


def test_hours() -> None:
    found = figures(page(FULL))["writing-hours"]
    assert found.drawn() == [("06:00 (n = 4 sessions)", 570), ("21:00 (n = 2 sessions)", 290)]
    assert found.column("Begun at") == [6, 21] and found.column("Words an hour") == [570, 290]
    assert found.column("Sessions (n)") == [4, 2]


def test_hours_are_not_shown_before_a_speed_is_known() -> None:
    few = Habits(1, 60, 500, None, (), (HourRate(6, 1, 60, 500, 500),), (), "too little is known: 1 session")
    found = section(replace(FULL, habits=few))
    assert "writing-hours" not in [figure.id for figure in found.figures]
    assert "Too little is known: 1 session." in found.said


def test_the_year_has_its_days_and_no_others() -> None:
    found = figures(page(FULL))["writing-year"]
    assert found.texts("Day") == ["2026-11-02", "2026-11-01", "2026-10-12", "2026-10-10", "2026-01-05"]
    assert found.column("Minutes") == [140, 60, None, 145, None]
    assert found.column("Posts") == [1, None, 1, None, 1]
    assert set(found.told()) == {
        "2026-11-02: 140 minutes, 1 post", "2026-11-01: 60 minutes", "2026-10-12: 1 post", "2026-10-10: 145 minutes",
        "2026-01-05: 1 post",
    }  # fmt: skip


def test_months_of_posts_and_drafts() -> None:
    found = figures(page(FULL))["writing-months"]
    drawn = dict(found.drawn())
    assert {f"{month}, posts published": float(count) for month, count in MONTHS}.items() <= drawn.items()
    drafts = {label: value for label, value in drawn.items() if label.endswith("drafts ended")}
    assert drafts == {"2026-10, drafts ended": 1, "2026-11, drafts ended": 1}
    assert found.texts("Month")[:2] == ["2026-11", "2026-10"] and len(found.rows) == 12
    assert found.column("Posts published")[::-1] == [count for _, count in MONTHS]
    assert found.column("Hours")[:3] == [200, 145, None] and found.column("Words")[:2] == [1900, 700]


def test_a_month_of_the_log_beyond_the_calendar_is_in_the_table() -> None:
    old = replace(FULL.habits, months=(MonthCount("2019-03", 1, 30, 200, 0), *FULL.habits.months))
    found = figures(page(replace(FULL, habits=old)))["writing-months"]
    assert found.rows[-1][0][0] == "2019-03" and found.column("Posts published")[-1] is None
    assert dict(found.drawn())["2025-12, drafts ended"] == 0


def test_nothing_written() -> None:
    found = section(EMPTY)
    assert found.figures == () and len(found.said) == 2
    assert "No session" in found.said[0] and "No post" in found.said[1]


def test_the_next_step_is_said() -> None:
    assert section(FULL).said[-1] == "A little beyond what you do anyway: one in 19 days, by 2026-11-21."


def test_a_year_of_posts_alone_says_nothing_of_writing() -> None:
    found = section(replace(FULL, minutes={}))
    (year,) = [figure for figure in found.figures if figure.id == "writing-year"]
    assert year.said == ("3 posts published.",)
