from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.imports import Item
from inkwright.platforms.reading.ghost_nodes import lexical_html, mobiledoc_html, read_tree


def lexical(*nodes: dict[str, Any]) -> tuple[str, list[Item]]:
    items: list[Item] = []
    return lexical_html({"root": {"type": "root", "children": list(nodes)}}, items), items


def text(words: str, format_: int = 0) -> dict[str, Any]:
    return {"type": "text", "text": words, "format": format_}


@pytest.mark.parametrize(
    ("node", "html"),
    [
        ({"type": "paragraph", "children": [text("a < b", 1)]}, "<p><strong>a &lt; b</strong></p>"),
        ({"type": "paragraph", "children": [text("x", 16), {"type": "linebreak"}]}, "<p><code>x</code><br></p>"),
        ({"type": "link", "url": 'https://a.example/"', "children": [text("A")]},
         '<a href="https://a.example/&quot;">A</a>'),
        ({"type": "heading", "tag": "h3", "children": [text("T")]}, "<h3>T</h3>"),
        ({"type": "heading", "tag": "script", "children": [text("T")]}, "<p>T</p>"),
        ({"type": "list", "listType": "number", "children": [{"type": "listitem", "children": [text("one")]}]},
         "<ol><li>one</li></ol>"),
        ({"type": "codeblock", "language": "py", "code": "a < b"}, '<pre data-lang="py"><code>a &lt; b</code></pre>'),
        ({"type": "horizontalrule"}, "<hr>"),
        ({"type": "callout", "calloutEmoji": "!", "calloutText": "<b>Mind</b>"},
         "<blockquote><p>! <b>Mind</b></p></blockquote>"),
        ({"type": "toggle", "heading": "More", "content": "<p>x</p>"},
         "<details><summary>More</summary><p>x</p></details>"),
        ({"type": "embed", "url": "https://v.example/1"}, '<iframe src="https://v.example/1"></iframe>'),
        ({"type": "new-thing", "children": [text("words")]}, "words"),
        ({"type": "new-card", "html": "<p>shown</p>"}, "<p>shown</p>"),
    ],
)  # fmt: skip
def test_a_node_of_lexical(node: dict[str, Any], html: str) -> None:
    assert lexical(node) == (f"<div>{html}</div>", [])


def test_a_gallery_keeps_the_words_of_its_pictures() -> None:
    pictures = [{"src": "a.png", "alt": "A rack"}, {"src": "b.png", "caption": "At <em>night</em>"}]
    html, items = lexical({"type": "gallery", "images": pictures, "caption": "Two"})
    assert 'src="a.png" alt="A rack"' in html
    assert "At <em>night</em>" in html
    assert html.endswith("<p>Two</p></div>")
    assert not items


@pytest.mark.parametrize("kind", ["signup", "some-new-card"])
def test_a_card_without_a_place_is_told_of(kind: str) -> None:
    html, items = lexical({"type": kind, "header": "Join"})
    assert html == "<div></div>"
    assert [(one.kind, one.fate, one.what) for one in items] == [("card", "lost", f"{kind} Join")]


def test_a_mobiledoc_document() -> None:
    items: list[Item] = []
    tree = {
        "markups": [["a", ["href", "https://a.example"]], ["script"]],
        "cards": [["code", {"language": "go", "code": "x := 1"}], ["poll", {"heading": "Vote"}]],
        "sections": [
            [1, "h2", [[0, [], 0, "One"]]], [1, "p", [[0, [0], 1, "link"], [0, [1], 1, "odd"]]],
            [3, "ol", [[[0, [], 0, "first"]]]], [2, "pic.png"], [10, 0], [10, 1], [10, 9], "broken",
        ],
    }  # fmt: skip
    assert mobiledoc_html(tree, items).split("\n") == [
        "<h2>One</h2>", '<p><a href="https://a.example">link</a><span>odd</span></p>', "<ol><li>first</li></ol>",
        '<p><img src="pic.png"></p>', '<pre data-lang="go"><code>x := 1</code></pre>', "",
    ]  # fmt: skip
    assert [one.what for one in items] == ["poll Vote"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["root", "type", "children", "text", "format", "sections", "markups", "cards", "url"]), inner
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_json_is_read(tree: Any) -> None:
    assert isinstance(lexical_html(tree, []), str)
    assert isinstance(mobiledoc_html(tree, []), str)


@pytest.mark.parametrize("kept", ["", "no json", "[" * 100_000, None, 7])
def test_what_is_no_tree_is_an_empty_one(kept: object) -> None:
    assert read_tree(kept) == {}
