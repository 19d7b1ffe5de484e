"""Lists of posts cut into pages that stay as they are when a post is added."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from inkwright.site.entry import Entry


class ListPage(Struct, frozen=True):
    """One page of a list, its posts newest first. `older` and `newer` are places of its neighbours, "" for none."""

    place: str
    entries: tuple[Entry, ...]
    number: int = 0
    older: str = ""
    newer: str = ""


def pages(entries: Sequence[Entry], size: int, folder: str = "") -> Iterator[ListPage]:
    """The front page of a list (number 0), then its numbered pages, 1 being the oldest.

    `entries` are newest first, `size` is 1 or more, `folder` ends with a slash or is "". A numbered page holds `size`
    posts and is never touched again; what is newer, up to 2 x `size` - 1 posts, is on the front page. An empty list
    has an empty front page.
    """
    full = max(0, len(entries) // size - 1)
    front = f"{folder}index.html"
    oldest_first = entries[::-1]

    def place(number: int) -> str:
        return front if number > full else f"{folder}page/{number}/index.html" if number else ""

    yield ListPage(front, tuple(oldest_first[full * size :][::-1]), 0, place(full), "")
    for number in range(1, full + 1):
        chunk = tuple(oldest_first[(number - 1) * size : number * size][::-1])
        yield ListPage(place(number), chunk, number, place(number - 1), place(number + 1))
