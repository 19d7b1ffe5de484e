"""Passages of one vault put into a post as they stand and with light edits; and posts that copied nothing.

Run with `-s` to see the figures.
"""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from inkwright.lint.originality import copies
from inkwright.lint.tokens import tokens
from inkwright.model.sources import SourceText
from inkwright.similar.winnowing import fingerprints
from inkwright.similar.words import plain, words_of
from inkwright.text.markdown import parse_text

pytestmark = pytest.mark.corpus
TRIALS = 200
SWAPS = ("method", "require", "system", "large", "thing", "approach", "obtain", "good", "run", "call", "some", "other")


class Vault:
    """Notes by path, found by their fingerprints, one of them left out."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts
        self.prints = {path: fingerprints(words_of(plain(text))) for path, text in texts.items()}
        self.without = ""

    def near(self, fingerprints: frozenset[int]) -> Sequence[str]:
        counts = {path: len(fingerprints & held) for path, held in self.prints.items() if path != self.without}
        return [path for path, count in Counter(counts).most_common(10) if count > 1]

    def source(self, path: str) -> SourceText:
        return SourceText(path, self.texts[path])


@pytest.fixture(scope="module")
def vault(corpus: Path) -> Vault:
    folder = corpus / "notes" / "til"
    return Vault({str(path): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))})


def paragraphs(vault: Vault) -> list[tuple[str, str]]:
    """Path and source of every paragraph of running text of 30 to 120 words."""
    documents = ((path, parse_text(text, path)) for path, text in vault.texts.items())
    return [
        (path, document.slice(held.passage.span))
        for path, document in documents
        for held in tokens(document)
        if held.passage.kind == "paragraph" and 30 <= len(held.words) <= 120
    ]


def edited(paragraph: str, share: float, dice: random.Random) -> str:
    """The paragraph with that share of its words dropped or swapped."""
    kept = []
    for word in paragraph.split(" "):
        fate = dice.random()
        if fate >= share / 2:
            kept.append(word if fate >= share else dice.choice(SWAPS))
    return " ".join(kept)


@pytest.mark.parametrize(("share", "bar"), [(0.0, 0.98), (0.08, 0.95), (0.15, 0.9)])
def test_copied_passages_are_found(vault: Vault, share: float, bar: float) -> None:
    dice = random.Random(5)
    vault.without = ""
    named = 0
    for path, paragraph in dice.sample(paragraphs(vault), TRIALS):
        document = parse_text(f"We tried it.\n\n{edited(paragraph, share, dice)}\n", "post.md")
        named += any(copy.source.path == path and not copy.quoted for copy in copies(document, vault))
    print(f"{named} of {TRIALS} found with {share:.0%} of the words changed")
    assert named >= bar * TRIALS


def test_own_paragraphs_are_left_alone(vault: Vault) -> None:
    dice = random.Random(6)
    flagged = 0
    for path, paragraph in dice.sample(paragraphs(vault), TRIALS):
        vault.without = path
        flagged += bool(list(copies(parse_text(paragraph, "post.md"), vault)))
    print(f"{flagged} of {TRIALS} paragraphs stand in another note")
    assert flagged <= 0.03 * TRIALS
