"""The first hundred words, and whether they name a keyword."""

import pytest

from inkwright.lint.intro import holds_keyword, intro_text
from inkwright.text.markdown import parse_text


@pytest.mark.parametrize(
    ("text", "keyword", "held"),
    [
        ("Two models ran.", "model", True),
        ("Remodelling is hard.", "model", False),
        ("A plan for queries.", "query plan", True),
        ("A dynamic batcher.", "dynamic batching", True),
        ("The batch is static.", "dynamic batching", False),
        ("The JSONL file.", "json", True),
        ("GPT-2 writes.", "gpt-2", True),
        ("Anything.", "", True),
        ("It is because of this.", "because", True),
    ],
)
def test_a_keyword_is_known_by_its_words(text: str, keyword: str, held: bool) -> None:
    assert holds_keyword(text, keyword) is held


def test_the_intro_has_code_in_sentences_and_no_title_or_code_block() -> None:
    document = parse_text("# Title\n\nRun `jq` now.\n\n```sh\nsecret\n```\n\n## Next\n\nMore.\n")
    assert intro_text(document).split() == ["Run", "jq", "now.", "Next", "More."]


def test_the_intro_ends_after_its_words() -> None:
    document = parse_text("one two three four five\n\nsix seven\n")
    assert intro_text(document, 6).split() == ["one", "two", "three", "four", "five", "six"]
    assert intro_text(parse_text("")) == ""
