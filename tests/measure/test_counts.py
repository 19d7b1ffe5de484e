"""Which count goes where several sources counted the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.counts import Counts, Key
from inkwright.measure.post_readings import referrers_of
from inkwright.model.reading import Reading

VIEWS = Key("x", "own site", "views")
OUT = "2026-10-01"


def on(day, value, source="log", page="/x/", referrer="", metric="views"):
    return source, Reading(page, metric, value, day, referrer=referrer)


def total(day, value, source="ga", page="/x/", referrer="", metric="views"):
    return source, Reading(page, metric, value, day, "total", referrer)


def counts(*found):
    return Counts(found, lambda page: "x" if "x" in page else "", "me.example")


def settled(*found, key=VIEWS, published=OUT):
    return counts(*found).settled(key, published)


def days(first, number):
    return [(date.fromisoformat(first) + timedelta(no)).isoformat() for no in range(number)]


def test_a_log_of_one_day_says_nothing_about_a_month():
    found = settled(on("2026-11-20", 1), total("2026-11-20", 30))
    assert (found.value, found.sources) == (30, ("ga",))
    assert found.disagree == (
        "views on own site: up to 2026-11-20 ga counts 30 in all, log 1 by day; "
        "the total counts, since only 1 day was watched",
    )


def test_a_log_of_every_day_goes_before_a_total():
    logged = [on(day, 1) for day in days(OUT, 50)]
    found = settled(*logged, total("2026-11-19", 80))
    assert (found.value, found.sources) == (50, ("log",))
    assert found.disagree[0].endswith("the days count, since nearly every day was watched")


def test_days_on_which_only_other_pages_were_read_were_watched_too():
    logged = [on(day, 1, page="/other/") for day in days(OUT, 50)]
    assert settled(*logged, on("2026-10-05", 4), total("2026-11-19", 80)).value == 4
    assert settled(on("2026-10-05", 4), total("2026-11-19", 80)).value == 80


def test_a_lower_total_may_be_of_a_shorter_time():
    found = settled(on("2026-10-05", 400), total("2026-11-20", 30))
    assert (found.value, found.sources) == (400, ("log",))
    assert found.disagree[0].endswith("the days count, since the total is lower and may be of a shorter time")


def test_days_after_a_total_are_added_to_it():
    found = settled(on("2026-11-20", 1), on("2026-11-21", 7), on("2026-11-22", 2), total("2026-11-20", 30))
    assert (found.value, found.sources) == (39, ("ga", "log"))


def test_who_changes_the_tool_loses_nothing_and_a_day_in_common_counts_once():
    found = settled(on("2026-10-01", 5), on("2026-10-02", 9), on("2026-10-02", 6, "plausible"),
                    on("2026-10-03", 4, "plausible"))  # fmt: skip
    assert (found.value, found.sources) == (15, ("log", "plausible"))
    assert found.disagree == ("views on own site: on 1 day log counts 9, plausible 6; of each day the lower counts",)


def test_sources_that_nearly_agree_are_not_named():
    assert settled(on(OUT, 10), on(OUT, 9, "plausible")).disagree == ()


def test_of_two_totals_the_higher_goes():
    found = settled(total("2026-11-20", 30), total("2026-11-21", 50, "umami"))
    assert (found.value, found.sources) == (50, ("umami",))
    assert found.disagree == ("views on own site: ga counts 30 in all, umami 50; the higher counts",)


def test_of_totals_of_one_page_the_highest_goes_and_pages_are_added_up():
    found = [total("2026-11-01", 9), total("2026-11-20", 12), total("2026-11-20", 3, page="/old-x/")]
    assert settled(*found).value == 15
    named = [total("2026-11-01", 9, "devto", "https://dev.to/x#title=A"), total("2026-11-02", 9, "devto",
             "https://dev.to/x#title=B")]  # fmt: skip
    assert settled(*named, key=Key("x", "dev.to", "views")).value == 9


def test_three_sources_that_disagree_are_one_sentence():
    found = settled(on(OUT, 9, "log"), on(OUT, 6, "plausible"), on(OUT, 3, "umami"))
    said = "on 1 day log counts 9, plausible 6, umami 3; of each day the lower counts"
    assert found.disagree == (f"views on own site: {said}",)
    found = settled(on(OUT, 9, "log"), on(OUT, 6, "plausible"), on("2026-10-02", 1, "plausible"),
                    on("2026-10-02", 3, "umami"))  # fmt: skip
    said = "on 1 day log counts 9, plausible 6; on 1 day plausible counts 1, umami 3; of each day the lower counts"
    assert found.disagree == (f"views on own site: {said}",)


def test_counts_by_referrer_stand_in_only_where_a_day_has_no_count_of_all():
    found = settled(on(OUT, 9), on(OUT, 5, referrer="lobste.rs"), on("2026-10-02", 3, referrer="x.com"),
                    on("2026-10-02", 2, referrer="lobste.rs"))  # fmt: skip
    assert found.value == 14 and found.days == {OUT: 9, "2026-10-02": 5}


def test_clicks_in_a_search_are_none_in_a_mail():
    found = counts(total("2026-11-20", 31, "search-console", referrer="google.com", metric="clicks"),
                   total("2026-11-20", 3, "ghost", metric="clicks"))  # fmt: skip
    assert found.keys() == [Key("x", "google.com", "clicks"), Key("x", "own site", "clicks")]
    assert found.settled(found.keys()[1]).value == 3


@pytest.mark.parametrize("published", ["", "soon", "2027-01-01", "2026-13-01"])
def test_a_post_whose_day_is_not_known(published):
    assert settled(on("2026-10-01", 1), total("2026-11-20", 30), published=published).value == 30
    assert settled(total("2026-11-20", 30), published=published).value == 30


def test_totals_by_referrer_are_not_added_up_over_their_days():
    found = [total("2026-11-01", 31, referrer="google.com"), total("2026-12-01", 40, referrer="www.google.com")]
    assert referrers_of(found, lambda page: "x") == {"x": {"google.com": 40}}


READINGS = st.lists(
    st.builds(
        lambda source, day, value, over: (source, Reading("/x/", "views", value, day, over)),
        st.sampled_from(["a", "b", "c"]), st.sampled_from(days(OUT, 9)), st.integers(0, 50),
        st.sampled_from(["day", "total"]),
    ),
    unique_by=lambda pair: (pair[0], pair[1].day, pair[1].over),
)  # fmt: skip


@given(READINGS, st.randoms())
def test_the_order_of_readings_changes_nothing_and_no_count_is_made_up(found, random):
    if not found:
        return
    first = settled(*found)
    again = list(found)
    random.shuffle(again)
    assert settled(*again) == first
    assert set(first.sources) <= {source for source, _ in found}
    most = sum(one.value for _, one in found)
    least = max((min(one.value for _, one in found if one.day == day and one.over == "day") for day in first.days),
                default=0)  # fmt: skip
    assert least <= first.value <= most


@given(st.lists(st.integers(0, 100), min_size=1, max_size=9))
def test_a_source_that_counts_all_that_another_counts_adds_nothing(values):
    found = [on(day, value) for day, value in zip(days(OUT, 9), values, strict=False)]
    twice = [("copy", one) for _, one in found]
    assert settled(*found, *twice).value == settled(*found).value == sum(values)
