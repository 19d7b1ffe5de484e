"""One rule for the ids of posts and notes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.ids import id_of


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("x.md", "x"),
        ("x/index.md", "x"),
        ("gpu/occupancy.txt", "gpu/occupancy"),
        ("index.md", "index"),
        ("a.b.md", "a.b"),
        ("README", "README"),
        ("a/_index.md", "a/_index"),
        ("cafe\u0301.md", "caf\u00e9"),
    ],
)
def test_an_id_is_the_path_without_extension(path: str, expected: str) -> None:
    assert id_of(path) == expected


@given(st.lists(st.text("ab.é", min_size=1, max_size=4), min_size=1, max_size=3))
def test_an_id_is_composed_and_names_no_folder_above(parts: list[str]) -> None:
    path = "/".join((*parts, "note.md"))
    assert id_of(path) == unicodedata.normalize("NFC", "/".join((*parts, "note")))
    assert id_of(unicodedata.normalize("NFD", path)) == id_of(path)
