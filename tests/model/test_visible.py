"""What a terminal would act on is spelled out; everything else stays."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.visible import visible


def test_what_acts_is_spelled_out() -> None:
    assert visible("a\x1b[2Jb\u202ec\x9b") == "a\\x1b[2Jb\\u202ec\\x9b"
    assert visible("one\rtwo\r\nthree\tfour\n") == "one\\x0dtwo\r\nthree\tfour\n"
    assert visible("") == ""


def test_writing_of_any_language_stays() -> None:
    for text in ("é 日本語 العربية עברית", "👩\u200d💻", "soft\u00adhyphen", "no\u00a0break"):
        assert visible(text) == text


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    shown = visible(text)
    left = {char for char in shown.replace("\r\n", "\n") if unicodedata.category(char) in ("Cc", "Cs")}
    assert left <= {"\n", "\t"}
    assert visible(shown) == shown
