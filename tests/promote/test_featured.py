"""Texts for a profile's shelf never exceed its bounds."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.promote.featured import ADDRESS, TEXT, TITLE, featured


def test_the_first_sentence_that_fits_is_taken():
    found = featured("T", ["x" * (TEXT + 1), "Fits.", "Fits, too."], "https://me.example/")
    assert (found.title, found.text, found.url) == ("T", "Fits.", "https://me.example/")


def test_a_long_title_is_cut_after_a_clause_else_after_a_word():
    assert featured(f"What we learned: {'a very long tail of words ' * 5}", [], "").title == "What we learned"
    cut = featured("word " * 30, [], "").title
    assert cut.endswith("word…") and len(cut) <= TITLE


@given(st.text(), st.lists(st.text()), st.text())
def test_nothing_is_longer_than_it_may_be(title, sentences, url):
    found = featured(title, sentences, url)
    assert len(found.title) <= TITLE and len(found.text) <= TEXT and len(found.url) <= ADDRESS
    assert found.text in ("", *sentences) and found.url in ("", url)
