"""Escaping, destinations and what counts as safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.escape import encode_url, escape, is_safe_url, slug


def test_escape():
    assert escape('<a href="x">&\'') == "&lt;a href=&quot;x&quot;&gt;&amp;'"


def test_destinations_are_encoded_once():
    assert encode_url("/a b/ü?x=1&y=%20#ö") == "/a%20b/%C3%BC?x=1&amp;y=%20#%C3%B6"
    assert encode_url("[x]\\\"'`") == "%5Bx%5D%5C%22&#x27;%60"
    assert encode_url("\ud800") == "?"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "java\tscript:x",
        "\x01javascript:x", "vbscript:x", "data:text/html,<script>", "data:image/svg+xml,<svg>", "javascript :x",
        "\u200bjavascript:x", "file:///etc/passwd", "blob:x",
    ],
)  # fmt: skip
def test_destinations_that_run_code_are_unsafe(url):
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    "url", ["", "/x", "x.md#y", "https://a.b/javascript:x", "mailto:a@b.c", "data:image/png;base64,AAAA", "#javascript"]
)
def test_ordinary_destinations_are_safe(url):
    assert is_safe_url(url)


def test_slug():
    assert slug(" Ünit *1* ") == "ünit-1"
    assert slug("!!") == ""


@given(st.text(max_size=60))
def test_an_encoded_destination_cannot_leave_its_attribute(url):
    found = encode_url(url)
    assert not set(found) & set("\"'<> \n")
