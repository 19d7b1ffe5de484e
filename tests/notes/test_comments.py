import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.notes.comments import comments, new_comment
from inkwright.notes.fields import field_value, one_line
from inkwright.notes.ideas import format_idea, parse_ideas


def test_a_comment_is_a_line_of_the_inbox_that_names_its_post():
    idea = new_comment("Which GPU?", "2026-11-21", "kv-cache", "Ann", "https://e.org/1")
    assert format_idea(idea) == "- 2026-11-21 Which GPU? [by:: Ann] [about:: kv-cache] [link:: https://e.org/1]"
    errata = new_comment("It is 45 ms.", "2026-11-21", "kv-cache", errata=True)
    text = f"- an idea [to:: x]\n{format_idea(idea)}\n- [x] {format_idea(errata)[2:]}\n"
    rows = comments(parse_ideas(text))
    assert [(row.kind, row.state, row.by, row.line) for row in rows] == [
        ("comment", "open", "Ann", 2), ("errata", "used", "", 3),
    ]  # fmt: skip
    assert comments(parse_ideas(text), "other") == [] and comments([]) == []


def test_a_comment_needs_a_word():
    with pytest.raises(UsageError, match="a comment needs at least one word"):
        new_comment(" \n", "2026-11-21", "a")


@given(st.text(max_size=40).filter(one_line), st.text(max_size=20), st.booleans())
def test_whatever_was_said_is_listed_for_its_post(text, by, errata):
    line = format_idea(new_comment(text, "2026-11-21", "a/b", by, errata=errata))
    (row,) = comments(parse_ideas(line), "a/b")
    assert (row.post, row.kind) == ("a/b", "errata" if errata else "comment")
    assert row.by == field_value(by) or not field_value(by)
