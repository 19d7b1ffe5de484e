from collections.abc import Callable, Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from inkwright.model.post import Post
from inkwright.model.site import Site, SiteInfo
from inkwright.render.code import highlighter
from inkwright.site import feed_items
from inkwright.site.build import Build
from inkwright.site.card import content_of
from inkwright.site.entry import Entry
from inkwright.site.recipe import digest
from inkwright.site.theme import load_theme
from inkwright.workspace.shelf import MemoryShelf

Make = Callable[..., Post]
INFO = SiteInfo("Warm & Dry", "", "Ada Lind", "https://ada.example/blog", "en")
FEEDS = ("rss.xml", "atom.xml", "feed.json")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the posts that were written for feeds."""
    titles: list[str] = []
    write = feed_items.feed_item

    def told(renderer: Any, entry: Entry, body: str) -> Any:
        titles.append(entry.title)
        return write(renderer, entry, body)

    monkeypatch.setattr(feed_items, "feed_item", told)
    return titles


def blog(post: Make) -> list[Post]:
    return [
        post("posts/a.md", "See [b](b.md).\n", title="A", date="2026-01-05"),
        post("posts/b.md", "Words.\n", title="B", date="2026-01-06T08:30:00+02:00"),
        post("posts/c.md", "Others.\n", title="C", date="2026-01-07"),
    ]


def built(posts: Sequence[Post], shelf: MemoryShelf, info: SiteInfo = INFO) -> list[bytes]:
    """The feeds of a site whose cards have their digests, as kept ones have."""
    content = content_of(Site(info, tuple(posts)))
    kept = tuple(replace(one, said=digest(shelf.encode(one.card))) for one in content.kept)
    build = Build(replace(content, kept=kept), load_theme("plain"), highlighter(), rows=shelf)
    found = {page.path: page.body for page in build.pages(build.catalog())}
    shelf.close()
    return [found[name] for name in FEEDS]


def test_what_was_kept_stands_in_the_feeds_as_it_was_written(post: Make, written: list[str]) -> None:
    shelf, posts = MemoryShelf(), blog(post)
    first = built(posts, shelf)
    assert written == ["C", "B", "A"]
    assert built(posts, shelf) == first
    assert written == ["C", "B", "A"]


@pytest.mark.parametrize(
    ("path", "change", "again"),
    [
        ("posts/c.md", {"text": "Other words.\n"}, ["C"]),
        ("posts/c.md", {"updated": "2026-02-01"}, ["C"]),
        ("posts/c.md", {"title": "See"}, ["See"]),
        ("posts/b.md", {"url": "/moved/"}, ["B", "A"]),
        ("posts/b.md", {"date": "2026-01-09"}, ["B"]),
    ],
)
def test_what_changed_is_written_again_and_all_comes_out_as_if_nothing_had_been_kept(
    post: Make, written: list[str], path: str, change: dict[str, Any], again: list[str]
) -> None:
    shelf, posts = MemoryShelf(), blog(post)
    built(posts, shelf)
    written.clear()
    at = next(at for at, one in enumerate(posts) if one.file.path == path)
    had = posts[at]
    given = {"title": had.metadata.title, "date": had.metadata.date, **change}
    posts[at] = post(path, given.pop("text", had.document.text), **given)
    found = built(posts, shelf)
    assert written == again
    assert found == built(posts, MemoryShelf())


def test_another_site_writes_all_again(post: Make, written: list[str]) -> None:
    shelf, posts = MemoryShelf(), blog(post)
    built(posts, shelf)
    written.clear()
    info = replace(INFO, base_url="https://bo.example")
    assert built(posts, shelf, info) == built(posts, MemoryShelf(), info)
    assert written == ["C", "B", "A"] * 2


def test_a_post_that_is_gone_is_kept_no_longer(post: Make) -> None:
    shelf, posts = MemoryShelf(), blog(post)
    built(posts, shelf)
    built(posts[:2], shelf)
    assert sorted(shelf.rows(feed_items.FED)) == ["posts/a/index.html", "posts/b/index.html"]
