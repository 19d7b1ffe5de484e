"""A check that remembers says what a check that does not remember says."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.engine import check
from inkwright.lint.memo import Memo
from inkwright.lint.rule import table
from inkwright.model.context import Context
from inkwright.model.source import DIALECTS, Source
from inkwright.text.markdown import parse, parse_text

EVERYTHING = frozenset(table().rules)
"""Preview rules as well."""
CONTEXT = Context(rules_on=EVERYTHING, files=frozenset(), is_post=True, today="2026-11-21", private_words=("acme",))
ROUNDS = int(os.environ.get("INKWRIGHT_TORTURE", "40"))
TYPED = (
    "x", " ", ".", "\n", "\n\n", "the the ", "very ", "\n\n## Kubernetes\n\n", "```\n", "~~~python\nx = (\n", "<!-- ",
    "-->", "> ", "- ", "    ", "$x$", "$$\n", "`", "[a]", "[a]: https://example.com\n", "\n\n[^1]: Note.\n", "[^1]",
    "*", "_", "<Tabs>", "</Tabs>", "<div>\n", "{{< x >}}", "{% raw %}", "| a | b |\n| - | - |\n", "\u00e9\u4e2d",
    "\r\n", ":::note\n", ":::\n", "==", "\n: term\n", "<!-- inkwright: allow weasel-word -->\n",
    "In order to win, teh GPU was used by us.",
)  # fmt: skip


def same(memo: Memo, text: str, path: str, context: Context = CONTEXT) -> None:
    """Both checks of one version of a text agree; each is given a document of its own."""
    source = Source(path, text, DIALECTS.get(Path(path).suffix, "markdown"))
    document = memo.read(source)
    assert check(document, context, memo=memo) == check(parse(source), context)


def change(rng: random.Random, text: str) -> str:
    """An edit as writers make them: something typed, something cut, something moved."""
    at = rng.randrange(len(text) + 1)
    end = min(at + rng.choice((0, 0, 0, 1, 5, 80, 600)), len(text))
    kept = text[:at] + text[end:]
    if rng.random() < 0.2:
        to = rng.randrange(len(kept) + 1)
        return kept[:to] + text[at:end] + kept[to:]
    return kept[:at] + rng.choice((*TYPED, "")) + kept[at:]


POST = """---
title: Caches
author: Ann
---

# Caches

In order to win we use the the cache. It was written by us, see [the docs][docs] and RLVR (a thing).

- An item that is very *long*, see `code`.
- In order to another[^1] and https://example.com/x.

[docs]: https://example.com

> In order to quote.

```python
print("very")
```

[^1]: In order to note.

In order to win we use the the cache.
"""
PIECES = st.sampled_from([*TYPED, *(f"{block}\n\n" for block in POST.split("\n\n"))])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=2, max_size=4), st.sampled_from(["a.md", "a.mdx"]))
def test_any_text_may_follow_any_other(texts: list[str], path: str) -> None:
    memo = Memo()
    for text in texts:
        same(memo, text, path)


@pytest.mark.parametrize("seed", range(4))
def test_edits_of_a_small_post(seed: int) -> None:
    rng, memo, text = random.Random(seed), Memo(), POST
    for _ in range(ROUNDS):
        same(memo, text, "a.md")
        text = change(rng, text) if rng.random() < 0.95 else POST


def test_only_what_changed_is_looked_at_again() -> None:
    seen: list[int] = []
    memo = Memo()
    one, two = POST.replace("a thing", "one thing"), POST.replace("# Caches", "# Caches\n\nNew.")
    texts = (POST, one, POST, two, two.replace("In order to quote", "So"))
    for text in texts:
        document = memo.read(Source("a.md", text))
        memo.findings(document, "key", lambda part: seen.append(len(part.blocks)) or [])
    blocks = len(parse_text(POST, "a.md").blocks)
    assert seen == [blocks, 1, 1, 1, 1]


def test_another_context_is_another_check() -> None:
    memo = Memo()
    text = "One two three four five six seven eight nine ten.\n\nThe Github page.\n"
    same(memo, text, "a.md")
    same(memo, text, "a.md", Context(options={"long-sentence": {"words": 8}}))
    same(memo, text, "a.md", Context(accepted_words=frozenset({"Github"})))
    same(memo, text, "a.md", Context(severities={"term-case": "error"}))
    same(memo, text, "a.md", Context(rules_off=frozenset({"term-case"})))


def test_a_definition_elsewhere_makes_other_blocks_of_the_same_text() -> None:
    memo = Memo()
    text = "See [in order to] for it.\n\nMore.\n"
    same(memo, text, "a.md")
    same(memo, text + "\n[in order to]: https://example.com\n", "a.md")
    same(memo, text, "a.md")


def test_a_text_in_another_language_gets_back_to_english() -> None:
    memo = Memo()
    text = "In order to win we use it.\n\n"
    foreign = "A leitura do texto com perhaps e depois de maybe uma frase. " * 12
    for version in (text, text + foreign, text):
        same(memo, version, "a.md")


@pytest.mark.corpus
def test_edits_of_real_posts(corpus: Path) -> None:
    rng = random.Random(5)
    files = [path for path in sorted(corpus.joinpath("posts").rglob("*")) if path.suffix in DIALECTS]
    files += rng.sample(sorted(corpus.joinpath("notes").rglob("*.md")), 40)
    for path in files:
        memo, text = Memo(), path.read_text(encoding="utf-8")
        for _ in range(max(ROUNDS // 10, 4)):
            same(memo, text, path.name)
            text = change(rng, text)


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=2, max_size=4))
def test_what_is_held_is_what_stands_in_the_text(texts: list[str]) -> None:
    memo = Memo()
    wanted = frozenset(("the the", "x", "\n#", "- ", " the", "[^", "\n\n", "](", "```"))
    for text in texts:
        document = memo.read(Source("a.md", text))
        assert memo.held(document, wanted) == {one for one in wanted if one in text}
        memo.findings(document, "", lambda part: [])
