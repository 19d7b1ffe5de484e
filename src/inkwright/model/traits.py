"""What good engineering blogs have in common, and how a writer's own posts stand beside it."""

from msgspec import Struct


class Trait(Struct, frozen=True):
    """A trait: what it is, the `question` to ask oneself, and where it can be `seen`: blogs with their addresses."""

    name: str
    title: str
    question: str
    seen: str


class PostShape(Struct, frozen=True):
    """A published post by its numbers. `own` counts sentences that say I or we, of `sentences`; `figures` pictures,
    diagrams and tables, `code` pieces of code, `runs` those that can be run here, `numbers` those bound to data,
    `links` those that lead to other sites. `kind` says whether its template is named, `told` whether it has a
    description."""

    path: str
    date: str
    words: int
    headings: int
    sentences: int
    own: int
    figures: int
    code: int
    runs: int
    numbers: int
    links: int
    kind: bool
    told: bool


class TraitFound(Struct, frozen=True):
    """A trait with the `numbers` of the writer's own posts, in words, and the `posts` to look at, the newest first."""

    trait: Trait
    numbers: str
    posts: tuple[str, ...] = ()
