"""What backs a claim."""

import pytest

from inkwright.lint.claim_evidence import has_number
from inkwright.lint.claims import claims
from inkwright.text.markdown import parse_text

SAID = "Small teams write better tests."
FENCE = "```text\nopen 41\nclosed 62\n```"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.3 times faster", True),
        ("faster on an H100", False),
        ("faster since Python 3.11", False),
        ("faster than GPT-4", False),
        ("faster in 2024", False),
        ("down to 64 ms", True),
        ("twice as fast", True),
        ("", False),
    ],
)
def test_has_number(text: str, expected: bool) -> None:
    assert has_number(text) is expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " The [study](https://example.org/offices) has the figures."),
        ("", "[^1]\n\n[^1]: Oldham, 1979."),
        ("We measured both floors for a month. ", ""),
        ("", " At noon the open floor had 61 % more interruptions."),
        ("", f"\n\n{FENCE}"),
        ("", "\n\n| floor | interruptions |\n|---|---|\n| open | 41 |"),
    ],
)
def test_evidence_nearby(before: str, after: str) -> None:
    assert not claims(parse_text(f"{before}{SAID}{after}\n", "post.md"))


@pytest.mark.parametrize("after", ["", " I booked a booth on my floor.", "\n\n```sh\nmake quiet\n```"])
def test_no_evidence_nearby(after: str) -> None:
    assert [claim.kind for claim in claims(parse_text(f"{SAID}{after}\n", "post.md"))] == ["causal"]
