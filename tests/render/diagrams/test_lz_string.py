"""Unpacking what Obsidian's Excalidraw packs; the packed texts were made with lz-string 1.5."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.render.diagrams import lz_string
from inkwright.render.diagrams.lz_string import unpack

PACKED = {
    "IZA=": "a",
    "BYUwNmD2AEoTcpA=": "hello hello hello",
    "DsOw9wxg9gJgpgAkKemgacwYHg3CR+wqBrIA": "Ünïcode 日本 🎉 ok",
    "B418ZXTt/DFOS1b0c17Pd/wYWEA=": "x" * 500,
    "N4IghiBcDaCMA0AmeBmAuvEAjKIAuApgB54AEhJ5xZFN1VltDdj9T7bnr3Lvz/HHgK59BokcKFjJ4qROkL6IAL5A": '{"a":[1,2,3],"b":"'
    + "text " * 50
    + '"}',
    "Q===": "",
    "": "",
}


@pytest.mark.parametrize("packed", PACKED)
def test_texts_packed_by_the_original(packed):
    assert unpack(packed) == PACKED[packed]
    assert unpack("\n".join(packed)) == PACKED[packed]


@pytest.mark.parametrize("packed", ["BYUwNmD2AEoTcp", "A", "é", "BYUw*mD2AEoTcpA=", "//////////"])
def test_damaged_ones_are_refused(packed):
    with pytest.raises(ValueError):
        unpack(packed)


def test_what_would_unpack_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(lz_string, "MAX_TEXT", 400)
    with pytest.raises(ValueError, match="too large"):
        unpack("B418ZXTt/DFOS1b0c17Pd/wYWEA=")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ABCDabcdXYZxyz0189+/", max_size=60))
def test_any_letters_are_a_text_or_refused(packed):
    with contextlib.suppress(ValueError):
        assert isinstance(unpack(packed), str)
