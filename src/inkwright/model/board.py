"""Every post with its stage and its gates, as `board` shows them."""

from msgspec import Struct

from inkwright.model.post import Gate, Stage
from inkwright.model.site import Unreadable
from inkwright.model.template import Budget


class BoardPost(Struct, frozen=True):
    """One post on the board: `stage` is the furthest that is passed, `open` are the gates before it that are not,
    `ahead` is the first open one after it, `next` the first open gate of all (None when there is none). `due` is a
    sentence on the date to publish by, `interest` 1 to 5, 0 where the writer did not say; `letter` is what a long post
    would take as one, "" for others and without a newsletter."""

    id: str
    path: str
    title: str
    template: str
    stage: Stage
    words: int
    budget: Budget
    publish_by: str
    next: Gate | None
    ahead: Gate | None
    open: tuple[Gate, ...]
    gates: tuple[Gate, ...]
    due: str = ""
    interest: int = 0
    letter: str = ""


class Board(Struct, frozen=True):
    """All posts, furthest stage first, within a stage by the date to publish by and then by id."""

    posts: tuple[BoardPost, ...]
    unreadable: tuple[Unreadable, ...] = ()
