from collections.abc import Callable

import pytest

from inkwright.model.post import Post
from inkwright.site.card import kept_of, opened_of
from inkwright.site.catalog import make_entry
from inkwright.site.entry import Entry
from inkwright.site.lists import pages


def entries(post: Callable[..., Post], count: int) -> list[Entry]:
    """So many posts, newest first."""
    return [make_entry(kept_of(opened_of(post(f"posts/p{n:03}.md")))) for n in range(count, 0, -1)]


@pytest.mark.parametrize("count", [0, 1, 9, 10, 19, 20, 25, 30, 57])
def test_every_post_is_on_one_page_and_neighbours_agree(post: Callable[..., Post], count: int) -> None:
    found = list(pages(entries(post, count), 10, "tags/x/"))
    front, numbered = found[0], found[1:]
    ids = [entry.post.file.id for page in [front, *reversed(numbered)] for entry in page.entries]
    assert ids == [f"p{n:03}" for n in range(count, 0, -1)]
    assert all(len(page.entries) == 10 for page in numbered)
    assert len(front.entries) == count or 10 <= len(front.entries) < 20
    by_place = {page.place: page for page in found}
    for page in found:
        if page.older:
            assert by_place[page.older].newer == page.place
        if page.newer:
            assert by_place[page.newer].older == page.place


def test_a_numbered_page_never_changes(post: Callable[..., Post]) -> None:
    seen: dict[str, list[str]] = {}
    for count in range(60):
        for page in list(pages(entries(post, count), 5))[1:]:
            ids = [entry.post.file.id for entry in page.entries]
            assert seen.setdefault(page.place, ids) == ids


def test_empty(post: Callable[..., Post]) -> None:
    (front,) = pages([], 10)
    assert (front.place, front.entries, front.older, front.newer) == ("index.html", (), "", "")
