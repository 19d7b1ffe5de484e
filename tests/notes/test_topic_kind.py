import pytest

from inkwright.model.errors import UsageError
from inkwright.model.topic import Member
from inkwright.notes.topic_kind import ROLES, SHORT, TARGETS, kind_of
from inkwright.notes.topic_signs import Said, signs
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
    assert two.post == "paper-summary" and two.why.startswith("2 of 2 come from papers")


def said(*each):
    return [signs(one) for one in each]


def test_notes_say_by_origin_purpose_folder_and_text_what_they_want():
    kinds_of = {
        "opinion": Said("Microservices", purpose="disagree"),
        "comparison": Said("Two queues", origin="compared"),
        "what-i-learned": Said("sed and newlines", path="til/sed.md"),
        "tutorial": Said("A kernel", "1. write it\n2. compile it\n3. look at it\n"),
        "paper-summary": Said("Attention", sort="paper"),
    }
    for post, one in kinds_of.items():
        assert kind_of(members(one.title), said(one)).post == post
    assert kind_of(members("Sets"), said(Said("Sets"))).why == "1 note on it, and too few say what it wants to be"


def test_a_large_topic_is_called_after_what_most_of_its_notes_do():
    texts = [Said(f"Note {no}", "That's why it is slow." if no < 8 else "") for no in range(12)]
    found = kind_of(members(*(one.title for one in texts)), said(*texts))
    assert found.post == "deep-dive" and found.why == '8 of 12 ask how it works: "Note 0" (that\'s why)'
    mixed = [*texts, Said("Redis vs Kafka")]
    assert (
        'also 1 puts things side by side: "Redis vs Kafka"'
        in kind_of(members(*(one.title for one in mixed)), said(*mixed)).why
    )


def test_many_notes_of_things_learnt_are_more_than_one_such_post_holds():
    texts = [Said(f"{'Running' if no < 3 else 'Note'} {no}", path="til/x.md") for no in range(SHORT + 1)]
    titles = members(*(one.title for one in texts))
    assert kind_of(titles[1:], said(*texts[1:])).post == "what-i-learned"
    found = kind_of(titles, said(*texts))
    assert found.post == "tutorial" and f"also {SHORT + 1} tell what was learnt" in found.why


def test_a_target_counts_for_its_kinds_and_stands_in_where_nothing_is_said():
    both = [Said("How to tile"), Said("Tiling", kind="paper"), Said("Blocks", kind="paper")]
    titles = members(*(one.title for one in both))
    assert kind_of(titles, said(*both)).post == "paper-summary"
    even = [Said("How to tile"), Said("Tiling", kind="paper")]
    assert kind_of(members("How to tile", "Tiling"), said(*even), "product").post == "tutorial"
    assert kind_of(members("How to tile", "Tiling"), said(*even), "research").post == "paper-summary"
    assert kind_of(members("a", "b", "c", "d"), target="product").post == "tutorial"
    with pytest.raises(UsageError, match="no target `bank`"):
        kind_of([], target="bank")


def test_each_kind_is_a_template_and_has_a_role():
    assert set(ROLES) <= set(kinds()) and all(ROLES.values())
    assert {post for posts in TARGETS.values() for post in posts} <= set(ROLES)
