"""The few posts whose pages are made again, read from what was kept of them; the other posts are not looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import tzinfo

from inkwright.model.seen import Seen
from inkwright.similar.vectors import Vector
from inkwright.site.build import Build
from inkwright.site.card import Opened
from inkwright.site.catalog import make_entry
from inkwright.site.entry import Entry
from inkwright.site.few import UNKNOWN, FewCatalog, FewFrame, NeedsAll
from inkwright.site.glance import Surface
from inkwright.site.kept_cards import CARD, Row, kept_of_row
from inkwright.site.made import Rows
from inkwright.site.pages import Frame
from inkwright.site.related import related_again

MOST = 40
"""Posts beyond which all are looked at."""


def known_stamps(shelf: Rows, seen: Seen, paths: Sequence[str]) -> dict[str, str]:
    """The stamps that some posts had when their site was `seen`. Raises NeedsAll for one whose card is not of then."""
    found = {path: stamp for path, (stamp, _) in shelf.some(CARD, paths).items()}
    if not all(path in found and seen.had(path, found[path]) for path in paths):
        raise NeedsAll
    return found


def same_words(before: Row, now: Row) -> bool:
    """Whether a post says of itself elsewhere what it said, so that only its own page can change."""
    return (before.said, before.named, before.since, before.until, before.works) == (
        now.said, now.named, now.since, now.until, now.works,
    )  # fmt: skip


class FewPosts:
    """The posts around some whose text changed; `now` are their rows, by path. `open` gives a post, `local` is the time
    zone of dates without one."""

    def __init__(
        self, shelf: Rows, surface: Surface, now: Mapping[str, Row], open_: Callable[[str], Opened], local: tzinfo
    ) -> None:
        self._shelf = shelf
        self._surface = surface
        self._now = now
        self._open = open_
        self._local = local
        self._entries: dict[str, Entry] = {}
        self._oldest_first = surface.order[::-1]
        self._number = {path: no for no, path in enumerate(self._oldest_first)}

    def entries(self, paths: Iterable[str]) -> list[Entry]:
        """Posts that the site shows, by path. Raises NeedsAll for one that nothing is kept of."""
        paths = list(paths)
        lacking = [path for path in dict.fromkeys(paths) if path not in self._entries]
        rows = self._shelf.some(CARD, [path for path in lacking if path not in self._now])
        for path in lacking:
            row = self._now.get(path) or self._shelf.decode(rows.get(path, ("", b""))[1], Row)
            if row is None:
                raise NeedsAll
            kept = kept_of_row(row, lambda path=path: self._open(path), self._shelf.decode)  # type: ignore[misc]
            self._entries[path] = make_entry(kept, self._local)
        return [self._entries[path] for path in paths]

    def related(self) -> tuple[set[str], Callable[[str], list[str]]]:
        """The posts whose list of related ones is another now, and the list of each post, all by path."""
        rows = {self._number[path]: row for path, row in self._now.items() if path in self._number}
        marks, now = {no: row.marks for no, row in rows.items()}, {no: self._sketch(row) for no, row in rows.items()}
        found = related_again(self._oldest_first, marks, now, self._shelf) if marks else None
        if found is None:
            if marks:
                raise NeedsAll
            return set(), lambda path: []
        before, renewed = found
        other = {no for no, has in renewed.items() if _numbers(before[no]) != _numbers(has)}
        order, number = self._oldest_first, self._number
        after = lambda no: _numbers(renewed[no] if no in renewed else before[no])  # noqa: E731
        return {order[no] for no in other}, lambda path: [
            order[no] for no in (after(number[path]) if path in number else ())
        ]

    def neighbours(self, path: str) -> tuple[Entry | None, Entry | None]:
        """The next older and the next newer post of a listed one."""
        no = self._number.get(path)
        if no is None:
            return None, None
        order = self._oldest_first
        older = self.entries([order[no - 1]])[0] if no else None
        newer = self.entries([order[no + 1]])[0] if no + 1 < len(order) else None
        return older, newer

    def listed(self, path: str) -> bool:
        """Whether lists name a post."""
        return path in self._number

    def _sketch(self, row: Row) -> Vector:
        return self._shelf.decode(row.sketch, dict[str, float]) or {}


def _numbers(near: Sequence[tuple[float, int]]) -> list[int]:
    return [no for _, no in near]


def few_frame(build: Build, surface: Surface, posts: FewPosts, related: Mapping[Entry, Sequence[str]]) -> Frame:
    """What the pages share, and what stands around the text of each; `related` are the paths of the posts that are most
    like each. Raises NeedsAll when the pages share something else than they did."""
    info = build.content.info
    shown = FewCatalog(info, UNKNOWN, UNKNOWN, UNKNOWN, build.content.generator, tuple(surface.authors))
    alike = {entry.place: posts.entries(near) for entry, near in related.items() if near}
    linking = {one.place: posts.entries(surface.linking.get(one.place, ())) for one in related}
    near = {one.place: posts.neighbours(one.file.path) for one in related if posts.listed(one.file.path)}
    frame = FewFrame(shown, build.theme, build.look, alike, linking, surface.icon, surface.menu, near)
    if frame.said != surface.said:
        raise NeedsAll
    return frame
