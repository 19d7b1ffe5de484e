"""Publishing as it is told of: what stands in the way, what happened, what would happen."""

from typing import Literal

from msgspec import Struct

from inkwright.model.deploy import Deployed
from inkwright.model.site import Built

PublishState = Literal["published", "updated", "unchanged", "scheduled", "unpublished", "blocked", "stopped"]


class Obstacle(Struct, frozen=True):
    """One thing that stands in the way of publishing: where (`line` 0 for the post as a whole), what, and the command
    that helps ("" where it is mended by hand)."""

    path: str
    line: int
    message: str
    command: str = ""

    def __str__(self) -> str:
        """`path:line: message`, as it is shown and kept in the record."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}"


class KeyChange(Struct, frozen=True):
    """A line of front matter that is changed: as it was ("" for a new one) and as it becomes ("" for one removed)."""

    before: str
    after: str


class Published(Struct, frozen=True):
    """What publishing one post came to, or would come to when `dry`.

    `url` is its path on the site, `date` the day that it carries. `obstacles` stand in the way ("blocked") or were
    passed over. `changes` are the lines of its front matter that change, `pages` the files of the site that would.
    `moved_from` is the address that it was last published at, "" where that is still its own; `led_on` whether its
    readers are led on from there. `hint` says what is left to do by hand.
    """

    path: str
    state: PublishState
    url: str = ""
    date: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    changes: tuple[KeyChange, ...] = ()
    pages: tuple[str, ...] = ()
    dry: bool = False
    moved_from: str = ""
    led_on: bool = False
    hint: str = ""


class Release(Struct, frozen=True):
    """One run of publishing: each post, the build that followed, what was sent where; None for what was not done.
    `advice` is a line for the writer, "" for none."""

    posts: tuple[Published, ...] = ()
    built: Built | None = None
    deployed: Deployed | None = None
    advice: str = ""
