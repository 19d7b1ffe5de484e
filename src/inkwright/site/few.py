"""The pages of a few posts made again while all others say what they said: nothing that needs all posts is known here,
and what asks for it ends the attempt."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NoReturn

from msgspec import field
from msgspec.structs import replace

from inkwright.site.again import LAND, Again
from inkwright.site.build import Build, Making
from inkwright.site.catalog import Catalog, Group
from inkwright.site.entry import Entry
from inkwright.site.made import ALONE, MADE, Lost, Made, Notes, Rows, Stamps, Target
from inkwright.site.names import WRITTEN, Names
from inkwright.site.names import Target as Goal
from inkwright.site.pages import Frame
from inkwright.site.paths import has_scheme
from inkwright.site.publication import FEEDS
from inkwright.site.recipe import Recipe

Question = tuple[str, str, str]


class NeedsAll(Exception):
    """Something that only all posts together can answer was asked for."""


class _Unknown:
    """All posts, where they were not looked at."""

    def _refuse(self, *asked: object) -> NoReturn:
        raise NeedsAll

    __iter__ = __len__ = __getitem__ = __contains__ = items = keys = _refuse


UNKNOWN: Any = _Unknown()


class FewCatalog(Catalog, frozen=True, eq=False, dict=True):
    """A catalog whose entries are not known; `named` are the authors who have a page."""

    named: tuple[str, ...] = ()

    @cached_property
    def authors(self) -> Mapping[str, Group]:
        """Who has a page, their posts left out."""
        return {slug: Group(slug, slug, UNKNOWN) for slug in self.named}


class FewFrame(Frame, frozen=True, eq=False, dict=True):
    """A frame whose menu and neighbours were kept."""

    entries: Sequence[tuple[str, str]] = ()
    near: Mapping[str, tuple[Entry | None, Entry | None]] = field(default_factory=dict)

    @cached_property
    def menu(self) -> Sequence[tuple[str, str]]:
        """As it was."""
        return self.entries

    @cached_property
    def neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        """Those of the few posts."""
        return dict(self.near)


class FewNames(Names):
    """Answers what was asked before as it was answered then, and what needs no other post."""

    def __init__(self, known: Mapping[Question, str], origin: str) -> None:
        self._known = known
        self._origin = origin

    def find(self, entry: Entry, target: str) -> Goal:
        """As `Names.find`."""
        own = self._origin and target.startswith(self._origin)
        if not own and (not target or target.startswith("#") or has_scheme(target)):
            return WRITTEN
        return self._answer("find", entry, target)

    def wiki(self, entry: Entry, target: str) -> Goal:
        """As `Names.wiki`."""
        return self._answer("wiki", entry, target)

    def page(self, entry: Entry, target: str) -> Goal:
        """As `Names.page`."""
        return self._answer("page", entry, target)

    def note(self, entry: Entry, name: str) -> Entry | None:
        """As `Names.note`, where there was none."""
        if self._known.get(("note", entry.file.path, name)) != "":
            raise NeedsAll
        return None

    def _answer(self, kind: str, entry: Entry, target: str) -> Goal:
        known = self._known.get((kind, entry.file.path, target))
        if known is None:
            raise NeedsAll
        said, place, tail, source = known.split("\0")
        return Goal(said, place, tail, source)  # type: ignore[arg-type]


class FewRows:
    """The rows of an earlier build about some places, as if it had made no others."""

    def __init__(self, shelf: Rows, places: Sequence[str]) -> None:
        self._shelf = shelf
        self._places = places

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        """What was made of these places, and what the answers about the site depended on."""
        if kind == MADE:
            return self._shelf.some(MADE, self._places)
        return self._shelf.rows(LAND) if kind == LAND else {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shelf, name)


class FewMaking(Making):
    """The pages of a few posts, and the feeds. `fed` are the paths of the posts that feeds carry, `carried` these posts
    where the feeds are to be made too."""

    def __init__(
        self, build: Build, frame: Frame, names: Names, entries: Sequence[Entry], fed: Sequence[str],
        carried: Sequence[Entry],
    ) -> None:  # fmt: skip
        self._few = entries
        self._fed = fed
        self._carried = carried
        self._names = names
        super().__init__(build, frame.catalog, frame)

    @property
    def count(self) -> int:
        """How many posts."""
        return len(self._few)

    @cached_property
    def names(self) -> Names:
        """What was answered before."""
        return self._names

    def recipes(self) -> Iterator[Recipe]:
        """The pages, each made before the next is asked for, then the feeds, which hold what was just made."""
        for entry in self._few:
            yield replace(self.article(entry, entry.file.path in self._fed), post="")
        if self._carried:
            yield self.feeds(self._carried)


class FewAgain(Again):
    """Makes the pages of a few posts again, and the feeds. `before` is what was made of them, by place. Raises NeedsAll
    when a page shows another set of pictures, which other pages may show too."""

    def __init__(
        self, shelf: Rows, target: Target, notes: Notes, stamps: Stamps, before: Mapping[str, Made]
    ) -> None:  # fmt: skip
        land = shelf.rows(LAND).get("", ("", b""))[0]
        super().__init__(FewRows(shelf, [*before]), target, notes, stamps, ALONE, (), land)
        self._before = before
        self._done: set[str] = set()
        for place, made in before.items():
            self._beside.update(made.pages[1:] if place != FEEDS else ())

    def _count(self, place: str, made: Made) -> None:
        known = self._before.get(place)
        if known is None or dict(known.pages).keys() != dict(made.pages).keys():
            raise NeedsAll
        self._done.add(place)
        super()._count(place, made)

    def lost_beside(self, known: Mapping[str, list[Lost]]) -> dict[str, list[Lost]]:
        """What all pages lack, given what they lacked before, in the same order. Raises NeedsAll where one lacks
        something that lacked nothing."""
        if not self.lost.keys() <= known.keys():
            raise NeedsAll
        return {place: self.lost.get(place, [] if place in self._done else lost) for place, lost in known.items()}


def known_answers(before: Mapping[str, Made]) -> dict[Question, str]:
    """What was answered while some pages were made."""
    return {(kind, path, rest): answer for made in before.values() for kind, path, rest, answer in made.asked}
