import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.note import LogEntry
from inkwright.notes.log import format_entry, new_entry, parse_entry, parse_log

DAY = "2026-11-21"


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("- 14:05 OOM fixed [project:: triton]", LogEntry(DAY, "14:05", "OOM fixed", "triton")),
        ("- 14:05-14:50 wrote [[slug]] +612 words", LogEntry(DAY, "14:05-14:50", "wrote [[slug]] +612 words")),
        ("- 14:05 a [mood:: ok] [project:: x]", LogEntry(DAY, "14:05", "a [mood:: ok]", "x")),
        ("- 14:05", LogEntry(DAY, "14:05", "")),
        ("- no time", None),
        ("14:05 no bullet", None),
        ("# 2026-11-21", None),
        ("", None),
    ],
)
def test_a_line_is_read(line, entry):
    assert parse_entry(line, DAY) == entry
    assert entry is None or format_entry(entry) == line


def test_a_day_is_read_in_order_with_line_numbers():
    text = "\ufeff# Friday\r\n\r\n- 09:00 a\r\nsome prose\r\n- 10:00 b [project:: p]\r\n"
    assert [(entry.text, entry.project, entry.line) for entry in parse_log(text, DAY)] == [("a", "", 3), ("b", "p", 5)]


@given(
    st.text(min_size=1, max_size=40) | st.sampled_from(["a [project:: z]", "[x:: y]", "[a:: b] c", "- 10:00 x"]),
    st.text(max_size=12),
)
@settings(max_examples=400)
def test_what_is_logged_is_read_back_the_same(text, project):
    try:
        entry = new_entry(text, DAY, "14:05", project)
    except UsageError:
        return
    line = format_entry(entry)
    again = parse_entry(line, DAY)
    assert format_entry(again) == line and "\n" not in line
    assert not entry.project or again.project == entry.project


@pytest.mark.parametrize("text", ["", " \n", "\x07"])
def test_a_log_line_needs_a_word(text):
    with pytest.raises(UsageError, match="a log line needs at least one word"):
        new_entry(text, DAY, "14:05")
