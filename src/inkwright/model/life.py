"""How long a post is read after it came out, by where its readers came from."""

from typing import Literal, get_args

from msgspec import Struct

ReaderKind = Literal["search", "social", "newsletter", "other", "own", "direct", "untold"]
KINDS: tuple[ReaderKind, ...] = get_args(ReaderKind)
"""Where readers come from: a search engine, a network or forum, a letter, another site, a page of the same site,
nowhere that is told by a source that tells it else ("direct"), or a source that tells nothing of it ("untold")."""


class Period(Struct, frozen=True):
    """A stretch of a post's life, from day `first` to day `last` after publishing (0 is that day, both included;
    `last` is None for all that comes later), with its views by kind; kinds without any are left out."""

    label: str
    first: int
    last: int | None
    views: dict[str, int]


class Half(Struct, frozen=True):
    """The days within which half of the first year's views of a kind ("all" for all together) came, publishing counted
    as the first; None where that cannot be said, and `why` not. `views` are those of the first year; `so_far` that the
    year is not over."""

    kind: str
    views: int
    days: int | None
    so_far: bool
    why: str = ""


class PostLife(Struct, frozen=True):
    """The life of one post. `age` is in days, `counted_from` the ISO day from which on somebody counted its site by
    day, `sources` who did. `early` are views before its date, which stand in no period; `missing` says which part of
    its first year nobody counted ("" for none), `notes` are sentences on what else is not known."""

    id: str
    title: str
    published: str
    age: int
    counted_from: str
    sources: tuple[str, ...]
    views: int
    early: int
    periods: tuple[Period, ...]
    halves: tuple[Half, ...]
    missing: str = ""
    notes: tuple[str, ...] = ()


class Together(Struct, frozen=True):
    """A period of all posts that lived through it and were counted from their first day on: how many these are, and
    their views by kind for one of them."""

    label: str
    first: int
    last: int | None
    posts: int
    per_post: dict[str, float]


class Lives(Struct, frozen=True):
    """The lives of posts, newest first, all of them together, and why it is too early to compare ("" when not).
    `year` are the halves of the posts that are a year old, taken together; `year_posts` is how many these are."""

    posts: tuple[PostLife, ...]
    together: tuple[Together, ...]
    year: tuple[Half, ...]
    year_posts: int
    early: str = ""
