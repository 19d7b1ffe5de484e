"""A post is known again by its words, and nothing is guessed where two fit."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.record import Former
from inkwright.plan.identity import KEPT, followed, mark

PARTS = [f"Paragraph {n} speaks of the cache number {n} and of what it keeps for us." for n in range(6)]
BODY = "\n\n".join(PARTS)


def marked(parts: list[str], title: str = "On caches", date: str = "") -> dict[str, object]:
    return mark("\n\n".join(parts), title, date)


def test_the_same_words_are_the_same_post_whatever_their_line_ends() -> None:
    there = {"new": mark(BODY.replace("\n", "\r\n") + "\n", "On caches", "")}
    assert followed({"old": marked(PARTS)}, there, ["new"]) == {"new": Former("old")}


def test_two_of_six_paragraphs_and_the_title_written_anew_are_the_same_post() -> None:
    there = {"new": marked([*PARTS[:4], *(f"Something else entirely stands here now, part {n}." for n in "ab")], "New")}
    assert followed({"old": marked(PARTS)}, there, ["new"]) == {"new": Former("old")}


def test_five_of_six_paragraphs_written_anew_are_another_post_unless_title_and_date_are_the_same() -> None:
    other = [PARTS[0], *(f"Something else entirely stands here now, part {n}." for n in "abcde")]
    lost = {"old": marked(PARTS, date="2026-11-02")}
    assert followed(lost, {"new": marked(other, date="2026-11-03")}, ["new"]) == {}
    assert followed(lost, {"new": marked(other, date="2026-11-02")}, ["new"]) == {"new": Former("old")}


def test_two_copies_are_named_and_neither_is_taken() -> None:
    there = {"a": marked(PARTS), "b": marked(PARTS)}
    doubt = Former("", ("old",), ("a", "b"))
    assert followed({"old": marked(PARTS)}, there, ["a", "b"]) == {"a": doubt, "b": doubt}
    assert followed({"old": marked(PARTS)}, there, ["b"]) == {"b": doubt}, "a copy with its own record is one too"


def test_the_very_words_win_over_words_that_are_alike() -> None:
    there = {"same": marked(PARTS), "alike": marked(PARTS[:5])}
    assert followed({"old": marked(PARTS)}, there, ["same", "alike"]) == {"same": Former("old")}


def test_two_records_for_one_post_are_named() -> None:
    lost = {"old": marked(PARTS), "older": marked(PARTS)}
    assert followed(lost, {"new": marked(PARTS)}, ["new"]) == {"new": Former("", ("old", "older"), ("new",))}


def test_a_text_without_a_paragraph_is_like_no_other() -> None:
    assert followed({"old": mark("", "", "")}, {"new": mark("Short.", "", "")}, ["new"]) == {}
    assert followed({"old": {}}, {"new": {}}, ["new"]) == {}


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=40, max_size=60), max_size=30), st.text())
def test_every_text_is_known_again_by_itself(parts: list[str], title: str) -> None:
    one = mark("\n\n".join(parts), title, "")
    assert followed({"old": one}, {"new": one}, ["new"]) == {"new": Former("old")}
    assert len(one.get("parts", [])) <= KEPT
