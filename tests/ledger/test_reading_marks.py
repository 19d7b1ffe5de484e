"""Marks are kept by source, page and day, on both databases."""

from inkwright.ledger.reading_marks import forget_marks, keep_marks, marks
from inkwright.ledger.readings import forget, forget_referrers, keep, known_values, readings
from inkwright.model.reading import Reading

PLACE = ("/a/", "2026-11-20")


def test_marks_are_read_back_and_replaced(ledger):
    with ledger.write() as connection:
        keep_marks(connection, "log", {PLACE: b"\0\1\2\3", ("/b/", "2026-11-22"): b"abcd"})
        keep_marks(connection, "log", {PLACE: b"12345678"})
        keep_marks(connection, "other", {PLACE: b"wxyz"})
        keep_marks(connection, "log", {(f"/{no}/", "2026-12-01"): b"1234" for no in range(250)})
        keep_marks(connection, "log", {})
    with ledger.read() as connection:
        assert marks(connection, "log", "2026-11-20", "2026-11-21") == {PLACE: b"12345678"}
        assert len(marks(connection, "log", "2026-11-01", "2026-12-31")) == 252
        assert marks(connection, "none", "2026-11-01", "2026-12-31") == {}
    with ledger.write() as connection:
        forget_marks(connection, "log")
        assert marks(connection, "log", "2026-11-01", "2026-12-31") == {}
        keep(connection, "other", [Reading("/a/", "views", 1, "2026-11-20")])
        assert forget(connection, "other") == 1 and marks(connection, "other", "2026-11-01", "2026-12-31") == {}


def test_values_that_are_there_are_told(ledger):
    seen = [Reading("/a/", "views", no, f"2026-11-{no:02}", line=no) for no in range(1, 29)] * 5
    with ledger.write() as connection:
        keep(connection, "log", seen)
        asked = [*seen, Reading("/b/", "views", 9, "2026-11-01"), Reading("/a/", "views", 9, "2026-11-01", "total")]
        found = known_values(connection, "log", asked)
        assert found == {Reading("/a/", "views", 0, f"2026-11-{no:02}"): no for no in range(1, 29)}
        assert known_values(connection, "other", seen) == known_values(connection, "log", []) == {}


def test_referrers_of_a_day_are_forgotten(ledger):
    whole, came = Reading("/a/", "views", 3, "2026-11-20"), Reading("/a/", "views", 1, "2026-11-20", referrer="x.com")
    with ledger.write() as connection:
        keep(connection, "log", [whole, came, Reading("/a/", "views", 1, "2026-11-21", referrer="x.com")])
        forget_referrers(connection, "log", [PLACE])
        assert [(one.day, one.referrer) for _, one in readings(connection)] == [
            ("2026-11-20", ""), ("2026-11-21", "x.com")
        ]  # fmt: skip
