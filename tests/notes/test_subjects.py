from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.subjects import leading, subjects_of, table_of

PAGE = "# a comment\nBread: flour, ~salt, sour dough,\n    rye\nSea: ~salt, tide\n"


def test_terms_stand_under_their_first_stem_with_what_they_say():
    table = table_of(PAGE)
    assert set(table) == {"flour", "salt", "sour", "rye", "tide"}
    assert table["sour"][0].stems == ("sour", "dough") and table["rye"][0].subjects == ("Bread",)
    assert table["salt"][0].subjects == ("Bread", "Sea") and table["salt"][0].weight < 0.4 < table["flour"][0].weight
    assert table_of("") == {}


def test_two_notes_on_one_subject_need_no_word_in_common():
    one = subjects_of("Warp divergence", "Lanes of a warp disagree.")
    other = subjects_of("Coalescing", "A bank conflict in shared memory, seen in Nsight.")
    assert max(one, key=one.get) == max(other, key=other.get) == "GPU programming"
    assert subjects_of("Late again", "It rained.") == {} and subjects_of("", "") == {}


def test_a_word_in_passing_makes_no_subject():
    assert "GPU programming" not in subjects_of("Garden", "The kernel of a plum.")


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_has_subjects_of_strength_one_at_most(text, title):
    found = subjects_of(title, text)
    assert all(0 < value <= 1 for value in found.values()) and sum(v * v for v in found.values()) <= 1.0001


def test_the_subject_that_leads_most():
    both = [{"a": 0.9, "b": 0.1}, {"a": 0.5}, {}]
    assert leading(both, 0.6) == "a" and leading(both, 0.7) == "" and leading([], 0.5) == ""
    assert leading([{}, {}], 0.5) == ""
