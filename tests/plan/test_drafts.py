"""A draft against a later version of it."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.plan.drafts import compare, counts, last_paragraph, last_touched
from inkwright.text.markdown import parse_text

BEFORE = (
    "---\ntitle: A\n---\n\nThe cache drops the oldest page first.\n\nThis goes away for good now.\n\n## End\n\nBye."
)
AFTER = "---\ntitle: B\n---\n\nThe cache drops the largest page first.\n\n## End\n\nBye.\n\n- one\n- two\n"
WORDS = st.sampled_from(["a", "cache", "drops", "pages", "now", "and", "then"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1).map(" ".join))


def test_paragraphs_are_kept_reworked_added_and_cut() -> None:
    found = compare(parse_text(BEFORE), parse_text(AFTER))
    assert [(one.change, one.after or one.before, one.line) for one in found] == [
        ("reworked", "The cache drops the largest page first.", 5),
        ("cut", "This goes away for good now.", 5),
        ("same", "## End", 7), ("same", "Bye.", 9), ("added", "- one", 11), ("added", "- two", 12),
    ]  # fmt: skip
    assert [(piece.mark, piece.text) for piece in found[0].pieces] == [
        ("", "The cache drops the "), ("-", "oldest "), ("+", "largest "), ("", "page first."),
    ]  # fmt: skip


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_versions_can_be_told_from_the_comparison(old: list[str], new: list[str]) -> None:
    found = compare(parse_text("\n\n".join(old)), parse_text("\n\n".join(new)))
    assert [one.before for one in found if one.before] == old
    assert [one.after for one in found if one.after] == new
    for one in found:
        if one.pieces:
            assert "".join(piece.text for piece in one.pieces if piece.mark != "+") == one.before
            assert "".join(piece.text for piece in one.pieces if piece.mark != "-") == one.after


def test_lines_broken_elsewhere_are_no_change_but_in_code_they_are() -> None:
    prose = compare(parse_text("One two\nthree.\n\n- a\n  b\n"), parse_text("One\ntwo three.\n\n- a b\n"))
    assert [one.change for one in prose] == ["same", "same"]
    code = compare(parse_text("```\na b\n```\n"), parse_text("```\na\nb\n```\n"))
    assert "same" not in [one.change for one in code]


def test_plans_and_marks_are_no_paragraphs() -> None:
    assert compare(parse_text("<!-- plan\n- a\n-->\n"), parse_text("<!-- plan\n- b\n-->\n")) == ()


def test_counts() -> None:
    found = counts(parse_text("# T\n\nOne two. Three four five six.\n\n```py\nx\n```\n\nA [link](u).\n"))
    assert (found.words, found.sentences, found.mean_sentence) == (9, 3, 2.7)
    assert (found.paragraphs, found.headings, found.fences, found.links) == (2, 1, 1, 1)
    assert counts(parse_text("")).words == 0


def test_the_paragraph_worked_on_last() -> None:
    before, after = parse_text("One.\n\nTwo.\n\nThree.\n"), parse_text("One.\n\nTwo and\na half.\n\nThree.\n")
    assert last_touched(before, after) == "Two and a half."
    assert last_touched(before, before) == ""
    noted = parse_text("One.[^a]\n\n[^a]: A note.\n")
    assert last_touched(noted, parse_text("One more.[^a]\n\n[^a]: A note.\n")) == "One more.[^a]"
    assert last_paragraph(after) == "Three." and last_paragraph(parse_text("## H\n")) == ""
