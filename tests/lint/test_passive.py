"""Passive verbs: what is one, where it starts and ends, who does it, and how many of a labelled corpus are found."""

import os
from pathlib import Path

import pytest

from inkwright.lint.passive import passives
from inkwright.lint.tokens import tokens
from inkwright.text.markdown import parse_text

LABELS = Path(
    os.environ.get("INKWRIGHT_LABELS", Path(__file__).resolve().parents[3] / "shared" / "labels")
) / "en_ewt-ud-dev.conllu"  # fmt: skip
PASSIVE = {"aux:pass", "nsubj:pass", "csubj:pass"}


def said(text: str) -> list[tuple[str, str]]:
    """Verb and agent of each passive."""
    document = parse_text(text, "post.md")
    found = [one for held in tokens(document) for one in passives(held)]
    return [(document.slice(one.span), document.slice(one.agent)) for one in found]


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("The model was trained by us.", "was trained", "by us"),
        ("It has been quickly and quietly removed.", "", ""),
        ("It had not yet been fully tested.", "been fully tested", ""),
        ("The service got rewritten in a weekend.", "got rewritten", ""),
        ("How is this done?", "is this done", ""),
        ("Was the second file deleted?", "Was the second file deleted", ""),
        ("the file that is read by the server", "is read", "by the server"),
        ("It is *carefully* checked.", "is *carefully* checked", ""),
        ("It isn't used by default.", "isn't used", ""),
        ("It was sorted by date.", "was sorted", ""),
        ("It can be solved by adding a row.", "be solved", ""),
        ("The labels were drawn by hand.", "were drawn", ""),
        ("We were surprised by the result.", "were surprised", "by the result"),
    ],
)
def test_passive(text: str, verb: str, agent: str) -> None:
    assert said(text) == ([(verb, agent)] if verb else [])


@pytest.mark.parametrize(
    "text",
    [
        "We are excited to see it.",
        "The team got excited.",
        "The budget is limited.",
        "He is gone.",
        "I am used to waiting.",
        "We got started early.",
        "It is a used car.",
        "The seed is red.",
        "There is speed in need.",
        "It is `used`.",
        "They had built it.",
        "This is the function I defined.",
        "Is this what you wanted?",
        "",
    ],
)
def test_no_passive(text: str) -> None:
    assert said(text) == []


@pytest.mark.corpus
def test_f1_on_labelled_sentences() -> None:
    """**Source:** bar "passive voice F1, UD English EWT >= 85", sentence by sentence."""
    if not LABELS.exists():
        pytest.skip("the labelled sentences are not here")
    right = wrong = missed = 0
    for block in LABELS.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        labelled = any(line.split("\t")[7] in PASSIVE for line in lines if not line.startswith("#"))
        found = bool(said(text))
        right += found and labelled
        wrong += found and not labelled
        missed += labelled and not found
    f1 = 2 * right / (2 * right + wrong + missed)
    print(f"passive voice: F1 {100 * f1:.1f} (right {right}, wrong {wrong}, missed {missed})")
    assert f1 >= 0.85
