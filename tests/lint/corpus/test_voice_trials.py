"""Trials: twelve paragraphs of one author and a foreign one; how often the foreign one is ranked first.

The author's profile is made of the other paragraphs. Both kinds of trial are tried: twelve paragraphs of one post, and
twelve from all over. Run with `-s` to see the figures.
"""

import random
from collections import Counter
from pathlib import Path

import pytest

from inkwright.lint.tokens import Tokens, is_english, tokens
from inkwright.lint.voice import LEAST, distance
from inkwright.model.document import Document
from inkwright.text.markdown import parse_text

pytestmark = pytest.mark.corpus
AUTHORS = {
    "etcd": "posts/hugo-etcd", "scikit-learn": "posts/jekyll-scikit-learn", "llm-d": "posts/docusaurus-llm-d",
    "til": "notes/til", "hf-course": "posts/mdx-hf-course", "great-tables": "posts/quarto-great-tables",
}  # fmt: skip
TRIALS = 300
"""Six times the fifty of the bar, so that chance moves the figure by two in a hundred and not by five."""
OWN = 12
FOREIGN = 60
"""Words of the foreign paragraph at least."""
Held = list[tuple[Document, Tokens]]


@pytest.fixture(scope="module")
def paragraphs(corpus: Path) -> dict[str, Held]:
    return {author: list(_paragraphs(corpus / folder)) for author, folder in AUTHORS.items()}


def _paragraphs(folder: Path) -> Held:
    found: Held = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".mdx", ".qmd"):
            document = parse_text(path.read_text(encoding="utf-8"), path.name)
            if is_english(document):
                found += [(document, one) for one in tokens(document) if one.passage.kind == "paragraph"]
    return found


def foreign_first(paragraphs: dict[str, Held], author: str, dice: random.Random, one_post: bool) -> bool:
    long = [(document, one) for document, one in paragraphs[author] if len(one.words) >= LEAST]
    posts: dict[int, Held] = {}
    for document, one in long:
        posts.setdefault(id(document), []).append((document, one))
    many = [held for held in posts.values() if len(held) >= OWN]
    own = dice.sample(dice.choice(many) if one_post and many else long, OWN)
    stranger = dice.choice([name for name in AUTHORS if name != author])
    foreign = dice.choice([one for _, one in paragraphs[stranger] if len(one.words) >= FOREIGN])
    left_out = {id(document) if one_post else id(one) for document, one in own}
    others = Counter(
        word
        for document, one in paragraphs[author]
        if (id(document) if one_post else id(one)) not in left_out
        for word in one.words
    )
    post = [*(one for _, one in own), foreign]
    here = Counter(word for one in post for word in one.words)
    distances = [distance(one, others, here - Counter(one.words)) for one in post]
    return distances[-1] > max(distances[:-1])


@pytest.mark.parametrize(("one_post", "seed"), [(False, 101), (True, 102)], ids=["anywhere", "one-post"])
def test_a_foreign_paragraph_is_ranked_first(paragraphs: dict[str, Held], one_post: bool, seed: int) -> None:
    dice = random.Random(seed)
    names = list(AUTHORS)
    first = sum(foreign_first(paragraphs, names[trial % len(names)], dice, one_post) for trial in range(TRIALS))
    print(f"foreign paragraph first in {first} of {TRIALS} trials")
    assert first >= 0.8 * TRIALS
