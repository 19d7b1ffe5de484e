"""The posts of a workspace as cards: kept ones where nothing that they were made from changed, else made anew."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from msgspec.structs import replace

from inkwright.flows.later import later
from inkwright.flows.load import left_out, load_post
from inkwright.flows.load_site import site_info, static_files
from inkwright.flows.references import Bibliographies
from inkwright.flows.survey import Survey
from inkwright.flows.word_weights import word_weight
from inkwright.model.errors import InkwrightError
from inkwright.model.site import Unreadable
from inkwright.model.when_needed import when_needed
from inkwright.similar.sketch import Background
from inkwright.site.card import Content, Opened, opened_of
from inkwright.site.kept_cards import CARD, Row, doubtful, holds, kept_of_row, row_of, same_rows
from inkwright.text.markdown import parse
from inkwright.text.only import only_for
from inkwright.workspace.public import require_own
from inkwright.workspace.shelf import Shelf

with when_needed(__name__):
    from inkwright.process import spread

OPEN = 500
"""Posts that are held open at once: rendering a page right after its card was made saves parsing it again."""
MANY = 100
"""Posts from which on several processes read them."""
Answer = tuple[str, str, Row | None, Unreadable | None]
"""A post's path and stamp, and its card or why there is none."""


class Cards:
    """The cards of one workspace. `today` is ISO and holds later posts back. Once all were asked for, `known` are their
    rows and `stamps` those of all their files."""

    def __init__(self, found: Survey, shelf: Shelf, today: str) -> None:
        self.found = found
        self._shelf = shelf
        self._today = today
        self._works = Bibliographies(found.workspace)
        self._background = Background(word_weight)
        self.opened = lru_cache(OPEN)(self._opened)
        self.known: dict[str, Row] = {}
        self.stamps: dict[str, str] = {}

    def content(self) -> Content:
        """All posts, sorted by path; a file that cannot be read is among `unreadable`."""
        found, paths = self.found, [file.path for file in self.found.posts]
        rows, stamps = self._shelf.rows(CARD), found.workspace.stamps(paths)
        doubted = doubtful(self._shelf, (name for name in found.folder.names if name not in found.by_path), self._text)
        same = same_rows(rows, stamps, self._shelf.decode).items()
        known = {path: row for path, row in same if holds(row, self._today, self._works.stamp) and not doubted(path)}
        self.known, self.stamps = known, stamps
        unreadable = []
        for path, stamp, row, trouble in self._make_all([(p, stamps.get(p, "")) for p in paths if p not in known]):
            if row is not None:
                known[path] = row
                self._shelf.put(CARD, path, stamp, self._shelf.encode(row))
            if trouble is not None:
                unreadable.append(trouble)
        for gone in rows.keys() - set(paths):
            self._shelf.drop(CARD, gone)
        unreadable = [*sorted(unreadable, key=lambda one: one.path), *left_out(found)]
        there, decode = (path for path in paths if path in known), self._shelf.decode
        kept = tuple(kept_of_row(known[path], partial(self.opened, path), decode) for path in there)
        return Content(site_info(found), kept, found.generator.name, static_files(found), tuple(unreadable))

    def row(self, path: str, stamp: str) -> Row | None:
        """The card of one post made anew and kept; None when it cannot be read."""
        self.opened.cache_clear()
        _, _, row, _ = self._make((path, stamp))
        if row is not None:
            self._shelf.put(CARD, path, stamp, self._shelf.encode(row))
        return row

    def _make_all(self, wanted: list[tuple[str, str]]) -> Iterable[Answer]:
        """The cards of some posts, given with their stamps, or why there is none; by several processes for many."""
        parts = spread.spread(wanted, self._part, lambda: None, MANY)
        if parts is None:
            return map(self._make, wanted)
        return (one for part in parts for one in self._shelf.decode(part, list[Answer]) or ())

    def _part(self, wanted: Sequence[tuple[str, str]], tick: Callable[[], None]) -> bytes:
        return self._shelf.encode([self._make(one) for one in wanted])

    def _make(self, wanted: tuple[str, str]) -> Answer:
        path, stamp = wanted
        try:
            opened = self.opened(path)
            data = self.found.workspace.read_bytes(path)
        except InkwrightError as error:
            return path, stamp, None, Unreadable(path, error.line, error.message, error.hint)
        row = row_of(opened, data, self._background, self._today, self._works.stamp, self._shelf.encode)
        return path, stamp, row, None

    def _opened(self, path: str) -> Opened:
        """A post for its page or its card, from memory while it is there. Raises UnreadableError."""
        require_own(self.found.workspace, path)
        document = only_for(parse(self.found.workspace.read(path)), "web")
        post = load_post(self.found, path, self._today, document, self._works)
        opened = opened_of(post, self.found.generator.name)
        if not (opened.card.roles and self.found.workspace.settings.site.portfolio):
            return opened
        points = later("talking_points").points_of(opened.post, opened.card.title_id)
        return replace(opened, card=replace(opened.card, points=points))

    def _text(self, path: str) -> bytes:
        try:
            return self.found.workspace.read_bytes(path)
        except InkwrightError:
            return b""  # whoever opens it says why
