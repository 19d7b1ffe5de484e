"""What is printed fits the terminal, and is whole where it goes elsewhere."""

from io import StringIO

import pytest

from inkwright.cli import output
from inkwright.cli.output import clipped, fitted, table
from inkwright.model.columns import cells

ROWS = [("a@example.org", "A name " * 20, "active"), ("b@example.org", "B", "pending")]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda stream=None: 60)


def test_what_is_piped_stays_whole() -> None:
    assert output.room() is None
    assert fitted("word " * 40) == "word " * 40
    assert clipped("x" * 300) == "x" * 300
    assert "A name " * 19 in table(ROWS, give=[1])


def test_the_columns_of_a_terminal_are_those_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "71")
    assert output.room() == 71


def test_an_error_is_broken_where_its_own_terminal_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(cells, fitted("inkwright: " + "word " * 30, "  ", Terminal()).splitlines())) <= 50
    assert fitted("word " * 30, "  ", StringIO()) == "word " * 30


def test_a_wide_table_gives_way_where_it_may(narrow: None) -> None:
    shown = table(ROWS, ("ADDRESS", "NAME", "STATE"), give=[1])
    assert all(len(line) <= 60 for line in shown.splitlines())
    assert "a@example.org" in shown
    assert "…" in shown
    assert "active" in shown
    assert table([("no", "need")], give=[0, 1]) == "no  need"


def test_a_table_with_nothing_left_to_give_ends(narrow: None) -> None:
    assert table([("x" * 70, "A long name")], give=[1]) == f"{'x' * 70}  A long…"
    assert len(table([("x" * 70, "A long name")]).splitlines()[0]) == 83


def test_lines_are_broken_at_blanks_and_hang(narrow: None) -> None:
    shown = fitted("  label: " + "some words " * 20 + "\nshort", "    ").splitlines()
    assert all(len(line) <= 60 for line in shown)
    assert shown[0].startswith("  label: some")
    assert all(line.startswith("      ") for line in shown[1:-1])
    assert shown[-1] == "short"


def test_wide_signs_are_counted_where_they_stand(narrow: None) -> None:
    shown = fitted("漢字漢字 " * 12 + "and narrow words after them " * 6, "  ").splitlines()
    assert all(cells(line) <= 60 for line in shown) and max(map(cells, shown)) > 50
    assert " ".join(line.strip() for line in shown) == "漢字漢字 " * 12 + ("and narrow words after them " * 6).strip()


def test_an_address_is_never_broken(narrow: None) -> None:
    address = "https://example.org/" + "a-b" * 40
    assert address in fitted(f"Open it: {address} now").splitlines()


def test_wide_signs_take_two_columns_and_marks_none(narrow: None) -> None:
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1
    assert clipped("漢字" * 40, 9) == "漢字漢字…"
    lines = table([("漢字", "x"), ("abcd", "y")]).splitlines()
    assert lines == ["漢字  x", "abcd  y"]
