"""The prose of the front matter: where its words stand, and that mending one of them keeps the file readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.engine import check as edited
from inkwright.lint.front_prose import front_prose
from inkwright.lint.rules.spelling.misspelling import check
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.text.edits import apply
from inkwright.text.markdown import parse_text

BODY = "\nThe server was ready.\n"


def findings(document: Document) -> list[Finding]:
    return list(check(document, Context()))


@pytest.mark.parametrize(
    "front",
    [
        "title: The infrence server",
        'title: "The infrence server: why"',
        "title: 'The infrence server'",
        "subtitle: The infrence server",
        "description: >\n  How we run the\n  infrence server at night",
        "description: |-\n    How we run the\n    infrence server at night",
        "description: How we run\n  the infrence server",
        "tags: [a, b]\nsummary: The infrence server # a comment",
    ],
)
def test_a_slip_in_the_front_matter_is_found_where_it_stands(front: str) -> None:
    document = parse_text(f"---\n{front}\n---\n{BODY}", "a.md")
    [finding] = findings(document)
    assert document.slice(finding.span) == "infrence"
    assert finding.fix
    mended = parse_text(apply(document.text, finding.fix.edits), "a.md")
    assert mended.text == document.text.replace("infrence", "inference")
    assert not mended.front_matter.problems


@pytest.mark.parametrize(
    "front",
    [
        "title: The `infrence` server",
        "slug: infrence",
        "title: 'It''s infrence'",
        "title: [infrence]",
        "title: 3",
        "title:",
    ],
)
def test_what_is_no_prose_or_written_with_escapes_is_left_alone(front: str) -> None:
    assert findings(parse_text(f"---\n{front}\n---\n{BODY}", "a.md")) == []


def test_toml_is_read_and_a_broken_front_matter_is_not() -> None:
    assert len(findings(parse_text(f'+++\ntitle = "The infrence server"\n+++\n{BODY}', "a.md"))) == 1
    assert findings(parse_text(f"---\ntitle: [The infrence\n---\n{BODY}", "a.md")) == []


def test_a_fix_that_needs_quoting_is_not_offered() -> None:
    [finding] = findings(parse_text(f"---\ntitle: 'It doesnt start'\n---\n{BODY}", "a.md"))
    assert finding.fix is None


def test_an_uncertain_word_of_the_title_that_the_post_uses_is_a_word() -> None:
    text = "---\ntitle: A styler for tables\n---\n\nThe styler is small.\n"
    assert findings(parse_text(text, "a.md")) == []
    both = "---\ntitle: The recieve call\n---\n\nIt has to recieve.\n"
    assert len(findings(parse_text(both, "a.md"))) == 2


def test_a_title_in_capitals_is_no_list_of_names() -> None:
    document = parse_text(f"---\ntitle: How Our Serevr Runs On Kubectl And Grafana\n---\n{BODY}", "a.md")
    assert [document.slice(finding.span) for finding in findings(document)] == ["Serevr"]


@given(st.text(), st.text())
def test_any_value_is_read_without_fail_and_its_words_stand_where_they_say(title: str, text: str) -> None:
    document = parse_text(f"---\ntitle: {title}\ndescription: |\n  {text}\n---\nBody.\n", "a.md")
    for held, base in front_prose(document):
        for span in held.passage.words:
            assert document.slice(span.shift(base)) == held.passage.slice(span)


STOCK = """---
title: "Unlock the full potential of your cache"
description: "In order to keep it warm, we leverage the power of a queue."
---
The cache is full.
"""


def test_wording_in_title_and_description_is_read() -> None:
    document = parse_text(STOCK, "a.md")
    named = [(one.rule, document.slice(one.span)) for one in edited(document, Context())]
    assert ("ai-phrase", "Unlock the full potential") in named
    assert ("ai-phrase", "leverage the power of") in named
    assert ("wordy-phrase", "In order to") in named


def test_wording_in_a_front_matter_that_cannot_be_read_is_left_alone() -> None:
    document = parse_text(STOCK.replace('cache"', "cache"), "a.md")
    assert not {one.rule for one in edited(document, Context())} & {"ai-phrase", "wordy-phrase"}


WORDY = st.sampled_from(["in order to", "due to the fact that", "utilize", "at this point in time", "a number of"])
PLAIN = st.sampled_from(["we", "keep", "the queue", "a cache", "warm", "and", "it is full"])


@given(st.lists(st.one_of(WORDY, PLAIN), min_size=1, max_size=8), st.sampled_from(['"', "'", ""]))
def test_a_mended_description_can_still_be_read(words: list[str], quote: str) -> None:
    said = " ".join(words).capitalize()
    text = f"---\ntitle: Queues\ndescription: {quote}{said}{quote}\ntags: [a]\n---\nThe body stays.\n"
    document = parse_text(text, "a.md")
    edits = [edit for one in edited(document, Context()) if one.fix for edit in one.fix.edits]
    mended = parse_text(apply(text, edits), "a.md")
    assert not mended.front_matter.problems
    assert mended.front_matter.data["tags"] == ["a"]
    assert mended.text.endswith("\ntags: [a]\n---\nThe body stays.\n")
