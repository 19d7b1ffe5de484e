from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.portfolio import BEGIN, END, months_after, put_block, readme_block, shelves, target
from inkwright.model.errors import UsageError
from inkwright.model.portfolio import ShownPost

DAY = date(2026, 11, 21)


def post(name, day="2026-11-01", **more):
    return ShownPost(name, name.title(), day, f"https://me.example/{name}/", **more)


def test_the_goal_runs_from_the_first_post_of_the_last_three_months():
    found = target(["2026-01-01", "2026-10-10", "2026-11-07", ""], "2026-11-21")
    assert (found.begin, found.end, found.done, found.left) == ("2026-10-10", "2027-01-10", 2, 4)
    assert found.due == ("2026-12-03", "2026-12-16", "2026-12-28", "2027-01-10")


def test_who_has_no_post_yet_begins_today():
    found = target([], "2026-11-21")
    assert (found.begin, found.end, found.done, found.left) == ("2026-11-21", "2027-02-21", 0, 6)
    assert found.due[-1] == "2027-02-21"


def test_a_start_from_which_it_cannot_be_done_is_let_go():
    """Two posts in a day are no plan: the next post is a better beginning."""
    found = target(["2026-08-22", "2026-10-10", "2026-11-07", "2026-11-21"], "2026-11-21")
    assert (found.begin, found.done, found.left) == ("2026-10-10", 3, 3)


def test_a_goal_that_is_reached_asks_for_nothing():
    days = [f"2026-10-{day:02}" for day in range(1, 8)]
    assert target(days, "2026-11-21").due == ()
    assert target(days, "2026-11-21").done == 7


def test_a_start_may_be_named_but_not_in_the_future():
    found = target(["2026-10-05", "2026-09-30"], "2026-11-21", goal=2, since="2026-10-01")
    assert (found.begin, found.end, found.done, found.left) == ("2026-10-01", "2027-01-01", 1, 1)
    with pytest.raises(UsageError, match="yet to come"):
        target([], "2026-11-21", since="2026-12-01")


def test_three_months_that_are_over_ask_for_nothing_more():
    over = target(["2026-01-05"], "2026-11-21", goal=2, since="2026-01-01")
    assert (over.end, over.done, over.left, over.due, over.over) == ("2026-04-01", 1, 1, (), True)
    last = target([], "2026-04-01", goal=2, since="2026-01-01")
    assert (last.over, last.due) == (False, ("2026-04-01", "2026-04-01"))
    reached = target(["2026-01-05"], "2026-04-02", goal=1, since="2026-01-01")
    assert (reached.over, reached.left) == (True, 0)


@given(st.lists(st.integers(0, 300)), st.integers(1, 12))
def test_no_plan_asks_for_more_than_a_post_a_week_unless_nothing_else_is_left(ages, goal):
    days = [(DAY - timedelta(age)).isoformat() for age in ages]
    found = target(days, DAY.isoformat(), goal)
    assert found.done + found.left >= goal and list(found.due) == sorted(found.due)
    assert all(DAY.isoformat() <= day <= found.end for day in found.due)
    assert found.begin <= DAY.isoformat() <= found.end
    if found.due and found.begin != DAY.isoformat():
        assert (date.fromisoformat(found.end) - DAY).days >= 7 * found.left


def test_months_end_where_the_month_does():
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_posts_stand_on_a_shelf_for_each_thing_they_show():
    a, b, c = post("a", roles=("ML Engineer", "ml engineer")), post("b", roles=("SRE", "ML engineer")), post("c")
    found = shelves((a, b, c), lambda one: one.roles)
    assert [(shelf.name, shelf.posts) for shelf in found] == [("ML Engineer", (a, b)), ("SRE", (b,))]
    assert shelves((), lambda one: one.roles) == ()


def test_a_readme_lists_posts_as_links():
    titled = ShownPost("x", "Why [x] costs *2*", "2026-11-01", "https://me.example/x/")
    assert readme_block([titled]).splitlines() == [
        BEGIN, "- [Why \\[x\\] costs \\*2\\*](https://me.example/x/) · 2026-11-01", END,
    ]  # fmt: skip
    assert "no post is published yet" in readme_block([])


@given(st.text(), st.text(), st.booleans())
def test_nothing_outside_the_two_lines_changes(before, after, windows):
    line_end = "\r\n" if windows else "\n"
    before, after = (part.replace("<", "") for part in (before, after))
    text = f"{before}{line_end}{BEGIN}{line_end}old{line_end}{END}{line_end}{after}"
    found = put_block(text, readme_block([post("a")]))
    assert found.startswith(before + line_end + BEGIN) and found.endswith(END + line_end + after)
    assert put_block(found, readme_block([post("a")])) == found


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}\n{BEGIN}", f"{BEGIN}\n{BEGIN}\n{END}", f"{BEGIN}{END}{END}"])
def test_a_readme_without_a_place_says_what_to_add(text):
    with pytest.raises(UsageError, match="has no place") as caught:
        put_block(text, readme_block([]))
    assert BEGIN in caught.value.hint and END in caught.value.hint
