import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.paper import FIELDS, Paper
from inkwright.notes.paper_table import fields_named, paper_table
from inkwright.notes.papers import note_of


def note(**said):
    text = note_of(Paper("On rings", key="lee2020"), "2026-11-21")
    for name, words in said.items():
        text = text.replace(f"## {name}\n", f"## {name}\n\n{words}\n", 1)
    return "papers/lee2020.md", text


def test_a_row_has_the_first_paragraphs_word_for_word_and_its_holes():
    made, holes = paper_table([note(Problem="A | B\nis slow.\n\nMore.")], ("Problem", "Result"))
    assert (
        made == "| Paper | Problem | Result |\n| --- | --- | --- |\n| On rings [@lee2020] | A \\| B is slow. | TK |\n"
    )
    assert holes == (("papers/lee2020.md", "Result"),)
    assert paper_table([], FIELDS) == ("", ())


def test_fields_as_people_type_them():
    assert fields_named("result, Prob") == ("Result", "Problem") and fields_named("") == FIELDS[:-1]
    for wrong in ("nope", "m"):
        with pytest.raises(UsageError, match="papers have no field"):
            fields_named(wrong)


@given(st.text(max_size=60))
def test_any_words_make_one_row(words):
    made, _ = paper_table([note(Method=words)], ("Method",))
    assert made.count("\n") == 3 and made.replace("\\|", "").splitlines()[2].count("|") == 3
