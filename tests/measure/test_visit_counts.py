"""Views from many files are counted once, whatever way they are cut."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.visit import Visit
from inkwright.measure.visit_counts import merge, views_of
from inkwright.model.reading import Fell, Reading, Told

DAY = "2026-11-21"
NOON = 1_795_262_400


def visit(no, who="ann", page="/a/", referrer="", seconds=0):
    return Visit(page, DAY, who, referrer, NOON + seconds + no, no)


class Kept:
    """What an importer remembers, in memory."""

    def __init__(self):
        self.values, self.marks = {}, {}

    def take(self, *visits, replace=False):
        views = views_of(visits)
        before = {
            Reading(*key): value
            for one in views.readings()
            if (value := self.values.get(key := (one.page, one.metric, 0, one.day, "day", one.referrer))) is not None
        }
        made = merge(views, self.marks, before, replace)
        for one in made.readings:
            self.values[one.page, one.metric, 0, one.day, "day", one.referrer] = one.value
        self.marks |= made.marks
        return made

    def count(self, metric="views", referrer="", page="/a/", day=DAY):
        return self.values.get((page, metric, 0, day, "day", referrer), 0)


def test_two_halves_of_a_day_add_up_and_say_so():
    kept = Kept()
    assert kept.take(visit(1), visit(2, "bob", referrer="x.com")).told == ()
    made = kept.take(visit(3, "eve", referrer="x.com"), visit(4, referrer="y.com"))
    assert (kept.count(), kept.count(referrer="x.com"), kept.count(referrer="y.com")) == (4, 2, 1)
    assert kept.count("visitors") == 4  # ann came in both
    (told,) = made.told
    assert told.what.startswith("2026-11-21 came in several files: views are added up; who reads in two")


def test_a_log_that_grew_is_counted_by_itself():
    kept = Kept()
    kept.take(visit(1), visit(2, "bob"))
    made = kept.take(visit(1), visit(2, "bob"), visit(3))
    assert (kept.count(), kept.count("visitors")) == (3, 2)
    assert made.told == (Told("2 of 3 views were counted from an earlier file already"),)


def test_a_part_of_what_is_known_changes_nothing():
    kept = Kept()
    kept.take(visit(1), visit(2, "bob", referrer="x.com"), visit(3))
    before = dict(kept.values)
    kept.take(visit(2, "bob", referrer="x.com"))
    assert kept.values == before and kept.marks


def test_a_day_that_was_counted_without_marks_keeps_the_higher_count():
    kept = Kept()
    kept.values["/a/", "views", 0, DAY, "day", ""] = 3
    made = kept.take(visit(1), visit(2))
    assert kept.count() == 3 and made.fell == (Fell(0, "/a/", "views", DAY, 3, 2),)
    kept.take(visit(1), visit(2))
    assert kept.count() == 3
    kept.take(visit(9))
    assert kept.count() == 4


def test_replaced_days_are_those_of_the_file():
    kept = Kept()
    kept.take(visit(1), visit(2), visit(3))
    made = kept.take(visit(2), replace=True)
    assert kept.count() == 1 and made.fell[0] == Fell(0, "/a/", "views", DAY, 3, 1)
    kept.take(visit(2), visit(3))
    assert kept.count() == 2


def test_with_another_time_zone_no_view_is_counted_on_two_days():
    kept = Kept()
    kept.take(visit(1), visit(2))
    kept.take(visit(1)._replace(day="2026-11-22"), visit(2)._replace(day="2026-11-22"))
    assert (kept.count(), kept.count(day="2026-11-22")) == (2, 0)
    kept.take(*(visit(no)._replace(day="2026-11-22") for no in (1, 2, 3)))
    assert (kept.count(), kept.count(day="2026-11-22")) == (2, 1)


def test_lines_that_stand_twice_in_a_file_are_named():
    found = views_of([visit(1), visit(2), visit(1)])
    assert found.doubles == [1] and [one.value for one in found.readings()] == [2, 1]
    assert list(found.told()) == [Told("left out, since an earlier one says the same", (1,))]
    assert list(views_of([]).readings()) == [] == list(views_of([]).told())


def test_views_without_a_visitor_are_of_one_each():
    assert [one.value for one in views_of([visit(1, ""), visit(2, "")]).readings()] == [2, 2]


SEEN = st.lists(
    st.builds(visit, st.integers(0, 5000), st.sampled_from(["ann", "bob", "eve"]), st.sampled_from(["/a/", "/b/"]),
              st.sampled_from(["", "x.com"])),
    unique_by=lambda one: one.at, max_size=40,
)  # fmt: skip


@given(SEEN, st.data())
def test_however_a_log_is_cut_every_view_is_counted_once(seen, data):
    """Files are any runs of one log, overlapping or not, in any order, as long as each line is in one of them."""
    seen = sorted(seen, key=lambda one: one.at)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(seen)), max_size=4)) | {0, len(seen)})
    files = [seen[a:b] for a, b in pairwise(cuts)]
    for _ in range(data.draw(st.integers(0, 3))):
        a, b = sorted((data.draw(st.integers(0, len(seen))), data.draw(st.integers(0, len(seen)))))
        files.append(seen[a:b])
    kept = Kept()
    for file in data.draw(st.permutations(files)):
        kept.take(*file)
    for page in ("/a/", "/b/"):
        here = [one for one in seen if one.page == page]
        assert kept.count(page=page) == len(here)
        assert kept.count(page=page, referrer="x.com") == sum(one.referrer == "x.com" for one in here)
        assert len({one.visitor for one in here}) <= kept.count("visitors", page=page) <= len(here)
    kept.take(*seen)
    assert kept.count() == sum(one.page == "/a/" for one in seen)


def test_the_noon_of_these_tests_is_one():
    assert datetime.fromtimestamp(NOON, UTC).isoformat() == "2026-11-21T12:00:00+00:00"
