"""What is said of rows before they are kept."""

from msgspec.structs import replace

from inkwright.measure.taking_in import (
    Posts,
    before_the_post,
    early_told,
    kept_high,
    known_otherwise,
    named_otherwise,
    places_told,
)
from inkwright.model.reading import Fell, Reading, Told, Unread

DAY = "2026-11-20"
POSTS = Posts(lambda page: page.strip("/").rpartition("/")[2] if page else "", {"a": "2026-11-01"}, "me.example")


def row(line, page="/posts/a/", value=3, day=DAY, **more):
    return Reading(page, "views", value, day, line=line, **more)


def test_the_higher_value_stays_and_what_fell_is_named():
    before = {replace(row(0), value=0): 5, replace(row(0, day="2026-11-19"), value=0): 2}
    found, fell = kept_high([row(2), row(3, day="2026-11-19"), row(4, page="/b/")], before, replaced=False)
    assert [one.value for one in found] == [5, 3, 3]
    assert fell == [Fell(2, "/posts/a/", "views", DAY, 5, 3)]
    assert kept_high([row(2)], before, replaced=True) == ([row(2)], fell)
    assert kept_high([], before, replaced=False) == ([], [])


def test_days_before_a_post_are_refused_or_told():
    early, total = row(3, day="2026-10-31"), row(4, day="2026-10-31", over="total")
    assert before_the_post([row(2), early, total, row(5, page="/b/", day="2020-01-01")], POSTS) == (
        [row(2), total, row(5, page="/b/", day="2020-01-01")],
        [Unread(3, "2026-10-31 is before `a` came out on 2026-11-01; --early takes it")],
    )
    assert [one.what[:22] for one in early_told([row(2), early], POSTS)] == ["1 reading is of a day "]
    assert early_told([row(2), total], POSTS) == []


def test_names_of_one_post_are_told_where_they_add_up():
    rows = [row(2), row(3, page="a"), row(4, page="a", day="2026-11-19"), row(5, page="https://dev.to/x/a")]
    (told,) = named_otherwise(rows, POSTS, "table")
    assert told.lines == (3,)
    assert named_otherwise(rows, POSTS, "medium") == []  # a bare name is read at Medium, a path on the own site


def test_names_of_earlier_files_are_told_where_they_add_up():
    known = [row(0, page="a"), row(0, page="a", over="total", day="2026-11-02"), row(0, page="b")]
    (told,) = known_otherwise([row(2), row(3, day="2026-11-19"), row(4, over="total")], known, POSTS, "table")
    assert told == Told("added to what an earlier file counted of the post as `a`", (2, 4))
    for rows, before in (([row(2)], []), ([], known), ([row(2, page="a")], known), ([row(2)], [row(0)])):
        assert known_otherwise(rows, before, POSTS, "table") == []


def test_places_are_told_where_there_are_several():
    rows = [row(2), row(3, page="https://me.example/posts/a/"), row(4, page="https://www.dev.to/x")]
    assert places_told(rows, "table", "me.example") == [Told("read at own site (2), dev.to (1); places are added up")]
    many = [row(no, page=f"https://h{no}.example/") for no in range(1, 8)]
    assert places_told(many, "table", "")[0].what.endswith("and 2 more places; places are added up")
    assert places_told([row(2)], "table", "") == places_told([], "table", "") == []
