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

A cache of forty entries answered nine of ten requests on our busiest day. We show how to find that number for yours.

## What we measured

We replayed one day of requests against caches of six sizes. The [log](https://example.com/log) is public.

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
    assert found["sentences"].evidence.startswith("9.5 words on average over 4 sentences")


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


def test_an_empty_post_gives_eighteen_lines_too() -> None:
    assert items("", "none")["code-tested"].state == "pass"
