"""Which posts a post's page names: those that are most like it, and those that link to it.

Likeness is a matter of two posts alone, so that an edited or added post changes the lists of its neighbours and no
others. Only what the site lists is looked at. What an earlier build found is kept, and only what changed is looked at
again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import overload

from msgspec import Raw

from inkwright.similar.sketch import Near, nearest, nearest_again
from inkwright.similar.vectors import Vector
from inkwright.site.catalog import Catalog
from inkwright.site.entry import Entry
from inkwright.site.likeness import Link
from inkwright.site.made import Rows
from inkwright.site.names import Names
from inkwright.site.recipe import digest

MOST = 3
"""Related posts of a page."""
LEAST = 0.13
"""Likeness below which posts are not called related. **Source:** `docs/decisions/0038-related-posts-on-pages.md`."""
LINKING = 20
"""Posts that link to a page which are named, the newest."""
MANY = 30
"""Changed posts from which on all pairs are looked at."""
WINDOW = 64
"""Posts whose sketches are kept together: around a post some hundred are looked at, of thousands."""
ALIKE, LED, SKETCHES = "alike", "led", "sketches"
Related = Mapping[str, Sequence[Entry]]
"""Posts by the place of the page that names them."""


def related_posts(shown: Catalog, rows: Rows) -> Related:
    """The posts most like each listed post, the most alike first; those without any are left out."""
    posts = shown.posts[::-1]
    order = digest(*(post.file.path for post in posts))
    marks = [post.kept.marks for post in posts]
    key, body = rows.rows(ALIKE).get("", ("", b""))
    before = rows.decode(body, tuple[list[str], list[list[Near]]]) if key == order else None
    changed = [no for no, mark in enumerate(marks) if mark != before[0][no]] if before else range(len(posts))
    sketch = cache(lambda no: posts[no].kept.sketch())
    if before and len(changed) < MANY:
        renewed = nearest_again(before[1], changed, sketch, LEAST, MOST)
        found = [renewed.get(no, had) for no, had in enumerate(before[1])]
    else:
        found = nearest([sketch(no) for no in range(len(posts))], LEAST, MOST)
    if changed or before is None:
        rows.put(ALIKE, "", order, rows.encode((marks, found)))
        for window in sorted({no // WINDOW for no in changed}):
            some = range(len(posts))[window * WINDOW : (window + 1) * WINDOW]
            rows.put(SKETCHES, str(window), order, rows.encode([sketch(no) for no in some]))
    return {post.place: [posts[no] for _, no in near] for post, near in zip(posts, found, strict=True) if near}


class _Sketches:
    """The sketches that were kept, by the number of their post; those of `now` stand for what was kept."""

    def __init__(self, now: Mapping[int, Vector], order: str, rows: Rows) -> None:
        self._known = dict(now)
        self._order = order
        self._rows = rows

    def of(self, no: int) -> Vector:
        """The sketch of a post. Raises LookupError where none is kept."""
        if no not in self._known:
            window = no // WINDOW
            key, body = self._rows.some(SKETCHES, [str(window)])[str(window)]
            found = self._rows.decode(body, list[dict[str, float]]) if key == self._order else None
            self._known = {**dict(enumerate(found or (), window * WINDOW)), **self._known}
        return self._known[no]


def related_again(
    paths: Sequence[str], marks: Mapping[int, str], now: Mapping[int, Vector], rows: Rows
) -> tuple[Sequence[list[Near]], dict[int, list[Near]]] | None:
    """The lists of `related_posts` as a build left them, and those that are others now that the texts of some posts
    changed, whose digests are `marks` and whose sketches are `now`; None where nothing is kept. `paths` are those of
    the listed posts, oldest first."""
    order = digest(*paths)
    key, body = rows.rows(ALIKE).get("", ("", b""))
    kept = rows.decode(body, tuple[list[str], list[Raw]]) if key == order else None
    if kept is None:
        return None
    known, before = kept[0], _Decoded(kept[1], lambda one: rows.decode(one, list[Near]) or [])
    changed = [no for no, mark in marks.items() if mark != known[no]]
    try:
        return before, nearest_again(before, changed, _Sketches(now, order, rows).of, LEAST, MOST)
    except LookupError:
        return None


class _Decoded(Sequence[list[Near]]):
    """Lists of which few are asked for."""

    def __init__(self, kept: Sequence[Raw], decode: Callable[[bytes], list[Near]]) -> None:
        self._kept = kept
        self._decode = decode

    @overload
    def __getitem__(self, at: int) -> list[Near]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[Near]]: ...
    def __getitem__(self, at: int | slice) -> list[Near] | list[list[Near]]:
        return self._decode(bytes(self._kept[at])) if isinstance(at, int) else [self[no] for no in range(len(self))[at]]

    def __len__(self) -> int:
        return len(self._kept)


def linking_posts(shown: Catalog, names: Callable[[], Names], land: str, rows: Rows) -> Related:
    """The listed posts that link to each page or show it, newest first. `land` is the digest of all that `names`
    answers from."""
    key, body = rows.rows(LED).get("", ("", b""))
    known = rows.decode(body, dict[str, tuple[str, list[str]]]) if key == land else None
    before = known or {}
    now: dict[str, tuple[str, list[str]]] = {}
    for post in shown.posts:
        path, mark = post.file.path, post.kept.marks
        had = before.get(path)
        now[path] = had if had and had[0] == mark else (mark, leads_to(post, post.kept.links(), names()))
    if now != known:
        rows.put(LED, "", land, rows.encode(now))
    found: dict[str, list[Entry]] = {}
    for post in shown.posts:
        for place in now[post.file.path][1]:
            if place in shown.by_place and place != post.place:
                found.setdefault(place, []).append(post)
    return {place: posts[:LINKING] for place, posts in found.items()}


def leads_to(entry: Entry, links: Iterable[Link], names: Names) -> list[str]:
    """The places that links and embeds written in a post lead to, once each."""
    found = (names.find(entry, target) if kind == "link" else names.wiki(entry, target) for kind, target in links)
    return list(dict.fromkeys(goal.place for goal in found if goal.kind == "place"))
