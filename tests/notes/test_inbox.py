import contextlib
import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.notes.inbox import address_in, decoded, kind_of_drop, link_idea, note_of_drop, title_of_drop
from inkwright.text.front_matter import read_front_matter


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "one line\n", "idea"), ("a.md", "# Head\n", "note"), ("a.md", "one\ntwo\n", "note"),
        ("a", "x", "idea"), ("a.txt", "x" * 301, "note"), ("IMG.HEIC", "", "sketch"), ("a.webloc", "", "link"),
        ("a.URL", "", "link"), ("a.html", "", "page"), ("a.zip", "", "archive"), ("a.m4a", "", "unknown"),
    ],
)  # fmt: skip
def test_what_a_file_is(name, text, kind):
    assert kind_of_drop(name, text) == kind


def test_addresses_of_links():
    assert address_in(b"[InternetShortcut]\r\nURL=https://e.org/x\r\n", "a.url") == "https://e.org/x"
    for form in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        assert address_in(plistlib.dumps({"URL": "https://e.org/y"}, fmt=form), "a.webloc") == "https://e.org/y"
    assert link_idea("https://e.org", "d/A page.url") == "A page <https://e.org>"


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"URL=file:///etc/passwd", "a.url"), (b"", "a.url"), (b"bplist00\xff", "a.webloc"), (b"<plist>", "a.webloc"),
     (plistlib.dumps({"URL": "javascript:1"}), "a.webloc"), (plistlib.dumps(["x"]), "a.webloc")],
)  # fmt: skip
def test_what_holds_no_address_is_said(data, name):
    with pytest.raises(UnreadableError, match="there is no web address in it"):
        address_in(data, name)


@given(st.binary(max_size=80), st.sampled_from(["a.url", "a.webloc"]))
def test_any_bytes_are_an_address_or_none(data, name):
    for start in (b"", b"bplist00", b"<?xml version='1.0'?><plist>", b"URL=https://"):
        with contextlib.suppress(UnreadableError):
            assert address_in(start + data, name).startswith("http")


def test_texts_of_both_encodings_and_what_is_none():
    assert decoded("é".encode("utf-16"), "a.txt") == "é" == decoded("é".encode(), "a.txt")
    for data in (b"\xff\xd8\xe0", b"a\0b"):
        with pytest.raises(UnreadableError, match=r"a.txt"):
            decoded(data, "a.txt")


def test_titles():
    assert title_of_drop("x/My note 1590080aa5a3802488c2e857dea7aa7d.md", "text") == "My note"
    assert title_of_drop("a.md", "# Head\n") == "Head" and title_of_drop("a.md", "---\ntitle: T\n---\n# H\n") == "T"


@given(st.text(max_size=120))
def test_the_words_of_a_note_stay_as_they_are(text):
    note = note_of_drop("a.md", text, "2026-11-21")
    assert note.endswith(text.removeprefix("\ufeff")) or read_front_matter(text).format
    assert note == note_of_drop("a.md", text, "2026-11-21")
