"""A post as prose and code in turn: what goes where, and what stays out."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from inkwright.evidence.export import Prose, fenced, held_back, pieces, statements, title_lines
from inkwright.model.snippet import Snippet
from inkwright.model.source import Source
from inkwright.text.markdown import parse, parse_text
from inkwright.text.snippets import snippets

POST = """---
title: T
thesis: canary-thesis
---
First, 45 ms<!--=results.json#a.b .0f ms-->. <!-- canary-comment -->

## Code
<!-- section: code 100-200 -->
<!-- plan
- canary-bullet
-->

```python
x = 1
```

```output
shown
```

Between, a [link][1].

```json file=data/a.json
{}
```

```yaml
stays: here
```

```rust
fn main() {}
```

[1]: https://example.org/x
"""


def told(text: str, *languages: str) -> list[str]:
    found = pieces(parse_text(text), languages)
    return [piece.text if isinstance(piece, Prose) else f"<{piece.language}>" for piece in found]


def test_prose_and_code_take_turns() -> None:
    first, code, between, file, last = told(POST, "python")
    assert (code, file) == ("<python>", "<json>")
    assert first == "First, 45 ms.\n\n## Code"
    assert between == "Between, a [link](https://example.org/x)."
    assert last.startswith("```yaml\nstays: here\n```") and "fn main" in last


def test_other_languages_are_code_when_they_are_asked_for() -> None:
    assert told(POST, "rust").count("<rust>") == 1
    assert "<python>" not in told(POST, "rust")


def test_nothing_private_is_in_any_piece() -> None:
    whole = "\n".join(told(POST, "python"))
    assert "canary" not in whole and "section:" not in whole and "results.json" not in whole


def test_comments_inside_html_go_too() -> None:
    assert "canary" not in "\n".join(told("<div>\n<!-- canary -->\nx\n</div>\n\nA <b><!-- canary -->b</b>\n", "python"))


def test_links_to_other_texts_are_their_words() -> None:
    text = "See [*one*](../draft/index.md#x), [two][t], [[d|three]], [[four]], [five](https://x.y/a.md), [six](#a).\n"
    (prose,) = pieces(parse_text(f"{text}\n[t]: two.md\n"), ("python",))
    assert prose.text.splitlines()[0] == "See *one*, two, three, four, [five](https://x.y/a.md), [six](#a)."


def test_marks_of_mdx_go_too() -> None:
    text = "import X from './x'\n\n{/* section: a 1-2 */}\n\nText {/* canary */} here.\n"
    (piece,) = pieces(parse(Source("a.mdx", text, "mdx")), ("python",))
    assert isinstance(piece, Prose)
    assert piece.text.split() == ["Text", "here."]


def test_no_text_has_no_pieces() -> None:
    assert told("", "python") == []
    assert told("---\ntitle: x\n---\n", "python") == []


def test_code_in_lists_and_quotations_leaves_no_marks_behind() -> None:
    assert told("> Say:\n>\n> ```python\n> 1\n> ```\n", "python") == ["> Say:", "<python>"]
    assert told("- Say:\n\n  ```python\n  1\n  ```\n", "python") == ["- Say:", "<python>"]


def test_the_title_comes_once() -> None:
    assert title_lines(parse_text("Text."), "T", "sub") == ["# T", "*sub*"]
    assert title_lines(parse_text("# Own\n\nText."), "T", "") == []
    assert title_lines(parse_text("Text."), "", "") == []


def one(text: str) -> Snippet:
    return snippets(parse_text(text))[0]


def test_why_code_is_held_back() -> None:
    assert held_back(one('```python norun="needs a GPU"\nx\n```\n')) == "needs a GPU"
    assert "is no name" in held_back(one("```python file=../x.py\nx\n```\n"))
    assert held_back(one("```python\nx\n```\n")) == ""


def test_what_was_typed() -> None:
    assert statements(one("```pycon\n>>> a = 1\n>>> a\n1\n```\n")) == "a = 1\na\n"
    assert statements(one("```python\n\n```\n")) == ""


@given(st.text("`~ab\n", max_size=40))
def test_a_fence_holds_any_code(code: str) -> None:
    (block,) = parse_text(fenced(replace(one("```python\nx\n```\n"), code=code)) + "\n").blocks
    assert block.kind == "code"
    assert block.text.rstrip("\n") == code.rstrip("\n")


PARTS = (
    "Text.\n", "```python\nx\n```\n", "```output\n1\n```\n", "> q\n", "- a\n", "<!-- plan\n- c\n-->\n", "```\nx\n",
    "$$\nx\n$$\n", "# H\n", "[a][b]\n", "[b]: /u\n", "1<!--=a#b-->\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS)))
def test_every_snippet_comes_once_whatever_stands_around_it(parts: list[str]) -> None:
    document = parse_text("\n".join(parts))
    wanted = [snippet.number for snippet in snippets(document) if snippet.language == "python"]
    found = [piece.number for piece in pieces(document, ("python",)) if isinstance(piece, Snippet)]
    assert found == wanted
