import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.written_count import LARGEST, count_of, decimal_signs, is_number


@pytest.mark.parametrize(
    ("written", "number"),
    [("0", 0), ("12", 12), (" 1 234 ", 1234), ("1'234'567", 1234567), ("1.234.567", 1234567), ("1,234,567", 1234567),
     ("1\u202f234", 1234), ("12.0", 12), ("12,00", 12), ("1.234,00", 1234), ("1,234.0", 1234), ("007", 7),
     (str(LARGEST), LARGEST)],
)  # fmt: skip
def test_counts_as_people_write_them(written, number):
    assert count_of(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "-1", "1.5", "1,5", "1,23,4", "1e3", "n/a", "٣", "0.123", "9" * 14, "9" * 400, "1,234.567", str(LARGEST + 1)],
)
def test_what_is_no_count_is_said(written):
    assert isinstance(count_of(written), str)


@given(st.integers(0, LARGEST), st.sampled_from(["", " ", "'", ",", "."]))
def test_every_count_is_read_back(number, mark):
    """With the sign between thousands known; a comma and a point alone are two numbers."""
    written = f"{number:,}".replace(",", mark)
    assert count_of(written, thousands=mark) == number
    unclear = mark in tuple(",.") and 1000 <= number < 1_000_000
    assert isinstance(count_of(written), str) == unclear
    if unclear:
        assert count_of(written, decimal=mark) == "is no whole number"
        assert count_of(written, decimal="," if mark == "." else ".") == number


@pytest.mark.parametrize(
    ("cells", "signs"),
    [([], ""), (["1.234", "12"], ""), (["1,234"], ""), (["12.5"], "."), (["12,5"], ","), (["0.123"], "."),
     (["-3,44 %"], ","), (["1234.567"], "."), (["1.234,567"], ","), (["1,234,567"], "."), (["1.234.567"], ","),
     (["1.2", "1,2"], ",."), (["n/a", ""], "")],
)  # fmt: skip
def test_what_stands_before_decimals_is_seen_where_it_must_be(cells, signs):
    assert decimal_signs(cells) == set(signs)


def test_numbers_are_told_from_words():
    assert all(map(is_number, ("1", " 1.234,5 ", "3.44%", "-7"))) and not any(map(is_number, ("", "v1.2", "a", "-")))
