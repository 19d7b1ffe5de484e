"""Where clauses begin."""

import pytest

from inkwright.lint.clauses import opens_clause, run, touches
from inkwright.lint.tokens import tokens
from inkwright.text.markdown import parse_text


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("They run.", "they", True),
        ("It ends. They run.", "they", True),
        ("It ends because they run.", "they", True),
        ("It ends, and they run.", "they", True),
        ("What ends and they run.", "they", False),
        ("`x` they run.", "they", False),
        ("All that they run.", "they", False),
    ],
)
def test_opens_clause(text: str, word: str, opens: bool) -> None:
    (held,) = tokens(parse_text(text, "a.md"))
    assert opens_clause(held, held.words.index(word)) is opens


def test_run_ends_at_punctuation() -> None:
    (held,) = tokens(parse_text("One two, three", "a.md"))
    assert run(held, 0, 5) == ("one", "two")
    assert run(held, 0, 1) == ("one",)
    assert not touches(held, 0)
    assert touches(held, 1)
    assert not touches(held, 2)
