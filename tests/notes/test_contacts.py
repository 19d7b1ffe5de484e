import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.contact import CONTACT_KINDS, ContactRow
from inkwright.model.errors import UsageError
from inkwright.notes.contacts import by_pillar, contacts, new_contact, person, themed


def test_a_contact_is_a_line_that_people_read():
    line = new_contact("Ann Example", "asks about\ntiles", "2026-11-21", "hiring", "kv-cache")
    assert line == "- 2026-11-21 Ann Example: asks about tiles [kind:: hiring] [post:: kv-cache]"
    assert contacts(f"# Mine\n\n{line}\nnothing\n") == [
        ContactRow("2026-11-21", "Ann Example", "hiring", "asks about tiles", "kv-cache", "", 3)
    ]


def test_a_line_written_by_hand_counts_too():
    assert contacts("- 2026-11-21 Ann\n") == [ContactRow("2026-11-21", "Ann", "other", "", "", "", 1)]
    assert contacts("") == []


def test_what_cannot_be_noted_is_said():
    with pytest.raises(UsageError, match="needs a name"):
        new_contact(" \n", "x", "2026-11-21")
    with pytest.raises(UsageError, match="`fan` is no kind") as caught:
        new_contact("Ann", "x", "2026-11-21", "fan")
    assert "hiring" in caught.value.hint


@given(st.text(min_size=1), st.text(), st.sampled_from(CONTACT_KINDS), st.text(max_size=20))
def test_what_is_noted_can_be_read(who, text, kind, post):
    try:
        line = new_contact(who, text, "2026-11-21", kind, post)
    except UsageError:
        return
    assert len(line.splitlines()) == 1
    (row,) = contacts(line)
    assert row.date == "2026-11-21" and row.kind == kind


def test_people_are_counted_by_the_theme_of_the_post():
    rows = contacts(
        "- 2026-11-01 A [kind:: reply] [post:: x]\n- 2026-11-02 B [kind:: reply] [post:: x]\n"
        "- 2026-11-03 C [kind:: talk] [pillar:: Evals]\n- 2026-11-04 D\n- 2026-11-05 E [kind:: hiring] [post:: x]\n"
    )
    found = by_pillar(themed(rows, {"x": "GPU"}.__getitem__))
    assert [(one.pillar, one.contacts, one.kinds) for one in found] == [
        ("GPU", 3, (("reply", 2), ("hiring", 1))), ("Evals", 1, (("talk", 1),)), ("", 1, (("other", 1),)),
    ]  # fmt: skip
    assert by_pillar([]) == [] and themed([], str) == []


def test_whoever_writes_twice_is_one_person():
    rows = contacts(
        "- 2026-11-01 Ann Example [kind:: reply] [pillar:: GPU]\n"
        "- 2026-11-02 ann  example [kind:: reply] [pillar:: GPU]\n"
        "- 2026-11-03 Ann Example [kind:: hiring] [pillar:: GPU]\n- 2026-11-03 Ben [kind:: reply] [pillar:: GPU]\n"
    )
    (found,) = by_pillar(rows)
    assert (found.contacts, found.kinds) == (2, (("reply", 2), ("hiring", 1)))
    assert len({person(row) for row in rows}) == 2
