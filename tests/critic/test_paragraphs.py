"""What of a post is sent, and that each character of it knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.critic.paragraphs import numbered, paragraphs
from inkwright.text.markdown import parse_text

POST = """---
title: Caches
thesis: canary-thesis
audience: canary-audience
---
# A *bold* claim

<!-- section: results 200-300 -->
<!-- plan
- canary-bullet [[canary-note]]
-->
{/* plan
- canary-mdx
*/}

It\\*s &amp; 5 &lt; 6 with `evict()` and [a label](https://canary.example/x "canary-title"),
over two lines<!-- canary-comment -->: 45 ms<!--=canary.json#int8 .1f ms-->%%canary-obsidian%%.^[A note *inside*.]

```python title="canary-info"
canary_code = 1
more = 2
```

- one
- [ ] two

> somebody else

| a | b |
|---|---|
| c | d |

![a chart](canary.png)

<div class="canary-html">canary-inner</div>

$$
x^2
$$

Text[^1] with $y$ and a {{< ref "canary-ref" >}}.

{{< comment >}}
canary-hidden
{{< /comment >}}

::: {.content-hidden when-format="html"}
canary-conditional
:::

> [!tip] A tip
> its body

[^1]: The footnote.
<!-- inkwright: allow-file long-sentence -- canary-reason -->
"""


def test_what_a_reader_sees_is_sent_and_nothing_else() -> None:
    sent = numbered(paragraphs(parse_text(POST, "post.md"), code=False))
    assert "canary" not in sent
    assert sent.split("\n\n") == [
        "[1] (heading) A bold claim",
        "[2] It*s & 5 < 6 with evict() and a label, over two lines: 45 ms.",
        "[3] (note) A note inside.",
        "[code: python, 2 lines]",
        "[4] (item) one",
        "[5] (item) two",
        "[6] (quoted) somebody else",
        "[7] (cell) a",
        "[8] (cell) b",
        "[9] (cell) c",
        "[10] (cell) d",
        "[11] [picture: a chart]",
        "[HTML]",
        "[12] x^2",
        "[13] Text with y and a .",
        "[14] A tip",
        "[15] its body",
        "[16] (note) The footnote.",
    ]


def test_code_goes_along_when_it_is_wanted() -> None:
    sent = numbered(paragraphs(parse_text(POST, "post.md"), code=True))
    assert "(code, python)\ncanary_code = 1\nmore = 2\n" in sent
    assert "canary-info" not in sent


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("bold claim", "bold* claim"),
        ("s & 5", "s &amp; 5"),
        ("evict() and a label", "`evict()` and [a label"),
        ("two lines: 45 ms", "two lines<!-- canary-comment -->: 45 ms"),
        ("[picture: a chart]", "![a chart](canary.png)"),
    ],
)
def test_words_are_bound_to_their_source(words: str, source: str) -> None:
    document = parse_text(POST, "post.md")
    one = next(one for one in paragraphs(document, code=False) if words in one.text)
    at = one.text.index(words)
    found = document.slice(one.span(at, at + len(words)))
    assert found.strip("`") == source.strip("`")


def test_a_post_without_text_has_no_paragraphs() -> None:
    assert paragraphs(parse_text("", "post.md"), code=False) == ()
    assert numbered(()) == ""


def test_the_quoted_stay_quoted_inside_lists() -> None:
    found = paragraphs(parse_text("> - one\n> - two\n\n- three\n", "post.md"), code=False)
    assert [(one.kind, one.text) for one in found] == [("quoted", "one"), ("quoted", "two"), ("item", "three")]


PIECES = st.sampled_from(
    ["word ", "*a* ", "`b` ", "&amp; ", "\\* ", "[l](u) ", "![p](q) ", "<!-- no --> ", "<b>c</b> ", "\n", "\n\n", "# ",
     "- ", "> ", "^[n] ", "$m$ ", "{{< x >}} ", "[^1] ", "é ", "\u00a0", "```\n", "| a |\n|---|\n", "[[w|v]] ",
     "%%c%% "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_character_has_a_place_in_order(text: str) -> None:
    document = parse_text(text, "post.md")
    number = 0
    for one in paragraphs(document, code=False):
        if not one.number:
            continue
        number += 1
        assert one.number == number
        assert len(one.text) == len(one.starts) == len(one.ends) > 0
        assert one.text == " ".join(one.text.split()) and "no" not in one.text.split()
        assert all(0 <= start < end <= len(text) for start, end in zip(one.starts, one.ends, strict=True))
        assert list(one.starts) == sorted(one.starts) and list(one.ends) == sorted(one.ends)
