"""Data files as rows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.data_table import read_table


@pytest.mark.parametrize(
    ("name", "text", "key", "columns", "rows"),
    [
        ("r.json", '[{"a": 1, "b": "x"}, {"a": 2.5}]', "", ("a", "b"), [{"a": 1, "b": "x"}, {"a": 2.5}]),
        ("r.json", '{"p": {"ms": 1}, "q": {"ms": 2}, "facts": {"n": 3}}', "", ("name", "ms"),
         [{"name": "p", "ms": 1}, {"name": "q", "ms": 2}]),
        ("r.json", '{"x": [1, 2], "y": [3, null]}', "", ("x", "y"), [{"x": 1, "y": 3}, {"x": 2, "y": None}]),
        ("r.json", '{"a": 1, "b": "two", "deep": [1, 2, 3]}', "", ("name", "value"),
         [{"name": "a", "value": 1}, {"name": "b", "value": "two"}]),
        ("r.json", "[4, 5]", "", ("value",), [{"value": 4}, {"value": 5}]),
        ("r.json", '{"runs": [{"rows": [{"a": 7}]}]}', "runs.0.rows", ("a",), [{"a": 7}]),
        ("r.json", "{}", "", (), []),
        ("r.json", '[{"a": 1, "samples": [1, 2]}]', "", ("a",), [{"a": 1}]),
        ("r.toml", '[int8]\nms = 4\nday = 2026-11-21', "", ("name", "ms", "day"),
         [{"name": "int8", "ms": 4, "day": "2026-11-21"}]),
        ("r.csv", "\ufeffa,b\r\n1,x\r\n\r\n-2.5e3,\r\n", "", ("a", "b"),
         [{"a": 1, "b": "x"}, {"a": -2500.0, "b": None}]),
        ("r.csv", "a;b\n1;0x2\n", "", ("a", "b"), [{"a": 1, "b": "0x2"}]),
        ("r.tsv", "a\tb\n1\t2,5\n", "", ("a", "b"), [{"a": 1, "b": "2,5"}]),
        ("r.csv", 'a,b\n"two\nlines",1\n', "", ("a", "b"), [{"a": "two\nlines", "b": 1}]),
        ("r.csv", "", "", (), []),
    ],
)  # fmt: skip
def test_rows(name: str, text: str, key: str, columns: tuple[str, ...], rows: list[dict[str, object]]) -> None:
    table = read_table(name, text, key)
    assert (table.columns, list(table.rows)) == (columns, rows)


def test_facts_of_the_part_go_before_those_of_the_file() -> None:
    text = json.dumps({"facts": {"n": 3}, "new": {"facts": {"n": 5}, "a": {"ms": 1}}, "old": {"a": {"ms": 2}}})
    assert read_table("r.json", text, "new").facts == {"n": 5}
    assert read_table("r.json", text, "old").facts == {"n": 3}
    assert len(read_table("r.json", text, "new").rows) == 1


@pytest.mark.parametrize(
    ("name", "text", "key", "said"),
    [
        ("r.json", "{", "", "r.json is no JSON: "),
        ("r.toml", "a = ", "", "r.toml is no TOML: "),
        ("r.yaml", "a: 1", "", "r.yaml is no data file: name a .csv, .tsv, .json or .toml"),
        ("r.json", "3", "", "r.json holds a single value there, no rows"),
        ("r.json", '{"a": {"b": 1}}', "a.c", "r.json has no `c` there: it holds b"),
        ("r.json", "[[1]]", "4", "r.json has no `4` there: it holds no parts"),
        ("r.csv", "a\n1", "x", "r.csv is a table and has no parts: leave out #x"),
        ("r.json", "[" * 100_000, "", "r.json is no JSON: "),
    ],
)
def test_what_is_wrong_is_a_sentence(name: str, text: str, key: str, said: str) -> None:
    with pytest.raises(ValueError) as error:
        read_table(name, text, key)
    assert str(error.value).startswith(said)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.text(max_size=6))
def test_any_json_is_rows_or_a_sentence(data: object, key: str) -> None:
    try:
        table = read_table("r.json", json.dumps(data), key)
    except ValueError:
        return
    assert all(set(row) <= set(table.columns) for row in table.rows)
    cells = [cell for row in table.rows for cell in row.values()]
    assert all(cell is None or isinstance(cell, str | int | float) for cell in cells)


@given(st.sampled_from(["r.csv", "r.tsv", "r.json", "r.toml"]), st.text())
def test_any_text_is_rows_or_a_sentence(name: str, text: str) -> None:
    try:
        read_table(name, text)
    except ValueError as error:
        assert str(error)
