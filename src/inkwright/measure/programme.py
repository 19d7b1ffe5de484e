"""The programme in two weeks: which steps the files say are done. Nothing is ticked off by hand."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal

from inkwright.model.programme import PostFacts, PostNeeds, ProgrammeStep, Progress

PARTS = ("snippets", "diagrams", "tables", "numbers")
"""What is counted in a post beside its words."""
SINGULAR = {"snippets": "snippet", "diagrams": "diagram", "tables": "table", "numbers": "bound number"}


@cache
def programme() -> tuple[ProgrammeStep, ...]:
    """The steps in their order."""
    import tomllib

    text = resources.files("inkwright.measure").joinpath("programme.toml").read_text(encoding="utf-8")
    return tuple(_step(**table) for table in tomllib.loads(text)["step"])


def _step(post: Mapping[str, object] | None = None, **said: object) -> ProgrammeStep:
    needs = PostNeeds(**{**post, "words": tuple(post["words"])}) if post else None  # type: ignore[arg-type]
    return ProgrammeStep(**said, post=needs)  # type: ignore[arg-type]


def progress(
    steps: Sequence[ProgrammeStep], posts: Sequence[PostFacts], counts: Mapping[str, int]
) -> tuple[Progress, ...]:
    """How each step stands, in order; the first that is not done is the next.

    Each post fulfils one step at most, the oldest first; a count that is not given is 0.
    """
    found, taken, asked = [], set[str](), False
    for step in steps:
        done, evidence, path = _judged(step, [post for post in posts if post.id not in taken], counts)
        taken |= {post.id for post in posts if done and post.path == path}
        state: Literal["done", "next", "open"] = "done" if done else "open" if asked else "next"
        asked = asked or state == "next"
        found.append(Progress(step, state, evidence, path))
    return tuple(found)


def _judged(step: ProgrammeStep, posts: Sequence[PostFacts], counts: Mapping[str, int]) -> tuple[bool, str, str]:
    """Whether a step is done, the numbers that say so, and the post that they are of."""
    if step.post is None:
        there = counts.get(step.counts, 0)
        return there >= step.at_least, _counted_of(there, step.at_least), ""
    needs = step.post
    fitting = sorted((post for post in posts if not _lacks(post, needs)), key=lambda post: (post.date, post.id))
    if fitting:
        return True, _numbers(fitting[0], needs), fitting[0].path
    near = min(posts, key=lambda post: (len(_lacks(post, needs)), _short_of(post, needs), post.id), default=None)
    if near is None or len(_lacks(near, needs)) > 2:
        return False, "", ""
    return False, f"{_numbers(near, needs)}; lacks {', '.join(_lacks(near, needs))}", near.path


def _counted_of(there: int, wanted: int) -> str:
    """A count beside what it should reach; "" where that is nothing, or one and there."""
    if not there or there == wanted == 1:
        return ""
    return f"{there:,}" if there >= wanted else f"{there} of {wanted}"


def _lacks(post: PostFacts, needs: PostNeeds) -> list[str]:
    """What a post lacks for a step, in a few words each; [] for one that fulfils it."""
    low, high = needs.words
    lacking = []
    if post.words < low:
        lacking.append(_words(low - post.words))
    if post.words > high:
        lacking.append(f"brevity (at most {high:,} words)")
    lacking += [_counted(getattr(needs, part), part) for part in PARTS if getattr(post, part) < getattr(needs, part)]
    return lacking if post.published else [*lacking, "publishing"]


def _short_of(post: PostFacts, needs: PostNeeds) -> int:
    """Words that are too few or too many."""
    low, high = needs.words
    return max(low - post.words, post.words - high, 0)


def _numbers(post: PostFacts, needs: PostNeeds) -> str:
    return ", ".join((_words(post.words), *_parts(post, needs)))


def _parts(post: PostFacts, needs: PostNeeds) -> Iterator[str]:
    for part in PARTS:
        if getattr(needs, part):
            yield _counted(getattr(post, part), part)


def _words(number: int) -> str:
    return f"{number:,} word{'s' * (number != 1)}"


def _counted(number: int, part: str) -> str:
    return f"{number} {SINGULAR[part]}{'s' * (number != 1)}"
