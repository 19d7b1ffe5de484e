import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.programme import programme, progress
from inkwright.model.programme import PostFacts

COUNTS = {"workspaces": 1, "ideas": 5, "papers this month": 1, "posts in three months": 6}


def post(name, words, day="2026-11-01", published=True, **parts):
    there = dict.fromkeys(("snippets", "diagrams", "tables", "numbers"), 0) | parts
    return PostFacts(name, f"posts/{name}.md", day, published, words, **there)


FIRST = post("first", 400)
TUTORIAL = post("tutorial", 1_700, snippets=3, diagrams=1)
COMPARISON = post("comparison", 1_100, tables=1, numbers=4)


def states(posts, counts=COUNTS):
    return {one.step.name: one.state for one in progress(programme(), posts, counts)}


def test_from_zero_the_place_comes_first():
    found = progress(programme(), (), {})
    assert [one.state for one in found] == ["next", *["open"] * (len(found) - 1)]
    assert all(one.evidence == "" for one in found)


def test_through():
    found = progress(programme(), (FIRST, TUTORIAL, COMPARISON), COUNTS)
    assert {one.state for one in found} == {"done"}
    said = {one.step.name: (one.evidence, one.path) for one in found}
    assert said["tutorial"] == ("1,700 words, 3 snippets, 1 diagram", "posts/tutorial.md")
    assert said["comparison"] == ("1,100 words, 1 table, 4 bound numbers", "posts/comparison.md")
    assert said["ideas"] == ("5", "") and said["place"] == ("", "")


def test_what_is_nearly_there_says_what_it_lacks():
    near = post("near", 1_300, snippets=1, published=False)
    found = {one.step.name: one for one in progress(programme(), (FIRST, near), COUNTS)}
    assert found["tutorial"].state == "next" and found["tutorial"].path == ""  # three things lack: that is not near
    near = post("near", 1_300, snippets=1, diagrams=1, published=False)
    found = {one.step.name: one for one in progress(programme(), (FIRST, near), COUNTS)}
    assert found["tutorial"].evidence == "1,300 words, 1 snippet, 1 diagram; lacks 100 words, publishing"
    assert found["tutorial"].path == "posts/near.md"


def test_one_post_is_one_step():
    both = post("both", 1_700, snippets=1, diagrams=1, tables=1, numbers=1)
    assert states((both,))["tutorial"] == "done" and states((both,))["comparison"] == "open"
    assert states((both,))["first"] == "next"


def test_a_goal_is_next_once_all_else_is_done():
    found = states((FIRST, TUTORIAL, COMPARISON), COUNTS | {"posts in three months": 3})
    assert found["habit"] == "next"
    found = states((FIRST, TUTORIAL, COMPARISON), COUNTS | {"papers this month": 0, "posts in three months": 3})
    assert (found["paper"], found["habit"]) == ("next", "open")


@pytest.mark.parametrize("step", programme(), ids=lambda step: step.name)
def test_every_step_says_what_to_do(step):
    assert step.command.startswith("inkwright ") and step.title and step.what and step.days
    assert (step.post is None) == bool(step.counts and step.at_least)


FEW = st.integers(0, 2)
MADE = st.builds(
    post, st.uuids().map(str), st.integers(0, 5_000), published=st.booleans(),
    snippets=FEW, diagrams=FEW, tables=FEW, numbers=FEW,
)  # fmt: skip


@given(st.lists(MADE))
def test_at_most_one_step_is_next_and_no_post_counts_twice(posts):
    found = progress(programme(), posts, COUNTS)
    assert [one.state for one in found].count("next") <= 1
    used = [one.path for one in found if one.state == "done" and one.path]
    assert len(used) == len(set(used))
