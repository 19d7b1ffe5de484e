from inkwright.measure.lead_time import lead_time, usual
from inkwright.model.cadence import LeadTime


def test_days_are_counted_back_from_publishing():
    sessions = [("2026-11-05", 30, 400), ("2026-11-04", 45, 300)]
    found = lead_time("x", "X", "2026-11-21T09:00:00+01:00", ["2026-10-22"], sessions, "2026-11-18")
    assert found == LeadTime("x", "X", "2026-11-21", 30, 17, 3, 75, 700)


def test_what_is_not_known_or_came_after_is_none():
    assert lead_time("x", "X", "", [], [], "") == LeadTime("x", "X", "", None, None, None, 0, 0)
    found = lead_time("x", "X", "2026-11-01", [], [("2026-11-05", 30, 40)], "2026-11-06")
    assert (found.from_idea, found.from_start, found.from_draft, found.minutes) == (None, None, None, 30)


def test_without_an_idea_the_first_session_is_the_beginning():
    assert lead_time("x", "X", "2026-11-11", [""], [("2026-11-01", 5, 9)], "").from_idea == 10


def test_the_middle_of_what_is_known():
    rows = [LeadTime("a", "A", "d", 10, None, None, 60, 1), LeadTime("b", "B", "d", 30, None, None, 0, 0),
            LeadTime("c", "C", "d", None, None, None, 120, 1)]  # fmt: skip
    assert usual(rows) == (20, 90) and usual([]) == (None, None)
