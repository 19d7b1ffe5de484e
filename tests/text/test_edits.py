import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.errors import EditError
from inkwright.model.finding import Edit
from inkwright.model.span import Span
from inkwright.text.edits import apply, clash, difference, moved, non_overlapping, unified_diff


def edit(start, end, text=""):
    return Edit(Span(start, end), text)


@st.composite
def texts_with_edits(draw):
    """A text, and edits at any places: some overlap."""
    text = draw(st.text(max_size=40))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    edits = [edit(min(s), max(s), t) for s, t in draw(st.lists(st.tuples(spans, st.text(max_size=5)), max_size=6))]
    return text, edits


def test_replaces_inserts_and_deletes_in_any_order():
    assert apply("one two three", [edit(8, 13, "3"), edit(0, 3, "1"), edit(4, 4, "and "), edit(7, 8)]) == "1 and two3"


def test_no_edits_give_the_same_object():
    text = "x" * 1000
    assert apply(text, []) is text


def test_insertions_at_one_place_keep_their_order_and_stand_before_a_replacement_there():
    assert apply("abc", [edit(1, 2, "B"), edit(1, 1, "1"), edit(1, 1, "2")]) == "a12Bc"


@pytest.mark.parametrize(
    "edits",
    [[edit(0, 2, "x"), edit(1, 3, "y")], [edit(0, 3, "x"), edit(1, 1, "y")], [edit(0, 1), edit(0, 1)]],
)
def test_overlapping_edits_are_refused(edits):
    with pytest.raises(EditError, match="overlap"):
        apply("abcdef", edits)


@pytest.mark.parametrize("bad", [edit(-1, 2), edit(2, 9), edit(3, 2)])
def test_edits_outside_the_text_are_refused(bad):
    with pytest.raises(EditError, match="outside"):
        apply("abc", [bad])


@given(texts_with_edits())
@settings(max_examples=200)
def test_apply_equals_editing_backwards_or_raises(case):
    text, edits = case
    ordered = sorted(edits, key=lambda e: (e.span.start, e.span.end))
    if any(clash(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :]):
        with pytest.raises(EditError):
            apply(text, edits)
        return
    expected = text
    for one in reversed(ordered):
        expected = expected[: one.span.start] + one.text + expected[one.span.end :]
    assert apply(text, edits) == expected


@given(texts_with_edits())
@settings(max_examples=200)
def test_non_overlapping_always_applies_and_keeps_the_first(case):
    text, edits = case
    taken = non_overlapping(edits)
    apply(text, taken)
    assert not edits or edits[0] in taken
    assert all(one in taken or any(clash(one, other) for other in taken) for one in edits)


@given(texts_with_edits())
@settings(max_examples=200)
def test_non_overlapping_leaves_out_what_clashes_with_one_taken_before(case):
    _, edits = case
    taken = []
    for one in edits:
        if one not in taken and not any(clash(one, other) for other in taken):
            taken.append(one)
    assert non_overlapping(edits) == sorted(taken, key=lambda one: (one.span.start, one.span.end))


@given(texts_with_edits())
@settings(max_examples=200)
def test_what_stands_outside_the_edits_is_found_where_moved_says(case):
    text, edits = case
    edits = non_overlapping(edits)
    changed = apply(text, edits)
    for offset, char in enumerate(text):
        if not any(one.span.start <= offset < one.span.end for one in edits):
            assert changed[moved(offset, edits)] == char


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=200)
def test_difference_turns_one_text_into_the_other(before, after):
    edits = difference(before, after)
    assert apply(before, edits) == after
    assert bool(edits) == (before != after)


def test_difference_is_as_small_as_it_can_be():
    assert difference("the quick fox", "the slow fox") == (edit(4, 9, "slow"),)


def test_unified_diff_shows_the_changed_lines():
    assert unified_diff("a.md", "one\ntwo\n", "one\n2\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"
    assert unified_diff("a.md", "same", "same") == ""


def test_unified_diff_tells_of_a_missing_last_line_end():
    assert unified_diff("a", "x", "x\n").endswith("-x\n\\ No newline at end of file\n+x\n")


def test_a_form_feed_ends_no_line_in_a_diff():
    assert "-a\fb\n" in unified_diff("a", "a\fb\n", "c\n")
