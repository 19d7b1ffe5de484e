"""How often a writer publishes, what an honest next step would be, and how long each post took."""

from typing import Literal

from msgspec import Struct

Ground = Literal["goal", "a little beyond", "often enough", "after a pause", "too early"]


class Cadence(Struct, frozen=True):
    """`months` holds (month, posts) of the last twelve, oldest first. `every` is the usual number of days from one day
    with posts to the next, None below four such days; `goal` the one that the writer set, 0 for none. `step` is the
    number of days that is proposed for the next post, `due` the ISO day that this makes ("" when nothing is proposed),
    and `ground` why."""

    posts: int
    last: str
    every: int | None
    goal: int
    step: int | None
    due: str
    ground: Ground
    months: tuple[tuple[str, int], ...]


class LeadTime(Struct, frozen=True):
    """How long one published post took: days from the first idea, the first session and the end of its draft to its
    publishing, None for what is not known (or does not come before it); `minutes` of all sessions on it."""

    id: str
    title: str
    published: str
    from_idea: int | None
    from_start: int | None
    from_draft: int | None
    minutes: int
    words: int
