import pytest

from inkwright.model.topic import Member
from inkwright.notes.topic_kind import ROLES, kind_of
from inkwright.plan.templates import kinds


def members(*titles, kind="note"):
    return [Member(title, title, 1, title, kind) for title in titles]


@pytest.mark.parametrize(
    ("titles", "post"),
    [
        (("Triton vs CUDA", "Block sizes"), "comparison"),
        (("Comparing orjson and msgspec",), "comparison"),
        (("How to profile a kernel", "Nsight on a server", "Occupancy"), "tutorial"),
        (("You should not mock the clock", "Clocks in tests"), "opinion"),
        (("Why is fsync slow", "The page cache"), "deep-dive"),
        (("A slip with cron", "Cron and time zones"), "what-i-learned"),
        (("One", "Two", "Three", "Four", "Triton vs CUDA"), "deep-dive"),
        ((), "what-i-learned"),
    ],
)
def test_titles_say_which_post_they_want(titles, post):
    assert kind_of(members(*titles)).post == post


def test_one_paper_wants_a_summary_and_the_reason_names_it():
    found = kind_of([*members("The Tail at Scale", kind="paper"), *members("Hedged requests")])
    assert found.post == "paper-summary" and '"The Tail at Scale"' in found.why
    two = kind_of([*members("One paper", "Another paper", kind="paper")])
    assert two.post != "paper-summary"


def test_each_kind_is_a_template_and_has_a_role():
    assert set(ROLES) <= set(kinds()) and all(ROLES.values())
