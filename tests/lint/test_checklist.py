import pytest

from inkwright.lint.checklist import checklist
from inkwright.lint.engine import check
from inkwright.model.context import Context
from inkwright.model.finding import ChecklistItem
from inkwright.platforms.metadata import metadata_of
from inkwright.text.markdown import parse_text

GOOD = """---
title: The cache
thesis: A small cache beats a large one when the keys are skewed.
reader_question: How large should my cache be?
beyond_docs: What happens to the hit rate under a skewed load.
---

A cache of forty entries answered nine of ten requests on the busiest day of our year, with no change to the code. We
show how to find that number for a service of your own, from nothing but the log of one day.

## What we measured

We replayed one day of requests against caches of six sizes and wrote down how often each one held the answer. The
[log](https://example.com/log) is public, with every address in it replaced by a number.

| Size | Hits |
| --- | --- |
| 40 | 91 % |

```python
print(4)
```

![Hit rate over cache size](https://example.com/plot.png)

- Start small.
- Measure again.
"""


def items(text: str, run: str = "passed") -> dict[str, ChecklistItem]:
    document = parse_text(text, "post.md")
    context = Context(metadata=metadata_of(document.front_matter.data))
    found = checklist(document, context, check(document, context), run)
    assert len(found) == 18
    return {item.id: item for item in found}


def test_a_good_post_fails_nothing() -> None:
    found = items(GOOD)
    assert [item.id for item in found.values() if item.state == "fail"] == []
    assert [item.id for item in found.values() if item.state == "ask"] == [
        "thesis", "sections", "claims", "question", "beyond-docs", "first-paragraph", "active-voice", "mobile",
    ]  # fmt: skip
    assert all(item.evidence for item in found.values())
    assert found["tables"].evidence == "1 table"
    assert found["sentences"].evidence == "19.5 words on average over 4 sentences"
    assert found["claims"].evidence == "1 link, 0 footnotes"
    assert found["alt-text"].evidence == "1 picture, none marked"


def test_each_fault_fails_its_item() -> None:
    text = GOOD.replace("thesis:", "idea:").replace("```python", "```").replace("![Hit rate over cache size]", "![]")
    text = text.replace("A cache of forty", "As we all know, a very good cache of RLVR")
    found = items(text, "stale")
    for id_ in ("thesis", "code-tested", "first-paragraph", "jargon", "weasel-words", "highlighting", "alt-text"):
        assert found[id_].state == "fail", id_
    assert "inkwright run" in found["code-tested"].evidence


def test_dense_and_endless_text_fails() -> None:
    sentence = "We replayed a day of requests against caches of six sizes and wrote down what came back. "
    found = items("# T\n\n" + sentence * 9 + "\n\n" + (sentence * 3 + "\n\n") * 10)
    assert found["paragraphs"].state == "fail"
    assert found["lists"].state == "fail"
    assert found["headings"].state == "fail"


PLANNED = """---
title: The cache
---
# The cache

## What we measured
<!-- plan
- the hit rate over the size
-->

Soon.
"""


@pytest.mark.parametrize("text", ["", "# The cache\n", PLANNED], ids=["empty", "title", "planned"])
def test_a_post_with_hardly_any_text_passes_nothing(text: str) -> None:
    found = items(text, "none")
    assert not [item for item in found.values() if item.state == "pass"]
    assert found["sentences"].evidence.startswith("nothing to judge yet: ")
    assert found["alt-text"].evidence == "no picture: would one help?"


def test_faults_of_a_short_text_fail_all_the_same() -> None:
    found = items("It is very fast.\n\n```\nx = 1\n```\n")
    assert found["weasel-words"].state == found["highlighting"].state == "fail"
    assert "nothing to judge" in found["jargon"].evidence


@pytest.mark.parametrize(
    ("words", "state"), [(9, "ask"), (14, "ask"), (15, "pass"), (20, "pass"), (21, "fail"), (30, "fail")]
)
def test_the_mean_of_sentences_is_said_as_it_is(words: int, state: str) -> None:
    sentence = " ".join(["We", *["measured"] * (words - 2), "caches."])
    found = items(f"{sentence}\n\n" * 8)["sentences"]
    assert found.state == state
    assert found.evidence.startswith(f"{words}.0 words on average over 8 sentences")


def test_diagrams_are_pictures_that_need_a_description() -> None:
    drawn = "\n```mermaid\nflowchart LR\n  A --> B\n```\n\n*The parts*\n"
    assert items(GOOD + drawn)["alt-text"].evidence == "2 pictures, none marked"
    found = items(GOOD + drawn.replace("*The parts*", "That is all."))["alt-text"]
    assert found.state == "fail"
    assert found.evidence == "1 picture without alt text (missing-diagram-alt)"


def test_pictures_in_html_and_embeds_count() -> None:
    text = GOOD.replace("![Hit rate over cache size](https://example.com/plot.png)", '<img src="a.png" alt="Hits">')
    assert items(text)["alt-text"].evidence == "1 picture, none marked"
    assert items(GOOD + "\n![[sizes.png]]\n")["alt-text"].evidence == "2 pictures, none marked"
