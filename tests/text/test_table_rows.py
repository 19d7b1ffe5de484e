import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.csv_write import csv_line
from inkwright.text.table_rows import Row, decode_table, rows

TEXT = 'email,name\r\nada@example.com,"Łovelace, Ada"\r\n'
CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=12)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"), TEXT.replace("\r\n", "\r\n\0").encode(),
    ],
)  # fmt: skip
def test_any_encoding(data: bytes):
    assert decode_table(data) == TEXT


def test_a_line_that_is_no_utf8_is_read_as_windows_1252_and_the_others_stay():
    data = "a,Łódź\n".encode() + "b,José – Pérez\n".encode("cp1252") + b"c,\x81\n"
    assert decode_table(data) == "a,Łódź\nb,José – Pérez\nc,\ufffd\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_and_any_line_end(separator: str, end: str):
    text = end.join((f"email{separator}name", "", f'a{separator}"x{separator}""y"""', f"b{separator}", ""))
    found = [(row.line, row.cells) for row in rows(text)]
    assert found == [(1, ("email", "name")), (3, ("a", f'x{separator}"y"')), (4, ("b", ""))]


def test_a_table_may_say_its_separator():
    assert [row.cells for row in rows('sep=;\n"a,b,c";d')] == [("a,b,c", "d")]
    assert [row.line for row in rows("\n\nsep=;\na;b")] == [4]


def test_a_cell_of_many_lines_has_the_line_that_it_starts_on():
    text = 'email,note\na,"one\ntwo\r\nthree"\nb,x'
    assert list(rows(text))[1:] == [Row(2, ("a", "one\ntwo\nthree"), 'a,"one\ntwo\nthree"'), Row(5, ("b", "x"), "b,x")]


@pytest.mark.parametrize("broken", ['a,"open', '"a"x,b', '"a""'])
def test_a_broken_quote_breaks_its_own_line_only(broken: str):
    lines = ["email,name", broken, *(f"r{number},x" for number in range(60))]
    found = list(rows("\n".join(lines)))
    assert len(found) == 62
    assert [row.line for row in found if row.broken] == [2] and found[1].text == broken
    assert found[61].cells == ("r59", "x")


def test_a_quote_in_the_middle_of_a_bare_cell_is_part_of_it():
    assert [row.cells for row in rows('email,name\na,Bob "The" Smith')][1] == ("a", 'Bob "The" Smith')


def test_a_line_without_end_is_refused():
    found = list(rows(f"email\n{'x' * 200_000}\nb"))
    assert found[1].broken and len(found[1].text) == 200 and found[2].cells == ("b",)


def test_nothing_holds_nothing():
    assert list(rows("")) == list(rows("\n \n\r\n")) == []


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_whose_lines_rise(data: bytes):
    found = list(rows(decode_table(data)))
    lines = [row.line for row in found]
    assert lines == sorted(set(lines))
    assert all(row.broken or any(cell.strip() for cell in row.cells) for row in found)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_is_written_is_read(table: list[list[str]]):
    """Line ends within a cell become line feeds; rows without any sign are left out."""
    head = ["a"] * max(map(len, table))
    text = csv_line(head) + "".join(map(csv_line, table))
    expected = [
        tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row)
        for row in table
        if any(cell.strip() for cell in row)
    ]
    if all("\n".join(row).count("\n") + 1 - len(row) < 18 for row in expected):
        assert [row.cells for row in rows(text)][1:] == expected
