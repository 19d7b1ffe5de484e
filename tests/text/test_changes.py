"""Where two versions of a text differ."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.changes import changed, changed_lines

TEXTS = st.text(alphabet="ab\n\u00e9", max_size=30)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_stands_around_a_change_is_shared(ahead: str, old: str, new: str, behind: str) -> None:
    one, other = ahead + old + behind, ahead + new + behind
    start, was, now = changed(one, other)
    assert one[:start] == other[:start]
    assert one[was:] == other[now:]
    assert start <= was
    assert start <= now
    assert was - start <= len(old)
    assert now - start <= len(new)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_whole_lines_tell_how_counts_differ(ahead: str, old: str, new: str, behind: str) -> None:
    one, other = ahead + old + behind, ahead + new + behind
    was, now = changed_lines(one, other)
    assert other.split("\n").count("ab") - one.split("\n").count("ab") == now.split("\n").count("ab") - was.split(
        "\n"
    ).count("ab")
    assert other.count("a") - one.count("a") == now.count("a") - was.count("a")
    assert set(was.split("\n")) <= set(one.split("\n"))


def test_a_long_text() -> None:
    text = "word " * 5000
    assert changed(text, text[:9000] + "x" + text[9000:]) == (9000, 9000, 9001)
    assert changed(text, text) == (25000, 25000, 25000)
