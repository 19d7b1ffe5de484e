import pytest

from inkwright.text.dialects.urls import addresses
from inkwright.text.markdown import parse_text

FOUND = {
    "see https://a.b/c_d_e.": ["https://a.b/c_d_e"],
    "(http://x.y/(z)) and (http://x.y/z)": ["http://x.y/(z)", "http://x.y/z"],
    "www.q.r, m@n.op": ["http://www.q.r", "mailto:m@n.op"],
    "http://localhost:8000/x": ["http://localhost:8000/x"],
    "https://a.b?x=1&amp;y=2&copy;": ["https://a.b?x=1&y=2"],
    "xhttp://a.b ://c http:// http://_a.b_": [],
    "https://user@a.b/c": ["https://user@a.b/c"],
    "http://a.b**bold**": ["http://a.b**bold"],
    "": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_addresses(text):
    assert [link.target for _, _, link in addresses(text, 0)] == FOUND[text]


def test_links_and_code_keep_their_text(shape):
    assert shape("`https://no` [https://t.u](v) <https://w.x> **https://y.z**") == (
        "paragraph[code 'https://no' ' ' link:inline:v('https://t.u') ' ' "
        "link:autolink:https://w.x('https://w.x') ' ' strong(link:url:https://y.z('https://y.z'))]"
    )


def test_an_address_runs_through_an_entity(shape):
    assert shape("https://a.b?c&amp;d e") == "paragraph[link:url:https://a.b?c&d('https://a.b?c&d') ' e']"


@pytest.mark.parametrize(
    "text", ["\\^word", "a\n\\^word", "*a* \\^word", "a \\^word", "\\#tag", "a \\#tag b", "*a*\\#tag", "a\\\\#tag"]
)
def test_what_is_escaped_is_no_block_id_and_no_tag(text):
    assert list(parse_text(text + "\n", "a.md").inlines_of("opaque")) == []


def test_what_stands_behind_an_escape_is_one():
    names = [one.name for one in parse_text("\\*a #tag and ^id\n", "a.md").inlines_of("opaque")]
    assert names == ["tag", "block-id"]
