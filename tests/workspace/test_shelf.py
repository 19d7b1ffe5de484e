import os
from pathlib import Path

import pytest

from inkwright.workspace.shelf import MemoryShelf, Shelf, ShelvedTexts


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "site.db"


def kept(place: Path, edition: str = "1") -> dict[str, tuple[str, bytes]]:
    shelf = Shelf(place, edition)
    rows = shelf.rows("card")
    shelf.close()
    return rows


def fill(place: Path, edition: str = "1") -> None:
    shelf = Shelf(place, edition)
    for number in range(1200):
        shelf.put("card", f"n{number}", f"k{number}", b"body")
    shelf.put("card", "n0", "again", b"other")
    shelf.close()


def test_rows_outlive_the_process(place: Path) -> None:
    fill(place)
    rows = kept(place)
    assert len(rows) == 1200
    assert rows["n0"] == ("again", b"other")
    assert rows["n7"] == ("k7", b"body")


def test_another_edition_knows_nothing(place: Path) -> None:
    fill(place)
    assert kept(place, "2") == {}
    assert kept(place, "1") == {}


def test_a_row_is_dropped(place: Path) -> None:
    fill(place)
    shelf = Shelf(place, "1")
    shelf.put("card", "n1", "new", b"")
    shelf.drop("card", "n1")
    shelf.close()
    assert "n1" not in kept(place)


def test_what_failed_is_not_kept(place: Path) -> None:
    fill(place)
    shelf = Shelf(place, "1")
    for number in range(2000):
        shelf.put("card", f"n{number}", "half", b"")
    shelf.close(keep=False)
    assert kept(place)["n5"] == ("k5", b"body")


def test_two_at_once_do_not_wait_for_each_other(place: Path) -> None:
    fill(place)
    first, second = Shelf(place, "1"), Shelf(place, "1")
    second.put("card", "n2", "second", b"")
    assert second.rows("card") == {}
    first.put("card", "n2", "first", b"")
    second.close()
    first.close()
    assert kept(place)["n2"] == ("first", b"")


@pytest.mark.parametrize("damage", [b"", b"nothing like it", bytes(9000)])
def test_a_damaged_file_holds_nothing_and_works_again(place: Path, damage: bytes) -> None:
    fill(place)
    place.write_bytes(damage)
    assert kept(place) == {}
    fill(place)
    assert len(kept(place)) == 1200


def test_a_place_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    fill(tmp_path / "cache" / "site.db")
    assert kept(tmp_path / "cache" / "site.db") == {}


def test_texts_by_name(place: Path) -> None:
    shelf = Shelf(place, "1")
    texts = ShelvedTexts(shelf, "body")
    texts["a"], texts["b"] = "one \ud800", "two"
    assert texts["a"] == "one \ud800"
    shelf.close()
    shelf = Shelf(place, "1")
    texts = ShelvedTexts(shelf, "body")
    assert texts["b"] == "two" and "c" not in texts
    texts.forget({"a"})
    del texts["a"]
    shelf.close()
    shelf = Shelf(place, "1")
    assert shelf.rows("body") == {}
    shelf.close()


def test_a_part_learns_for_the_whole(place: Path) -> None:
    shelf = Shelf(place, "1")
    texts = ShelvedTexts(shelf, "body")
    part = ShelvedTexts(shelf, "body")
    learned = part.part()
    part["a"] = "one"
    assert shelf.rows("body") == {}
    texts.learn(learned)
    assert texts["a"] == "one"
    shelf.close()


def test_what_does_not_read_as_its_type_is_nothing(place: Path) -> None:
    shelf = Shelf(None)
    assert shelf.decode(shelf.encode((1, "a")), tuple[int, str]) == (1, "a")
    assert shelf.decode(shelf.encode((1, "a")), tuple[int, int]) is None
    assert shelf.decode(b"\xff\x00", tuple[int, int]) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")
def test_a_copy_of_the_process_takes_nothing_back(place: Path) -> None:
    shelf = Shelf(place, "1")
    for number in range(1200):
        shelf.put("card", f"n{number}", "k", b"body")
    child = os.fork()
    if not child:
        shelf.part()
        os._exit(0)
    os.waitpid(child, 0)
    shelf.close()
    assert len(kept(place)) == 1200


def test_some_rows_are_those_of_all(place: Path) -> None:
    fill(place)
    shelf = Shelf(place, "1")
    names = [f"n{number}" for number in range(0, 1300, 1)]
    assert shelf.some("card", names) == shelf.rows("card")
    assert shelf.some("card", ["n3", "none"]) == {"n3": ("k3", b"body")}
    assert shelf.some("other", names) == {}
    shelf.close()


def test_rows_may_be_taken_as_they_are_whoever_kept_them(place: Path) -> None:
    fill(place, "1")
    shelf = Shelf(place, None)
    assert len(shelf.rows("card")) == 1200
    shelf.close()
    assert kept(place, "2") == {}


def test_a_shelf_in_memory_gives_what_its_last_run_kept() -> None:
    shelf = MemoryShelf()
    shelf.put("a", "x", "1", b"one")
    assert shelf.some("a", ["x"]) == {}
    shelf.close()
    shelf.put("a", "x", "2", b"two")
    shelf.close(keep=False)
    assert shelf.some("a", ["x", "y"]) == shelf.rows("a") == {"x": ("1", b"one")}
    assert shelf.rows("b") == {}
