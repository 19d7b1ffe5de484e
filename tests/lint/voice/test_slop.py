"""A post of stock phrases scores worse than every post that a person wrote; style is never an error."""

from importlib import resources
from pathlib import Path

import pytest

from inkwright.lint.engine import check
from inkwright.lint.rhythm import sentence_lengths, variation
from inkwright.lint.tokens import prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.text.markdown import parse_text
from inkwright.text.prose import word_count

POSTS = [
    path
    for path in sorted(Path(str(resources.files("inkwright.demo") / "workspace" / "posts")).glob("**/*.md"))
    if "\ndraft: true\n" not in path.read_text(encoding="utf-8")
]
SLOP = parse_text((Path(__file__).parent / "slop.md").read_text(encoding="utf-8"), "slop.md")


def score(document: Document) -> float:
    """Findings of rhythm and voice per 1,000 words."""
    found = [one for one in check(document, Context()) if one.category in ("rhythm", "voice")]
    return 1000 * len(found) / word_count(document)


def evenness(document: Document) -> float:
    return -variation(sentence_lengths([one for one in prose(document) if one.kind == "paragraph"]))


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.parent.name)
def test_slop_scores_worse_than_every_human_post_of_the_demo(path: Path) -> None:
    human = parse_text(path.read_text(encoding="utf-8"), path.name)
    assert score(SLOP) > 5 * score(human)
    assert score(human) < 6
    assert evenness(SLOP) > evenness(human)


def test_the_demo_has_published_posts() -> None:
    assert len(POSTS) >= 3


def test_slop_is_named_in_all_its_kinds() -> None:
    rules = {one.rule for one in check(SLOP, Context())}
    assert {"ai-phrase", "ai-contrast", "ai-vocabulary", "abstract-triad", "even-rhythm", "cliche"} <= rules


def test_nobody_says_who_wrote_it() -> None:
    for one in check(SLOP, Context()):
        said = one.message.lower()
        assert not any(verdict in said for verdict in ("written by", "wrote", "chatgpt", "machine", "a model"))


@pytest.mark.parametrize(
    "text",
    [
        "AI. Won't. Make. You. Read. Fragments.",
        "Cold? Yes. Very -- very -- cold. (Really.) Nine minutes… nine! And then: nothing; nothing at all.",
        "No. Not today. Never, ever, again!!! So what?! It shipped. — Me, at 3 a.m.",
    ],
)
def test_fragments_and_odd_punctuation_are_no_errors(text: str) -> None:
    found = check(parse_text(text + "\n", "post.md"), Context())
    assert [one for one in found if one.severity == "error" or one.category == "rhythm"] == []
