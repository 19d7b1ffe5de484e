"""What good engineering blogs have in common, beside the numbers of one's own posts. No verdict: how much is enough is
the writer's to say, the list only shows where to look."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from statistics import median

from inkwright.measure.cadence import cadence, step_said
from inkwright.model.document import Document
from inkwright.model.post import Metadata
from inkwright.model.regex import regex
from inkwright.model.traits import PostShape, Trait, TraitFound
from inkwright.text.diagrams import diagrams
from inkwright.text.marks import bound_numbers
from inkwright.text.prose import passages

LOOK = 2
"""Posts to look at for a trait, at most."""
FAR = 300
"""Words from one heading to the next that are far. **Source:** requirement PRF-6."""
SHORT = 2
"""A post with less than one part in so many of the usual words is a short one. **Source:** own choice."""
_OWN = regex(r"\b(?:i|we|my|our|me|us)\b", re.I)
_IMG = regex(r"<(?:img|svg|video|iframe)\b", re.I)
_PICTURES = frozenset({"figure", "img", "image", "video", "youtube"})
"""Names of shortcodes and components that show one."""
_RUNNING = frozenset({"paragraph", "item"})


@cache
def traits() -> tuple[Trait, ...]:
    """The traits in their order."""
    import tomllib

    text = resources.files("inkwright.measure").joinpath("traits.toml").read_text(encoding="utf-8")
    return tuple(Trait(**table) for table in tomllib.loads(text)["trait"])


def shape(document: Document, metadata: Metadata, path: str, words: int, runs: int) -> PostShape:
    """A post by its numbers; `words` are those of its prose, `runs` pieces of code that can be run."""
    drawn = len(diagrams(document))
    said = [found.slice(span) for found in passages(document) if found.kind in _RUNNING for span in found.sentences]
    return PostShape(
        path, metadata.date[:10], words, len(document.of_kind("heading")), len(said),
        sum(bool(_OWN.search(one)) for one in said), _pictures(document) + drawn + len(document.of_kind("table")),
        len(document.of_kind("code")) - drawn, runs, len(bound_numbers(document)),
        sum(one.target.startswith(("http://", "https://")) for one in document.inlines_of("link")),
        bool(metadata.template), bool(metadata.description),
    )  # fmt: skip


def _pictures(document: Document) -> int:
    """Pictures as Markdown, HTML and the constructs of other generators write them."""
    html = [*(one.text for one in document.of_kind("html")), *(one.text for one in document.inlines_of("html"))]
    made = [*(one.info for one in document.of_kind("opaque")), *(one.target for one in document.inlines_of("opaque"))]
    shown = sum(len(_IMG.findall(one)) for one in html) + sum(one.lower() in _PICTURES for one in made)
    return shown + len(document.inlines_of("image", "embed"))


def found_traits(posts: Sequence[PostShape], today: str) -> tuple[TraitFound, ...]:
    """Each trait with the numbers of these posts, and those of them that lack it; without posts no numbers.

    `today` is ISO; days to come are not counted in the rhythm.
    """
    newest = sorted(posts, key=lambda post: (post.date, post.path), reverse=True)
    if not newest:
        return tuple(TraitFound(trait, "") for trait in traits())
    usual = median(post.words for post in newest)
    told = {
        "format": (_format(newest), [post for post in newest if post.words > FAR * (post.headings + 1)]),
        "depth": (_depth(newest), [post for post in newest if post.words * SHORT < usual]),
        "view": (_view(newest), [post for post in newest if not post.own]),
        "visuals": (_visuals(newest), [post for post in newest if not post.figures]),
        "practical": (_practical(newest), [post for post in newest if not post.code]),
        "rhythm": (_rhythm(newest, today), []),
    }
    return tuple(
        TraitFound(trait, told[trait.name][0], tuple(post.path for post in told[trait.name][1][:LOOK]))
        for trait in traits()
    )


def _format(posts: Sequence[PostShape]) -> str:
    headings, words = sum(post.headings for post in posts), sum(post.words for post in posts)
    every = f"; a heading every {words / headings:,.0f} words" if headings else "; no headings"
    kinds, said = sum(post.kind for post in posts), sum(post.told for post in posts)
    return f"{_of(kinds, posts)} name their kind, {_of(said, posts)} have a description{every}"


def _depth(posts: Sequence[PostShape]) -> str:
    words = sorted(post.words for post in posts)
    spread = f" ({words[0]:,} to {words[-1]:,})" if words[0] != words[-1] else ""
    links = sum(post.links for post in posts) / len(posts)
    return f"{median(words):,.0f} words in the middle{spread}; {links:.1f} links to others a post"


def _view(posts: Sequence[PostShape]) -> str:
    own, all_ = sum(post.own for post in posts), sum(post.sentences for post in posts)
    share = f"I or we in {own / all_:.0%} of sentences" if all_ else "no sentences"
    return f"{share}; {_of(sum(bool(post.numbers) for post in posts), posts)} hold numbers bound to your own data"


def _visuals(posts: Sequence[PostShape]) -> str:
    figures, words = sum(post.figures for post in posts), sum(post.words for post in posts)
    rate = f"; {1000 * figures / words:.1f} in 1,000 words" if words else ""
    return f"{_of(sum(bool(post.figures) for post in posts), posts)} have a picture, diagram or table{rate}"


def _practical(posts: Sequence[PostShape]) -> str:
    shown, runs = (sum(bool(getattr(post, name)) for post in posts) for name in ("code", "runs"))
    return f"{_of(shown, posts)} show code, {_of(runs, posts)} code that runs"


def _rhythm(posts: Sequence[PostShape], today: str) -> str:
    found = cadence((post.date for post in posts), today)
    if found.every is None:
        return step_said(found).rstrip(".")
    return f"a post in {found.every} days, the last on {found.last}"


def _of(number: int, posts: Sequence[PostShape]) -> str:
    return f"{number} of {len(posts)}"
