"""What a writer says of a post is read back as it was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.notes.fields import field_value, one_line
from inkwright.notes.reflections import QUESTIONS, new_reflection, reflections


@given(st.text(), st.text("abc-/é[]", min_size=1), st.sampled_from([one.name for one in QUESTIONS]))
def test_written_is_read(text, post, asked):
    if not one_line(text):
        with pytest.raises(UsageError, match="nothing in the answer"):
            new_reflection(text, "2026-11-22", asked, post)
        return
    line = new_reflection(text, "2026-11-22", asked, post)
    assert "\n" not in line
    if "::" not in text:
        (found,) = reflections(f"# Mine\n{line}\n")
        assert (found.date, found.asked, found.text, found.line) == ("2026-11-22", asked, one_line(text), 2)
        assert found.post == field_value(post)


def test_other_lines_are_none():
    assert reflections("# Mine\n\n- no date [asked:: learned] [post:: a]\n- 2026-01-01 no fields\ntext\n") == []
