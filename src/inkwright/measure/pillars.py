"""Pillars, the editorial themes that a writer declared: which one a post has, and the share of each."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from inkwright.model.errors import UsageError
from inkwright.model.pillar import FiledPost, PillarShare


def shares(posts: Iterable[FiledPost], pillars: Sequence[str]) -> list[PillarShare]:
    """Each declared pillar in the order declared, then those that are not declared, last the posts without one ("").

    A declared pillar without posts is shown with none; posts without a pillar make no row where there are none.
    Case is of no account.
    """
    names = {name.casefold(): name for name in pillars}
    filed: dict[str, list[FiledPost]] = defaultdict(list)
    for post in posts:
        filed[names.setdefault(post.pillar.casefold(), post.pillar) if post.pillar else ""].append(post)
    words = sum(post.words for posts_ in filed.values() for post in posts_)
    order = [name for name in names.values() if name] + ([""] if "" in filed else [])
    return [_share(name, filed.get(name, []), words, name in pillars) for name in order]


def _share(name: str, posts: Sequence[FiledPost], total: int, known: bool) -> PillarShare:
    words = sum(post.words for post in posts)
    last = max((post.date for post in posts), default="")
    return PillarShare(name, len(posts), words, round(words / total, 4) if total else 0.0, last, known)


def declared(pillars: Sequence[str], typed: str) -> str:
    """The declared pillar that is meant, case aside; any where none is declared. Raises UsageError for another."""
    if not pillars:
        return typed
    found = next((name for name in pillars if name.casefold() == typed.strip().casefold()), None)
    if found is None:
        near = difflib.get_close_matches(typed.casefold(), [name.casefold() for name in pillars], 1)
        guess = next((name for name in pillars if near and name.casefold() == near[0]), "")
        said = f"Did you mean `{guess}`?" if guess else f"`pillars` in inkwright.toml has: {', '.join(pillars)}."
        raise UsageError(f"there is no pillar `{typed}`", hint=said)
    return found


def fault(pillars: Sequence[str], pillar: str) -> str:
    """What is wrong with the pillar of a post ("" for none), in one sentence; "" where all is well or none declared."""
    if not pillars or pillar.casefold() in (name.casefold() for name in pillars):
        return ""
    if not pillar:
        return f"no `pillar:` says which of your themes it belongs to ({', '.join(pillars)})"
    return f"`pillar: {pillar}` is none of your themes ({', '.join(pillars)})"
