"""Pasted questions, kept for answers."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.promote.questions import asked, kept, with_questions

PASTED = """People also ask

1. Why is my cache slow?
- How large is a session?   https://so.example/q/1
* [ ] Is Redis faster than memory?
Why is my cache slow?
"""


def test_lines_that_ask_are_taken_once() -> None:
    assert asked(PASTED) == [
        "Why is my cache slow?",
        "How large is a session? https://so.example/q/1",
        "Is Redis faster than memory?",
    ]
    assert asked("no question here") == []


def test_a_second_time_adds_nothing_and_ticks_stay() -> None:
    text, new = with_questions("", asked(PASTED), "Slow caches")
    assert new == 3
    ticked = text.replace("- [ ] Why is", "- [x] Why is") + "\nMy own remark.\n"
    assert with_questions(ticked, asked(PASTED), "Slow caches") == (ticked, 0)
    after, new = with_questions(ticked, ["Another one?"], "Slow caches")
    assert new == 1
    assert after.startswith(ticked)
    assert kept(after)[-1] == "Another one?"


@given(st.text(), st.text())
def test_nothing_of_the_list_is_ever_lost(text: str, pasted: str) -> None:
    after, new = with_questions(text, asked(pasted), "t")
    assert after.startswith(text)
    assert with_questions(after, asked(pasted), "t") == (after, 0)
    assert bool(new) == (after != text)
