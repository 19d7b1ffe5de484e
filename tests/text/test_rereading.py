"""A text read on from an earlier version is the text read anew, and little of it is parsed."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.source import DIALECTS, Source
from inkwright.text import rereading
from inkwright.text.markdown import Reading, read
from inkwright.text.rereading import read_on
from inkwright.text.versions import before

POST = """---
title: Queues
---

# Queues

A queue costs $5 and holds **what** came in, see [the docs][docs] and a note[^1].

- an item
- another one

  with a paragraph

> A quoted line.

```python
print({"a": 1})
```

<Tabs>

Text in a tab.

</Tabs>

| a | b |
| - | - |
| 1 | 2 |

Last words, and $x$ is a formula.

[docs]: https://example.com

[^1]: What the note says.

The end.
"""
TYPED = (
    "x", " ", "\n", "\n\n", "    ", "\t", "- ", "> ", "# ", "\n---\n", "\n===\n", "|", "`", "```\n", "~~~\n", "*",
    "$", "$$", "[", "]", "[docs]", "[^1]", "[^1]: New.\n", "[docs]: https://x.com\n", "]:", "\n: y\n", "{", "}",
    "{/*", "*/}", "{{<", ">}}", "{% raw %}", "{% endraw %}", "%%", ":::note\n", ":::\n", "<", "<div>", "</div>\n",
    "<pre>\n", "<!--", "-->", "<Tabs>", "</Tabs>", "import x from 'y'\n", "  <b>\n", '"', "'", "\\", "==", "#tag",
    "\r\n", "\u00e9", "\U0001f600", "\U000f0000", "\ud800", "---\nbibliography: x\n---\n",
)  # fmt: skip
PIECES = st.sampled_from([*TYPED, *(f"{block}\n\n" for block in POST.split("\n\n"))])
NAMES = st.sampled_from(["a.md", "a.mdx", "a.qmd"])


def source(text: str, name: str) -> Source:
    return Source(name, text, DIALECTS.get(Path(name).suffix, "markdown"))


def same(text: str, name: str, earlier: Reading) -> Reading:
    """The text read on, after a look at whether that is the text read anew."""
    reading, fresh = read_on(source(text, name), earlier), read(source(text, name)).document
    document = reading.document
    assert document.blocks == fresh.blocks
    assert document.front_matter == fresh.front_matter
    known = before(document)
    assert known is not None
    for now, was in known[1].items():
        assert document.slice(document.blocks[now].span) == known[0].slice(known[0].blocks[was].span)
    return reading


def change(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice((*TYPED, "")) + text[at + rng.choice((0, 0, 1, 8, 60)) :]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=14), st.data(), NAMES)
def test_any_change_of_any_text(blocks: list[str], data: st.DataObject, name: str) -> None:
    text = "".join(blocks)
    reading = read(source(text, name))
    for _ in range(3):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(PIECES) + text[at + data.draw(st.sampled_from((0, 1, 9))) :]
        reading = same(text, name, reading)


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.qmd"])
def test_edits_one_after_the_other(name: str) -> None:
    rng, text = random.Random(name), POST
    reading = read(source(text, name))
    for _ in range(150):
        text = change(rng, text) if rng.random() < 0.9 else POST
        reading = same(text, name, reading)


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
@pytest.mark.parametrize("word", ["holds", "quoted", "item", "print", "tab", "1 |", "Last"])
def test_only_what_stands_around_an_edit_is_parsed(monkeypatch: pytest.MonkeyPatch, name: str, word: str) -> None:
    text = POST.replace("[docs]: https://example.com\n\n[^1]: What the note says.\n\n", "")
    reading = read(source(text, name))
    monkeypatch.setattr(rereading, "read", lambda source: pytest.fail("the whole text was parsed"))
    after = read_on(source(text.replace(word, f"{word} {word}", 1), name), reading)
    assert len(before(after.document)[1]) >= len(reading.document.blocks) - 4  # type: ignore[index]
    assert before(after.document)[0] is reading.document  # type: ignore[index]


@pytest.mark.corpus
def test_edits_of_real_posts(corpus: Path) -> None:
    rng = random.Random(7)
    for path in sorted(corpus.joinpath("posts").rglob("*")):
        text = path.read_text(encoding="utf-8") if path.suffix in DIALECTS else ""
        if not 0 < len(text) < 60_000:
            continue
        reading = read(source(text, path.name))
        for _ in range(6):
            text = change(rng, text)
            reading = same(text, path.name, reading)
