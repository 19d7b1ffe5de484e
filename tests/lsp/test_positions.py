import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.cli.lsp.positions import Encoding, Positions

TEXTS = st.text(st.sampled_from("ab é🎉\u2028\x0c\r\n"), max_size=40)


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 4), ("utf-8", 7), ("utf-32", 3)])
def test_columns_count_the_units_of_the_encoding(encoding: Encoding, column: int) -> None:
    positions = Positions("x\r\né🎉 z\r\n", encoding)
    assert positions.of(6) == (1, column)
    assert positions.offset(1, column) == 6


def test_a_column_past_the_end_is_the_end_of_the_line() -> None:
    assert Positions("ab\r\ncd").offset(0, 99) == 2
    assert Positions("🎉\r\ncd").offset(0, 99) == 1
    assert Positions("ab\r\ncd").offset(9, 0) == 6


def test_an_empty_text_has_one_place() -> None:
    assert Positions("").of(5) == (0, 0)
    assert Positions("").offset(3, 3) == 0


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back(text: str, encoding: Encoding) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        inside_an_end = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        if not inside_an_end:
            assert positions.offset(*positions.of(offset)) == offset
