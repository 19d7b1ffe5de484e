import pytest

from inkwright.workspace import seal as module
from inkwright.workspace.seal import VERSION, damage, discard, seal


@pytest.fixture
def database(tmp_path):
    place = tmp_path / "index.db"
    place.write_bytes(b"x" * 5000)
    seal(place)
    return place


def test_what_was_sealed_is_whole_until_a_byte_changes(database):
    assert damage(database) == ""
    database.write_bytes(b"x" * 4999 + b"y")
    assert damage(database) == "damaged: its content changed"
    database.write_bytes(b"x" * 5000)
    assert damage(database) == "", "a small one is known by its bytes alone"


def test_a_large_one_is_known_by_its_dates(database, monkeypatch):
    monkeypatch.setattr(module, "ALWAYS_SUMMED", 100)
    seal(database)
    assert damage(database) == ""
    database.write_bytes(b"x" * 5000)
    assert damage(database) == "damaged: its content changed"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("index.db-journal", b"", "damaged: a write"), ("index.db-wal", b"", "damaged: a write"),
        ("index.sum", b"no sum", "damaged: it was not closed"), ("index.sum", b"\xff", "damaged: it was not closed"),
        ("index.sum", f"1 2 3 4 {VERSION + 1} 5".encode(), "made by another version"),
    ],
)  # fmt: skip
def test_what_else_is_damage(database, name, data, why):
    database.with_name(name).write_bytes(data)
    assert damage(database).startswith(why)


def test_what_was_thrown_away_is_missing_and_may_be_thrown_away_again(database):
    for _ in range(2):
        discard(database.parent)
        assert damage(database) == "missing" and list(database.parent.iterdir()) == []
