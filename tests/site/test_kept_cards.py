from collections.abc import Callable

import pytest

from inkwright.model.post import Post
from inkwright.site.card import opened_of
from inkwright.site.kept_cards import doubtful, holds, may_name, row_of
from inkwright.site.likeness import ALL_SAY_AS_MUCH

Make = Callable[..., Post]


@pytest.mark.parametrize(
    ("date", "read_on", "asked_on", "still"),
    [
        ("2026-03-01", "2026-02-01", "2026-02-28", True),
        ("2026-03-01", "2026-02-01", "2026-03-01", False),
        ("2026-03-01", "2026-03-01", "2026-03-02", True),
        ("2026-03-01", "2026-03-01", "2026-02-28", False),
        ("2026-03-01", "2026-02-01", "", False),
        ("", "2026-02-01", "", True),
    ],
)
def test_a_card_holds_until_a_day_that_its_post_names(
    post: Make, date: str, read_on: str, asked_on: str, still: bool
) -> None:
    opened = opened_of(post("posts/a.md", date=date))
    row = row_of(opened, b"", ALL_SAY_AS_MUCH, read_on, lambda path: "", lambda value: b"")
    assert holds(row, asked_on, lambda path: "") is still


@pytest.mark.parametrize(
    ("name", "text", "may"),
    [
        ("img/fan.png", b"![x](img/fan.png)", True),
        ("img/Fan 2.png", b"![x](img/fan%202.png)", True),
        ("plan.excalidraw.svg", b"![[Plan.excalidraw]]", True),
        ("img/fan.png", b"nothing of the kind", False),
    ],
)
def test_a_text_may_name_a_file_that_came(name: str, text: bytes, may: bool) -> None:
    assert may_name(["a.png"], ["a.png", name])(text) is may
    assert may_name(["a.png", name], ["a.png"])(text) is may


def test_after_many_files_came_every_text_may_name_one() -> None:
    assert may_name([], [f"{n}.png" for n in range(99)])(b"")


class Shelf(dict[str, tuple[str, bytes]]):
    """A shelf of one kind; what is put is there the next time."""

    def rows(self, kind: str) -> dict[str, tuple[str, bytes]]:
        return dict(self)

    def put(self, kind: str, name: str, key: str, body: bytes) -> None:
        self[name] = key, body


def test_a_post_is_in_doubt_once_when_a_file_that_it_names_came() -> None:
    shelf, texts = Shelf(), {"a.md": b"![x](fan.png)", "b.md": b"nothing"}
    doubtful(shelf, ["cat.png"], texts.__getitem__)
    came = doubtful(shelf, ["cat.png", "fan.png"], texts.__getitem__)
    assert [came(path) for path in texts] == [True, False]
    again = doubtful(shelf, ["cat.png", "fan.png"], texts.__getitem__)
    assert not any(again(path) for path in texts)


def test_no_text_is_read_while_the_files_are_the_same() -> None:
    shelf = Shelf()
    doubtful(shelf, ["cat.png"], dict[str, bytes]().__getitem__)
    assert not doubtful(shelf, ["cat.png"], dict[str, bytes]().__getitem__)("a.md")
