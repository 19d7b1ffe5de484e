"""What readers used of themes, recomputed with the standard library's statistics."""

from math import exp, log
from statistics import mean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.use import first_views, metric_of, themes
from inkwright.model.what_next import PostUse

T95 = {1: 12.706205, 2: 4.302653, 3: 3.182446, 4: 2.776445, 5: 2.570582, 6: 2.446912, 7: 2.364624, 8: 2.306004}
"""Student's quantiles as tables have them."""


def post(no, themes, **values):
    return PostUse(str(no), f"Post {no}", "2026-01-01", themes, values)


def many(theme, counts, start=0, metric="views"):
    return [post(start + no, (theme,), **{metric: count}) for no, count in enumerate(counts)]


def test_the_best_theme_is_the_one_that_is_surely_good():
    found = themes(
        [*many("GPU", [300, 320, 280]), *many("Prose", [20, 30, 25], 10), *many("Luck", [9000], 20)], "views"
    )
    assert [(one.theme, one.posts, one.verdict) for one in found] == [
        ("GPU", 3, "overlap"), ("Prose", 3, "less"), ("Luck", 1, "unknown"),
    ]  # fmt: skip
    assert found[2].per_post["views"].low is None and found[0].others["views"].posts == 4


def test_a_theme_that_all_posts_have_stands_beside_nothing():
    (found,) = themes(many("GPU", [3, 4, 5]), "views")
    assert found.others == {} and found.verdict == "unknown" and found.per_post["views"].posts == 3


def test_case_is_of_no_account_and_a_tag_said_twice_counts_once():
    found = themes([post(1, ("gpu", "GPU"), views=3), post(2, ("Gpu",), views=5), post(3, ())], "views")
    assert [(one.theme, one.posts) for one in found] == [("GPU", 2)]


def test_what_nobody_counted_is_not_nought():
    found = themes([post(1, ("a",), views=3, likes=2), post(2, ("a",), views=5), post(3, ("b",))], None)
    assert found[0].per_post["likes"].posts == 1 and found[1].per_post == {}
    assert {one.verdict for one in found} == {"unknown"}


def test_it_is_ranked_by_what_was_counted_of_six_posts():
    likes = [post(no, ("a",), likes=1, **({"views": 3} if no < 5 else {})) for no in range(6)]
    assert metric_of(likes) == "likes" and metric_of(likes[:5]) is None and metric_of([]) is None
    assert metric_of([*likes, post(7, ("a",), views=1)]) == "views"


@pytest.mark.parametrize(
    ("published", "today", "watched", "views"),
    [("2026-01-01", "2026-02-01", ["2026-01-01", "2026-01-31"], 5), ("2026-01-01", "2026-02-01", ["2026-01-01"], None),
     ("2026-01-01", "2026-01-30", ["2026-01-01"], None),
     ("2026-01-01", "2026-01-31", ["2026-01-01", "2026-01-30"], 5), ("2026-01-01", "2026-03-01", ["2026-01-20"], None),
     ("2026-01-01", "2026-03-01", [], None), ("", "2026-03-01", ["2026-01-01"], None)],
)  # fmt: skip
def test_only_first_days_that_are_over_and_were_counted_are_compared(published, today, watched, views):
    days = {"2025-12-31": 100, "2026-01-01": 2, "2026-01-30": 3, "2026-01-31": 100}
    assert first_views(days, published, watched, today) == views


def test_two_counts_and_what_is_too_early_have_no_interval():
    two = themes([*many("GPU", [30, 900]), *many("Prose", [20, 30, 25], 10)], "views")
    assert {one.theme: one.per_post["views"].high is None for one in two} == {"GPU": True, "Prose": False}
    assert {one.verdict for one in two} == {"unknown"}
    early = themes([*many("Prose", [200, 300, 250]), *many("GPU", [20, 30, 25], 10)], None)
    assert [(one.theme, one.per_post["views"].low, one.others["views"].low) for one in early] == [
        ("GPU", None, None), ("Prose", None, None),
    ]  # fmt: skip
    assert early[0].per_post["views"].value == pytest.approx(24.7, abs=0.1)


COUNTS = st.lists(st.integers(0, 5000), min_size=3, max_size=9)


@given(COUNTS, COUNTS)
def test_each_number_is_what_the_textbook_gives(ours, theirs):
    found = {one.theme: one for one in themes([*many("a", ours), *many("b", theirs, 100)], "views")}
    ends = {}
    for theme, counts, other in (("a", ours, "b"), ("b", theirs, "a")):
        logs = [log(count + 1) for count in counts]
        spread = max(variance(logs), 1 / exp(mean(logs)))
        reach = T95[len(counts) - 1] * (spread / len(counts)) ** 0.5
        ends[theme] = max(exp(mean(logs) - reach) - 1, 0), exp(mean(logs) + reach) - 1
        got = found[theme].per_post["views"]
        assert found[other].others["views"] == got and got.posts == len(counts)
        assert got.value == pytest.approx(exp(mean(logs)) - 1, abs=0.051)
        assert (got.low, got.high) == (pytest.approx(ends[theme][0], rel=1e-4, abs=0.051),
                                       pytest.approx(ends[theme][1], rel=1e-4, abs=0.051))  # fmt: skip
    a, b = (found[name].per_post["views"] for name in "ab")
    assert found["a"].verdict == ("more" if a.low > b.high else "less" if a.high < b.low else "overlap")
