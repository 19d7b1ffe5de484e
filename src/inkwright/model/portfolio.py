"""What a writer has to show: how far the goal of posts is, and which posts show which role or skill."""

from msgspec import Struct

from inkwright.model.talking_point import TalkingPoint


class Target(Struct, frozen=True):
    """A goal of `goal` posts between two ISO days; `done` counts those published, `due` holds a day for each that is
    left, the soonest first. `over` says that the last day has passed: what is left then has no day."""

    goal: int
    begin: str
    end: str
    done: int
    due: tuple[str, ...]
    over: bool = False

    @property
    def left(self) -> int:
        """How many posts the goal is away, 0 when it is reached."""
        return max(self.goal - self.done, 0)


class ShownPost(Struct, frozen=True):
    """A published post as a portfolio names it; `url` is absolute where the site has an address, `date` ISO or ""."""

    id: str
    title: str
    date: str
    url: str
    summary: str = ""
    level: str = ""
    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    points: tuple[TalkingPoint, ...] = ()


class Shelf(Struct, frozen=True):
    """The posts that show one role or one skill, those with most talking points first, then the newest."""

    name: str
    posts: tuple[ShownPost, ...]


class Portfolio(Struct, frozen=True):
    """The goal, and the published posts by role and by skill; both empty when no post names one."""

    target: Target
    roles: tuple[Shelf, ...]
    skills: tuple[Shelf, ...]
    posts: tuple[ShownPost, ...]


class Featured(Struct, frozen=True):
    """A post for a profile's shelf of links: title, one sentence of its own and address, each as long as may be; ""
    for what there is not."""

    title: str
    text: str
    url: str
