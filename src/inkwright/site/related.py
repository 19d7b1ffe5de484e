"""Which posts a post's page names: those that are most like it, and those that link to it.

Likeness is a matter of two posts alone, so that an edited or added post changes the lists of its neighbours and no
others. Only what the site lists is looked at. What an earlier build found is kept, and only what changed is looked at
again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from inkwright.similar.sketch import Near, nearest, nearest_again
from inkwright.site.catalog import Catalog
from inkwright.site.entry import Entry
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
ALIKE, LED = "alike", "led"
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
    if before and len(changed) < MANY:
        sketch = cache(lambda no: posts[no].kept.sketch())
        found = nearest_again(before[1], changed, sketch, LEAST, MOST) if changed else before[1]
    else:
        found = nearest([post.kept.sketch() for post in posts], LEAST, MOST)
    if changed or before is None:
        rows.put(ALIKE, "", order, rows.encode((marks, found)))
    return {post.place: [posts[no] for _, no in near] for post, near in zip(posts, found, strict=True) if near}


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
        now[path] = had if had and had[0] == mark else (mark, list(dict.fromkeys(_led_to(post, names()))))
    if now != known:
        rows.put(LED, "", land, rows.encode(now))
    found: dict[str, list[Entry]] = {}
    for post in shown.posts:
        for place in now[post.file.path][1]:
            if place in shown.by_place and place != post.place:
                found.setdefault(place, []).append(post)
    return {place: posts[:LINKING] for place, posts in found.items()}


def _led_to(entry: Entry, names: Names) -> Iterator[str]:
    """The places that the links and embeds of a post lead to."""
    for kind, target in entry.kept.links():
        found = names.find(entry, target) if kind == "link" else names.wiki(entry, target)
        if found.kind == "place":
            yield found.place
