"""Views of a day by the kind of place that readers came from."""

from inkwright.measure.day_kinds import day_kinds, watched_days
from inkwright.model.reading import Reading

DAY = "2026-10-01"


def on(value, referrer="", source="log", page="/x/", day=DAY):
    return source, Reading(page, "views", value, day, referrer=referrer)


def kinds(*found, mailed=None):
    days = day_kinds(found, lambda page: "x" if "x" in page else "", "me.example", mailed)
    return days["x"].kinds if days else {}


def test_what_has_no_referrer_is_direct_where_the_source_tells_referrers():
    found = kinds(on(9), on(4, "google.com"), on(2, "lobste.rs"), on(1, "bing.com"))
    assert found == {DAY: {"search": 5, "social": 2, "direct": 2}}


def test_a_source_that_never_tells_says_nothing_of_kinds():
    assert kinds(on(9, source="plausible")) == {DAY: {"untold": 9}}


def test_a_source_tells_from_the_first_day_on_for_which_it_did():
    found = kinds(on(9), on(1, "x.com", day="2026-10-02"), on(3, day="2026-10-03"))
    assert found == {DAY: {"untold": 9}, "2026-10-02": {"social": 1}, "2026-10-03": {"direct": 3}}


def test_who_tells_goes_before_who_does_not_then_the_lower():
    found = [on(9), on(4, "google.com"), on(5, source="plausible"), on(7, source="umami"), on(3, "x.com", "umami")]
    assert kinds(*found) == {DAY: {"social": 3, "direct": 4}}


def test_more_referrers_than_views_are_believed():
    assert kinds(on(2), on(4, "google.com")) == {DAY: {"search": 4}}


def test_places_are_added_up_and_totals_left_out():
    found = [on(9, source="plausible"), on(3, page="https://dev.to/x", source="devto"),
             ("ga", Reading("/x/", "views", 500, DAY, "total")), on(5, page="/other/")]  # fmt: skip
    assert kinds(*found) == {DAY: {"untold": 12}}
    assert watched_days(found) == [DAY] and kinds() == {}


def test_followed_links_of_own_letters_are_moved_not_added():
    found = [on(9), on(4, "google.com")]
    assert kinds(*found, mailed={("x", DAY): 3}) == {DAY: {"search": 4, "direct": 2, "newsletter": 3}}
    assert kinds(*found, mailed={("x", DAY): 8, ("x", "2026-10-02"): 1, ("y", DAY): 1}) == {
        DAY: {"search": 4, "newsletter": 5}
    }
