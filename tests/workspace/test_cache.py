import sqlite3
from pathlib import Path

import pytest

from inkwright.workspace.cache import TextCache


def test_what_is_kept_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "code.db"
    first = TextCache(path)
    first["a"] = "text é\n"
    assert first["a"] == "text é\n"
    first.close()
    second = TextCache(path)
    assert second["a"] == "text é\n"
    assert second.get("b") is None
    second.close()


def test_nothing_is_kept_until_it_is_closed(tmp_path: Path) -> None:
    first = TextCache(tmp_path / "c.db")
    first["a"] = "x"
    assert TextCache(tmp_path / "c.db").get("a") is None


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + bytes(50), b"\xff" * 5000])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.db"
    path.write_bytes(content)
    cache = TextCache(path)
    assert cache.get("a") is None
    cache["a"] = "x"
    cache.close()
    assert TextCache(path).get("a") == "x"


def test_a_file_damaged_in_its_middle_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    first = TextCache(path)
    for number in range(500):
        first[f"key{number}"] = "text " * 100
    first.close()
    data = bytearray(path.read_bytes())
    data[8192 : len(data) // 2] = bytes(len(data) // 2 - 8192)
    path.write_bytes(data)
    second = TextCache(path)
    for number in range(500):
        assert second.get(f"key{number}") in (None, "text " * 100)
    second["new"] = "y"
    second.close()


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = TextCache(tmp_path / "file" / "c.db")
    cache["a"] = "x"
    assert cache["a"] == "x"
    cache.close()


def test_a_locked_file_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    TextCache(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    cache = TextCache(path)
    assert cache.get("a") is None
    cache["a"] = "x"
    cache.close()
    holder.close()


def test_what_nobody_asks_for_is_dropped_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    first = TextCache(path)
    for number in range(400):
        first[str(number)] = "x"
    first.close()
    second = TextCache(path)
    assert second["7"] == "x"
    second.close()
    third = TextCache(path)
    assert third.get("7") == "x"
    assert third.get("8") is None


def test_what_another_edition_made_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    first = TextCache(path, "1")
    first["a"] = "x"
    first.close()
    assert TextCache(path, "1").get("a") == "x"
    assert TextCache(path, "2").get("a") is None
    assert TextCache(path, "1").get("a") is None


def test_a_part_reads_what_is_kept_and_teaches_what_it_made(tmp_path: Path) -> None:
    first = TextCache(tmp_path / "c.db")
    first["old"] = "1"
    first.close()
    whole, copy = TextCache(tmp_path / "c.db"), TextCache(tmp_path / "c.db")
    learned = copy.part()
    assert copy["old"] == "1"
    copy["new"] = "2"
    assert learned == {"new": "2"}
    whole.learn(learned)
    whole.close(sweep=False)
    after = TextCache(tmp_path / "c.db")
    assert (after["old"], after["new"]) == ("1", "2")
