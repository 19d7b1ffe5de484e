"""The life of a post, recomputed the plain way."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.day_kinds import Days
from inkwright.measure.life import EDGES, FEWEST, life, together, uncounted, year_of

OUT = "2025-01-01"
OLD = "2026-11-21"


def day(age):
    return (date.fromisoformat(OUT) + timedelta(age)).isoformat()


def days(views):
    """{(age, kind): count} -> what one source counted."""
    found = {}
    for (age, kind), count in views.items():
        found.setdefault(day(age), {})[kind] = count
    return Days(found, frozenset({"log"}))


EVERY = [day(age) for age in range(700)]


def lived(views, today=OLD, watched=EVERY):
    return life("x", "X", OUT, days(views), watched, today)


def half(one, kind):
    return next(half for half in one.halves if half.kind == kind)


def test_a_share_dies_in_days_and_search_lives_for_months():
    views = {(0, "social"): 300, (1, "social"): 80, (2, "social"): 20}
    views |= {(age, "search"): 2 for age in range(365)}
    one = lived(views)
    assert (half(one, "social").days, half(one, "search").days, half(one, "all").views) == (1, 183, 1130)
    assert [(period.label, period.views) for period in one.periods[:2]] == [
        ("week 1", {"search": 14, "social": 400}), ("week 2", {"search": 14}),
    ]  # fmt: skip
    assert one.periods[4].label == "month 2" and one.periods[-1].label == "year 2"
    assert (one.missing, one.notes, one.views) == ("", (), 1130)


def test_a_young_post_is_told_so_far():
    one = lived({(0, "direct"): 12, (5, "direct"): 30}, today=day(6))
    assert [period.label for period in one.periods] == ["week 1"]
    assert (half(one, "all").days, half(one, "all").so_far, one.age) == (6, True, 6)
    assert not half(lived({(0, "direct"): 12}, today=day(364)), "all").so_far


def test_behind_the_last_reading_nothing_is_known():
    """A gap between readings is a quiet blog; a month behind the last one may be a log that nobody handed in yet."""
    views = {(age, "search"): 1 for age in range(340)}
    one = lived(views, watched=EVERY[:340])
    assert (one.missing, half(one, "all").days, half(one, "all").so_far) == ("", 170, True)
    assert one.notes == (f"nobody counted by day since {day(339)}, so what came later is not known",)
    assert year_of([(one, days(views))]) == ([], 0)
    assert [row.label for row in together([one], EVERY[:340])][-1] == "month 11"
    assert one.periods[-1].label == "month 12"
    bridged = lived(views, watched=[*EVERY[:340], day(368)])
    assert not half(bridged, "all").so_far and together([bridged], [*EVERY[:340], day(368)])[-1].label == "month 12"


def test_too_few_views_have_no_half():
    one = lived({(0, "direct"): FEWEST - 1, (0, "search"): 1})
    assert half(one, "all").days == 1 and half(one, "direct").days is None
    assert half(one, "search").why == "1 view is too few"


@pytest.mark.parametrize(
    ("watched", "why"),
    [([], "nobody counted by day in its first year"),
     (EVERY[40:], f"nobody counted by day before {day(40)}, 40 days after it came out"),
     ([*EVERY[:100], *EVERY[200:]], f"nobody counted by day from {day(100)} to {day(199)}"),
     (EVERY[:300], f"nobody counted by day from {day(300)} to {day(364)}"),
     ([day(-20), *EVERY[10:]], ""), ([day(-40), *EVERY[10:]],
      f"nobody counted by day before {day(10)}, 10 days after it came out"), (EVERY[::30], "")],
)  # fmt: skip
def test_what_nobody_counted_is_said_and_nothing_concluded(watched, why):
    one = lived({(50, "direct"): 100}, watched=watched)
    assert one.missing == why and (half(one, "all").days is None) == bool(why)


def test_what_is_not_told_and_what_came_before():
    one = lived({(-3, "direct"): 4, (0, "untold"): 9})
    assert (one.early, one.views) == (4, 9)
    assert one.notes == (
        "no source tells by day where the readers of 9 views came from (a log, GoatCounter and Umami do)",
        "4 views before its date are left out",
    )
    (note,) = lived({(0, "untold"): 9}).notes
    assert "where the readers came from" in note


@pytest.mark.parametrize("published", ["", "soon", "2027-01-01"])
def test_a_post_without_a_day_has_no_life(published):
    assert life("x", "X", published, days({(0, "direct"): 1}), EVERY, OLD) is None


VIEWS = st.dictionaries(
    st.tuples(st.integers(-5, 900), st.sampled_from(["search", "social", "direct", "untold"])), st.integers(1, 400),
    max_size=60,
)  # fmt: skip


@given(VIEWS, st.integers(0, 800))
def test_each_number_is_what_counting_the_plain_way_gives(views, age):
    views = {key: count for key, count in views.items() if key[0] <= age}
    one = lived(views, today=day(age), watched=[day(no) for no in range(901)])
    assert one.views == sum(count for (no, _), count in views.items() if no >= 0)
    assert one.early == sum(count for (no, _), count in views.items() if no < 0)
    assert sum(sum(period.views.values()) for period in one.periods) == one.views
    for period in one.periods:
        inside = Counter()
        for (no, kind), count in views.items():
            if period.first <= no and (period.last is None or no <= period.last):
                inside[kind] += count
        assert period.views == dict(inside) and period.first in EDGES and period.first <= age
    for each in one.halves:
        line = sorted(
            no for (no, kind), count in views.items() if 0 <= no < 365 and each.kind in ("all", kind)
            for _ in range(count)
        )  # fmt: skip
        assert each.views == len(line) and each.so_far == (age < 364)
        assert each.days == (line[(len(line) - 1) // 2] + 1 if len(line) >= FEWEST else None)


def test_posts_together_count_only_those_that_lived_through_a_period():
    old = lived({(0, "search"): 10, (400, "direct"): 7})
    young = life("y", "Y", "2026-11-01", Days({"2026-11-01": {"search": 4}}), EVERY, OLD)
    unwatched = life("z", "Z", "2020-01-01", Days({"2026-11-01": {"search": 4}}), EVERY, OLD)
    rows = {row.label: row for row in together([old, young, unwatched], EVERY)}
    assert (rows["week 1"].posts, rows["week 1"].per_post) == (2, {"search": 7.0})
    assert (rows["month 2"].posts, rows["month 2"].per_post) == (1, {})
    assert "later" not in rows and "year 2" not in rows
    halves, posts = year_of([(old, days({(0, "search"): 10, (400, "direct"): 7})), (young, Days())])
    assert posts == 1 and [(half.kind, half.views, half.days) for half in halves] == [("all", 10, 1), ("search", 10, 1)]
    assert year_of([(young, Days())]) == ([], 0)


@given(st.sets(st.integers(0, 900), max_size=60), st.lists(st.integers(0, 400), min_size=1, max_size=5))
def test_a_period_counts_the_posts_that_were_counted_throughout(seen, begun):
    """Told from the gaps once for all periods; here from each day."""
    first = date(2023, 1, 1)
    watched = [(first + timedelta(no)).isoformat() for no in sorted(seen)]
    out = [(first + timedelta(no)).isoformat() for no in begun]
    today = (first + timedelta(900)).isoformat()
    lives = [life(str(no), "T", day, Days({day: {"search": 3}}), watched, today) for no, day in enumerate(out)]
    found = {row.last: row.posts for row in together([one for one in lives if one], watched)}
    for last in [edge - 1 for edge in EDGES[1:]]:
        end = [(date.fromisoformat(day) + timedelta(last)).isoformat() for day in out]
        there = sum(
            to <= max(watched, default="") and not uncounted(watched, day, to) for day, to in zip(out, end, strict=True)
        )
        assert found.get(last, 0) == there
