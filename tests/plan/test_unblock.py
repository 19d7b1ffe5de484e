"""Answers become bullets, and nothing else in the text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.outline import Outline
from inkwright.model.post import Metadata
from inkwright.plan.outline import outline
from inkwright.plan.unblock import ABOUT_A_BULLET, ABOUT_A_SECTION, Asked, ask, keep
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

PLAN = "<!-- plan\nQ: What is it?\n- first\n- ? is it so\n  - detail\n- last [[note]]\n-->\n"
POST = f"---\ntitle: A\n---\n\n## One\n{PLAN}\nProse.\n\n## Two\n"
ANSWERS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
TEXTS = st.lists(
    st.sampled_from(["## One", "<!-- plan", "-->", "- a", "- ? b", "  - c", "- [x] d", "Prose.", "", "```", "# T"]),
    max_size=12,
)


def planned(text: str) -> tuple[Document, Outline]:
    document = parse_text(text)
    return document, outline(document, Metadata(), None)


def put(text: str, said: str, place: str = "") -> str:
    document, plan = planned(text)
    return apply(text, keep(document, plan, ask(plan, place), said))


def test_an_open_question_is_asked_first_and_ticked_by_its_answer() -> None:
    assert ask(planned(POST)[1]) == Asked("One", "is it so", True, ("is it so?",))
    after = put(POST, "It is.")
    assert after == POST.replace("- ? is it so\n  - detail\n", "- [x] ? is it so\n  - detail\n- It is.\n")
    assert ask(planned(after)[1]).bullet == "first"


def test_a_bullet_and_a_section_by_place() -> None:
    plan = planned(POST)[1]
    assert ask(plan, "1/3") == Asked("One", "last", False, ABOUT_A_BULLET)
    assert ask(plan, "1") == Asked("One", "", False, ("What is it?",))
    assert ask(plan, "Two") == Asked("Two", "", False, ABOUT_A_SECTION)
    assert put(POST, "more", "1/3") == POST.replace("[[note]]\n", "[[note]]\n- more\n")
    with pytest.raises(UsageError, match="no such bullet"):
        ask(plan, "1/4")


def test_a_section_without_a_plan_gets_one() -> None:
    assert put(POST, "new", "Two") == POST + "<!-- plan\n- new\n-->\n"


def test_a_post_without_sections() -> None:
    assert put("---\ntitle: A\n---\n", "begin") == "---\ntitle: A\n---\n<!-- plan\n- begin\n-->\n\n"


def test_an_answer_cannot_end_the_comment_and_an_empty_one_does_nothing() -> None:
    assert "- a -- > b\n" in put(POST, "a --> b")
    assert put(POST, " \n ") == POST


def test_a_section_that_is_gone() -> None:
    document, plan = planned(POST)
    with pytest.raises(UsageError, match="is gone"):
        keep(document, plan, Asked("Three", "x", False, ()), "an answer")


@given(TEXTS, ANSWERS)
def test_edits_only_insert(lines: list[str], said: str) -> None:
    text = "\n".join(lines)
    document, plan = planned(text)
    edits = keep(document, plan, ask(plan), said)
    assert all(edit.span.start == edit.span.end for edit in edits)
    after = iter(apply(text, edits))
    assert all(char in after for char in text), "every character stands there still, in its order"
