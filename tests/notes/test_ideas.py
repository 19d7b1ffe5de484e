import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.note import ORIGINS, PURPOSES, Idea
from inkwright.notes.fields import one_line
from inkwright.notes.ideas import (
    age_of,
    choice,
    days,
    format_idea,
    new_idea,
    parse_idea,
    parse_ideas,
    rows,
    select,
    state_of,
)

LINE = "- 2026-11-21 KV cache surprised me [from:: paper] [purpose:: learn] [to:: storage-design]"


def test_a_line_is_read_into_its_parts_and_written_back():
    idea = parse_idea(LINE, 7)
    assert idea == Idea(
        "KV cache surprised me",
        "2026-11-21",
        (("from", "paper"), ("purpose", "learn"), ("to", "storage-design")),
        7,
    )
    assert format_idea(idea) == LINE


@pytest.mark.parametrize(
    ("line", "idea"),
    [
        ("just a thought", Idea("just a thought")),
        ("- dashed", Idea("dashed")),
        ("* starred", Idea("starred")),
        ("- [ ] open", Idea("open")),
        ("- [x] 2026-01-02 done", Idea("done", "2026-01-02", done=True)),
        ("2026-01-02", Idea("", "2026-01-02")),
        ("- 2026-01-02x no date", Idea("2026-01-02x no date")),
        ("- in [to:: a] the middle", Idea("in [to:: a] the middle", fields=(("to", "a"),))),
        ("- [[wikilink]] and [link](x) [a::b]", Idea("[[wikilink]] and [link](x)", fields=(("a", "b"),))),
        ("- std::vector [not a field] a:: b", Idea("std::vector [not a field] a:: b")),
        ("", Idea("")),
        ("-", Idea("-")),
    ],
)
def test_any_line_is_an_idea(line, idea):
    assert parse_idea(line) == idea


def test_what_is_no_idea_in_an_inbox_is_passed_over():
    text = (
        "\ufeff# Inbox\r\n\r\n- one\r\n  more about one\r\nbare two\r\n<!-- a\r\ncomment -->\r\n- [x] three\r\n"
        "```\r\ncode\r\n```\r\n---\r\n## Later\r\n- four"
    )
    assert [(idea.text, idea.line, idea.done) for idea in parse_ideas(text)] == [
        ("one", 3, False),
        ("bare two", 5, False),
        ("three", 8, True),
        ("four", 14, False),
    ]
    assert parse_ideas("") == []


_texts = st.text(max_size=40).map(one_line) | st.sampled_from(
    [
        "a [x:: y]",
        "[x:: y] b",
        "[a:: b]",
        "[ ] box",
        "- dash",
        "2024-01-01",
        "[x] t",
        "a [",
        "x [k:: v] [k:: v]",
        "* s",
        "[[n]]",
    ]
)
_fields = st.sampled_from(["paper", "learn", "a b", "ü"])


@given(
    _texts.filter(bool),
    st.sampled_from(["", *ORIGINS]),
    st.sampled_from(["", *PURPOSES]),
    st.sampled_from(["", "a b", "x[y]"]),
)
@settings(max_examples=400)
def test_what_is_captured_is_read_back_the_same(text, origin, purpose, to):
    idea = new_idea(text, "2026-11-21", origin, purpose, to)
    line = format_idea(idea)
    assert parse_idea(line) == idea
    assert format_idea(parse_idea(line)) == line
    assert "\n" not in line and line.startswith("- 2026-11-21")
    last = dict(idea.fields)
    assert not origin or last["from"] == origin
    assert not purpose or last["purpose"] == purpose


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_is_read_and_a_canonical_line_survives(text):
    for idea in parse_ideas(text):
        line = format_idea(idea)
        assert format_idea(parse_idea(line)) == line


def test_control_characters_and_line_ends_become_blanks():
    assert new_idea("a\r\nb\tc\x00d\u2028e", "2026-01-01").text == "a b c d e"


@pytest.mark.parametrize("text", ["", "  \n\t", "\x00"])
def test_an_idea_needs_a_word(text):
    with pytest.raises(UsageError, match="an idea needs at least one word"):
        new_idea(text, "2026-01-01")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("paper", "paper"), ("Debug", "debugged"), ("explained to a colleague", "explained"), ("cur", "curiosity"),
     ("concept_to_understand", "concept"), ("current work", "work"), ("compared tools", "compared"),
     ("asked", "question"), ("", "")],
)  # fmt: skip
def test_an_origin_may_be_typed_in_friendly_ways(typed, meant):
    assert choice(typed, ORIGINS, "origin") == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("bat signal", "bat-signal"), ("share knowledge", "share"), ("dis", "disagree")]
)
def test_a_purpose_may_be_typed_in_friendly_ways(typed, meant):
    assert choice(typed, PURPOSES, "purpose") == meant


def test_an_unknown_or_ambiguous_word_lists_the_known_ones():
    for typed in ("boredom", "co", "learn"):
        with pytest.raises(UsageError, match=r"there is no origin .* Choose one of: debugged, paper, compared"):
            choice(typed, ORIGINS, "origin")


@pytest.mark.parametrize(
    ("typed", "number"), [("30d", 30), ("2w", 14), ("3m", 90), ("1y", 365), ("7", 7), ("0d", 0), ("2 weeks", 14)]
)
def test_lengths_of_time(typed, number):
    assert days(typed) == number


@pytest.mark.parametrize("typed", ["", "d", "-3d", "3x", "1.5w", "999999d"])
def test_what_is_no_length_of_time(typed):
    with pytest.raises(UsageError, match="no length of time"):
        days(typed)


def test_age_and_state():
    assert age_of(Idea("a", "2026-11-20"), "2026-11-21") == 1
    assert age_of(Idea("a"), "2026-11-21") is None
    assert age_of(Idea("a", "2026-13-45"), "2026-11-21") is None
    assert [state_of(parse_idea(line)) for line in ("- a", "- [x] a", "- a [to:: p]")] == ["open", "used", "used"]


def test_old_open_ideas_come_back_first():
    text = (
        "- 2026-11-01 b [from:: paper]\n- 2026-10-01 a\n- 2026-09-01 used [to:: x]\n- undated\n- 2026-11-20 new\n"
        "- [x] 2026-01-01 ticked\n- 2026-10-01 c\n"
    )
    found = list(rows(parse_ideas(text), "2026-11-21"))
    assert [row.text for row in select(found, stale=20)] == ["a", "c", "b"]
    assert [row.text for row in select(found, origin="paper")] == ["b"]
    assert [row.text for row in select(found, to="x")] == ["used"]
    assert len(select(found)) == 7


def test_what_is_asked_for_wins_over_what_stands_in_the_text() -> None:
    idea = new_idea("x [from:: paper]", "2026-01-02", "work")
    assert idea.field("from") == "work"
