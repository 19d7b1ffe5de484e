import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inkwright.model.paper import Paper, Passage
from inkwright.notes.paper_passages import unkept, with_passages
from inkwright.notes.papers import note_of

OLD, NEW = Passage("Only attention.", "p. 2", "Bold."), Passage("It is\nfast.", "p. 8")
NOTE = note_of(Paper("On rings", ("Ann",), passages=(OLD,)), "2026-11-21")


def test_only_what_a_note_lacks_is_new():
    assert unkept((OLD, NEW, NEW), NOTE) == (NEW,)
    struck = NOTE.replace("> Only attention.", "> ~~only **attention**.~~")
    assert unkept((OLD,), struck) == ()


def test_new_passages_stand_below_the_old_ones_with_their_page():
    assert with_passages(NOTE, (OLD, NEW)) == NOTE + "\n> It is\n> fast.\n>\n> — p. 8\n"
    assert with_passages(NOTE, (OLD,)) == NOTE


def test_a_section_after_the_passages_stays_after_them():
    text = NOTE + "\n## Afterthought\n\nMine.\n"
    made = with_passages(text, (NEW,))
    assert made.endswith("Bold.\n\n> It is\n> fast.\n>\n> — p. 8\n\n## Afterthought\n\nMine.\n")


def test_a_note_without_the_heading_gets_it_at_its_end():
    assert with_passages("Mine, no end", (NEW,)) == "Mine, no end\n\n## Passages\n\n> It is\n> fast.\n>\n> — p. 8\n"
    assert with_passages("", (Passage("x"),)) == "## Passages\n\n> x\n"


def test_a_heading_in_code_is_no_heading():
    text = "```\n## Passages\n```\n\n## Next\n\nx\n"
    assert with_passages(text, (Passage("y"),)) == text + "\n## Passages\n\n> y\n"


def test_line_ends_stay_those_of_the_file():
    made = with_passages("A\r\n\r\n## Passages\r\n\r\n## B\r\n", (NEW,))
    assert made == "A\r\n\r\n## Passages\r\n\r\n> It is\r\n> fast.\r\n>\r\n> — p. 8\r\n\r\n## B\r\n"


pieces = st.lists(
    st.sampled_from([
        "## Passages", "## Passages ##", "Passages\n---", "> old", "## Result", "# Top", "text", "- item", "```", "~~~",
        "<!-- x", "-->", "", "", "\t code", "---", "title: x", "\ufeff", "| a |\n|---|", "<div>", "1. x\n   y",
    ]), max_size=14,
)  # fmt: skip


@given(pieces, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.text(min_size=1, max_size=20))
@example(["## Passages", "<!-- x"], "\n", False, "word")
def test_nothing_that_was_there_changes_and_nothing_is_added_twice(lines, end, final, words):
    text = end.join("\n".join(lines).split("\n")) + (end if final else "")
    made = with_passages(text, (Passage(words),))
    start = next((at for at, (a, b) in enumerate(zip(text, made, strict=False)) if a != b), min(len(text), len(made)))
    added = len(made) - len(text)
    assert any(made[:at] + made[at + added :] == text for at in range(start + 1))
    assert with_passages(made, (Passage(words),)) == made


@pytest.mark.parametrize("passages", [(), (Passage(""),), (Passage("..."),)])
def test_nothing_to_add_changes_nothing(passages):
    assert with_passages(NOTE, passages) == NOTE
