"""What lets a document pass without a search for placeholders stands in every placeholder."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.rules.structure.placeholder import _PLACEHOLDER, _SPELLED, _is_spoken, check
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text


@given(st.from_regex(_PLACEHOLDER))
def test_a_placeholder_holds_what_is_looked_for_first(text: str) -> None:
    found = _PLACEHOLDER.search(text)
    assert found
    document = parse_text(f"Text.\n\n{found[0]}", "post.md")
    inner = parse_text(f"TODO: fill in.\n\n{found[0]}", "post.md")  # is searched, whatever the rest is
    shown = [document.slice(one.span) for one in check(document, Context())]
    assert shown == [inner.slice(one.span) for one in check(inner, Context())][1:]


def test_each_kind_is_found_in_a_document_of_its_own() -> None:
    for gap in (
        "TBC",
        "tktk",
        "[citation needed]",
        "[link to the numbers]",
        "[link here]",
        "Lorem ipsum",
        "XX ms",
        "???",
    ):
        assert list(check(parse_text(f"It took {gap}.", "post.md"), Context())), gap


@given(st.from_regex(_SPELLED))
def test_a_gap_told_in_words_holds_what_is_looked_for_first(text: str) -> None:
    found = _SPELLED.search(text)
    assert found
    assert _is_spoken(found[0])


def test_words_about_gaps_are_no_gaps() -> None:
    for said in (
        "Click the button (shown here) to add a picture.",
        "A PLACEHOLDER stands in the form.",
        "The section that is to be written by the reader comes last.",
        "The cells (numbers in bold) are ours; see [the list here](list.md).",
    ):
        assert not list(check(parse_text(said, "post.md"), Context())), said
