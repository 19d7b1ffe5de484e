"""Bullets moved, added and dropped: their own lines change and not one byte else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.outline import Outline
from inkwright.model.post import Metadata
from inkwright.plan.moves import add, drop, find_place, move
from inkwright.plan.outline import outline
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

POST = """---
title: T
---

## One
<!-- section: one 100-150 -->
<!-- plan
Q: Why?
- alpha
  - nested under alpha
    and its second line
- beta [[note]]
-->

Prose of one, untouched.

## Two
<!-- section: two 100-150 -->
<!-- plan
- gamma
-->

## Three

Prose of three.
"""


def read(text: str, path: str = "a.md") -> tuple[Document, Outline]:
    document = parse_text(text, path)
    return document, outline(document, Metadata(), None)


def moved(text: str, source: str, target: str, path: str = "a.md") -> str:
    document, plan = read(text, path)
    return apply(text, move(document, find_place(plan, source), find_place(plan, target)))


def bullets(text: str, path: str = "a.md") -> list[list[str]]:
    return [[bullet.text for bullet in section.bullets] for section in read(text, path)[1].sections]


def test_a_bullet_travels_with_what_is_nested_under_it() -> None:
    after = moved(POST, "1/1", "2")
    lines = "- alpha\n  - nested under alpha\n    and its second line\n"
    assert after == POST.replace(lines, "").replace("- gamma\n", "- gamma\n" + lines)
    assert bullets(after) == [["beta"], ["gamma", "alpha"], []]


@pytest.mark.parametrize(
    ("source", "target", "order"),
    [
        ("1/2", "2/1", [["alpha"], ["beta", "gamma"], []]),
        ("1/2", "1/1", [["beta", "alpha"], ["gamma"], []]),
        ("1/1", "1/2", [["beta", "alpha"], ["gamma"], []]),
        ("1/1", "one", [["beta", "alpha"], ["gamma"], []]),
        ("two/1", "One", [["alpha", "beta", "gamma"], [], []]),
        ("Two/1", "thr", [["alpha", "beta"], [], ["gamma"]]),
        ("1/1", "1/1", [["alpha", "beta"], ["gamma"], []]),
        ("1/2", "1", [["alpha", "beta"], ["gamma"], []]),
    ],
)
def test_where_it_lands(source: str, target: str, order: list[list[str]]) -> None:
    assert bullets(moved(POST, source, target)) == order


def test_standing_still_changes_nothing() -> None:
    assert moved(POST, "1/1", "1/1") == POST
    assert moved(POST, "2/1", "2") == POST


def test_a_section_without_a_plan_gets_one() -> None:
    after = moved(POST, "2/1", "3")
    assert after == POST.replace("- gamma\n", "").replace("## Three\n", "## Three\n<!-- plan\n- gamma\n-->\n")
    mdx = moved(POST.replace("<!--", "{/*").replace("-->", "*/}"), "2/1", "3", "a.mdx")
    assert "## Three\n{/* plan\n- gamma\n*/}\n" in mdx


def test_add_and_drop() -> None:
    document, plan = read(POST)
    added = apply(POST, add(document, find_place(plan, "1/2"), "a new\npoint", "kv"))
    assert added == POST.replace("- beta", "- a new point [[kv]]\n- beta")
    document, plan = read(added)
    assert apply(added, drop(document, find_place(plan, "1/2"))) == POST
    with pytest.raises(UsageError, match="needs a text"):
        add(document, find_place(plan, "1"), "  ")


def test_the_end_of_a_section_mark_is_where_a_first_plan_goes() -> None:
    text = "## A\n<!-- section: a 10-20 -->\n\nWords.\n"
    document, plan = read(text)
    after = apply(text, add(document, find_place(plan, "a"), "x"))
    assert after == "## A\n<!-- section: a 10-20 -->\n<!-- plan\n- x\n-->\n\nWords.\n"


@pytest.mark.parametrize(
    "text",
    ["## A", "## A\n", "## A\n\nWords", "## A\n<!-- plan -->\n", "## A\n<!-- plan\n-->", "A\n=\n", "## A\r\n\r\nB\r\n"],
)
def test_a_bullet_can_be_added_anywhere(text: str) -> None:
    document, plan = read(text)
    after = apply(text, add(document, find_place(plan, "1"), "x"))
    assert bullets(after) == [["x"]]
    assert read(after)[1].sections[0].words == plan.sections[0].words
    assert after.count("\r\n") == after.count("\n") or "\r" not in text


def test_opening_without_a_heading_holds_bullets_too() -> None:
    text = "---\ntitle: T\n---\n\nJust words.\n"
    document, plan = read(text)
    after = apply(text, add(document, find_place(plan, "0"), "x"))
    assert bullets(after) == [["x"]]
    assert read(after)[1].words == 2


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("9", "no section `9`"),
        ("nowhere", "no section"),
        ("1/7", "has no bullet 7"),
        ("1/x", "no bullet's number"),
        ("", "no section"),
    ],
)
def test_places_that_are_not_there(place: str, said: str) -> None:
    document, plan = read(POST)
    with pytest.raises(UsageError, match=said):
        drop(document, find_place(plan, place))


words = st.from_regex(r"[a-z]{2,8}( [a-z]{2,8}){0,3}", fullmatch=True)
nested = st.lists(words, max_size=2)
plans = st.lists(st.lists(st.tuples(words, nested), max_size=4), min_size=2, max_size=4)


def written(plan: list[list[tuple[str, list[str]]]], newline: str, prose: str) -> str:
    lines: list[str] = []
    for number, section in enumerate(plan, 1):
        lines += [f"## Part {number}", f"<!-- section: p{number} 10-20 -->", "<!-- plan", "Q: what?"]
        for at, (text, below) in enumerate(section):
            lines += [f"- {text} {number}.{at}", *(f"  - {child}" for child in below)]
        lines += ["-->", "", prose, ""]
    return newline.join(lines)


@given(plans, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "Some prose.", "```\n- no bullet\n```"]), st.data())
@settings(max_examples=150, deadline=None)
def test_a_move_keeps_every_other_line(
    plan: list[list[tuple[str, list[str]]]], newline: str, prose: str, data: st.DataObject
) -> None:
    text = written(plan, newline, prose)
    full = [number for number, section in enumerate(plan, 1) if section]
    if not full:
        return
    source = data.draw(st.sampled_from(full))
    bullet = data.draw(st.integers(1, len(plan[source - 1])))
    target = data.draw(st.integers(1, len(plan)))
    place = data.draw(st.integers(0, len(plan[target - 1])))
    after = moved(text, f"{source}/{bullet}", f"{target}/{place}" if place else str(target))

    assert sorted(after.split(newline)) == sorted(text.split(newline)), "lines were changed, lost or added"
    expected = [
        [f"{words} {number}.{at}" for at, (words, _) in enumerate(section)] for number, section in enumerate(plan, 1)
    ]
    taken = expected[source - 1].pop(bullet - 1)
    goal = expected[target - 1]
    goal.insert(len(goal) if not place else place - 1, taken)
    assert bullets(after) == expected

    back = moved(after, f"{target}/{goal.index(taken) + 1}", f"{source}/{bullet}")
    if source == target or bullet < len(plan[source - 1]):
        assert back == text
    assert bullets(back) == bullets(text) or bullet == len(plan[source - 1])


@given(plans, words, st.sampled_from(["\n", "\r\n"]), st.data())
@settings(max_examples=100, deadline=None)
def test_what_is_added_can_be_dropped_again(
    plan: list[list[tuple[str, list[str]]]], text: str, newline: str, data: st.DataObject
) -> None:
    before = written(plan, newline, "Prose.")
    section = data.draw(st.integers(1, len(plan)))
    document, found = read(before)
    after = apply(before, add(document, find_place(found, str(section)), text))
    document, found = read(after)
    last = len(found.sections[section - 1].bullets)
    assert found.sections[section - 1].bullets[-1].text == text
    assert apply(after, drop(document, find_place(found, f"{section}/{last}"))) == before


def test_a_post_without_sections_says_where_its_plan_is() -> None:
    document, plan = read("---\ntemplate: none\n---\n\n<!-- plan\n- a\n-->\n")
    with pytest.raises(UsageError, match=r"no section `3`\. This post has none; 0 is the plan of the whole post"):
        drop(document, find_place(plan, "3/1"))
