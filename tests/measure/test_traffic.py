"""Two quarters of views, and whose readers went away."""

from datetime import date, timedelta

import pytest

from inkwright.measure.traffic import Lately, Quarters, lately, quarters
from inkwright.model.reading import Reading
from inkwright.model.stale import Fall

TODAY = "2026-11-21"
Row = tuple[str, Reading]


@pytest.mark.parametrize(
    ("views", "found"),
    [
        ({}, Quarters(0, 0)),
        ({"2026-11-20": 10, "2026-07-01": 100}, Quarters(10, 100)),
        ({"2026-07-01": 100}, Quarters(0, 100)),
        ({"2026-08-23": 1, "2026-08-22": 60, "2026-05-24": 7, "2026-05-23": 7}, Quarters(1, 67)),
        ({"2026-11-21": 3, "2026-11-22": 5}, Quarters(3, 0)),
    ],
)
def test_a_quarter_has_91_days(views: dict[str, int], found: Quarters) -> None:
    assert quarters(views, TODAY) == found


def days(page: str, source: str, before: int, now: int, last: str = TODAY) -> list[Row]:
    """So many views a day up to 91 days before today, and from then on."""
    end = date.fromisoformat(TODAY)
    found = [((end - timedelta(back)).isoformat(), now if back < 91 else before) for back in range(182)]
    return [(source, Reading(page, "views", count, day)) for day, count in found if count and day <= last]


def fell(*rows: Row) -> dict[str, Fall | None]:
    posts = {"/x/": "x", "/y/": "y", "https://dev.to/x": "x"}
    return {post: one.fell for post, one in lately(rows, lambda page: posts.get(page, ""), "me.example", TODAY).items()}


def test_less_than_half_of_what_was_enough() -> None:
    assert fell(*days("/x/", "log", 10, 4)) == {"x": Fall(364, 910, ("log",))}
    assert fell(*days("/x/", "log", 10, 5)) == {"x": None}
    some = [("log", Reading("/x/", "views", count, day)) for day, count in (("2026-08-01", 49), ("2026-08-20", 0))]
    assert fell(*some, *days("/y/", "log", 1, 1)) == {"x": None, "y": None}
    one_more = [("log", Reading("/x/", "views", 50, "2026-08-01"))]
    assert fell(*one_more, *days("/y/", "log", 1, 1))["x"] == Fall(0, 50, ("log",))


def test_nothing_left_is_a_fall_where_the_source_goes_on() -> None:
    gone = days("/x/", "log", 10, 0)
    assert fell(*gone) == {"x": None}
    assert fell(*gone, *days("/about/", "log", 1, 1)) == {"x": Fall(0, 910, ("log",))}
    assert fell(*gone, *days("/about/", "log", 1, 1, "2026-10-20")) == {"x": None}, "nobody read the log for a month"
    assert fell(*gone, *days("/about/", "other", 1, 1)) == {"x": None}


def test_a_second_source_hides_no_fall_and_makes_none() -> None:
    main = days("/x/", "log", 10, 1)
    assert fell(*main, *days("/x/", "tiny", 1, 1)) == {"x": Fall(91, 910, ("log",))}
    assert fell(*main, *days("https://me.example/x", "tiny", 1, 1)) == {"x": Fall(91, 910, ("log",))}
    assert fell(*days("/x/", "log", 10, 10), *days("/x/", "tiny", 2, 0), *days("/y/", "tiny", 1, 1))["x"] is None
    assert fell(*days("/x/", "old tool", 10, 0), *days("/x/", "new tool", 0, 3)) == {"x": None}, "the tool was changed"


def test_places_are_added_up() -> None:
    moved = [*days("/x/", "log", 10, 2), *days("https://dev.to/x", "devto", 1, 9)]
    assert fell(*moved) == {"x": None}
    both = [*days("/x/", "log", 10, 2), *days("https://dev.to/x", "devto", 5, 1)]
    assert fell(*both) == {"x": Fall(273, 1365, ("devto", "log"))}


def test_views_are_those_that_go_and_totals_and_other_metrics_are_left_out() -> None:
    rows = [*days("/x/", "log", 10, 4), *days("/x/", "plausible", 10, 3)]
    rows += [("log", Reading("/x/", "likes", 9, TODAY)), ("log", Reading("/x/", "views", 9999, TODAY, "total"))]
    found = lately(rows, {"/x/": "x"}.__getitem__, "", TODAY)
    assert found["x"] == Lately(273, Fall(364, 910, ("log",)))
    assert lately([], str, "", TODAY) == {}
