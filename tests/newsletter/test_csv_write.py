import csv
import io
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.subscriber import Refused, Subscriber
from inkwright.newsletter.csv_write import COLUMNS, guarded, refused_table, table_of, unguarded


@given(st.text(max_size=20) | st.from_regex(r"\A'*[=+\-@\t\r].*"))
def test_a_guarded_cell_runs_nowhere_and_comes_back(cell: str):
    kept = guarded(cell)
    assert not kept.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(kept) == cell


@pytest.mark.parametrize("cell", ["Ada", "o'neil", "'quoted'", "", "a=b"])
def test_any_other_cell_stays(cell: str):
    assert guarded(cell) == unguarded(cell) == cell


def test_a_reader_as_a_line():
    moment = datetime(2026, 11, 21, 13, tzinfo=timezone(timedelta(hours=1)))
    reader = Subscriber(
        7, "ada@example.com", "ada@example.com", '=cmd|" /C calc"!A0', "active", moment, None, ("gpu", "vip")
    )
    text = "".join(table_of([(reader, "hard-bounce")]))
    assert text.count("\r\n") == 2
    assert list(csv.reader(io.StringIO(text))) == [
        list(COLUMNS),
        ["ada@example.com", '\'=cmd|" /C calc"!A0', "active", "gpu,vip", "2026-11-21T12:00:00Z", "", "hard-bounce"],
    ]
    assert list(table_of([])) == [",".join(COLUMNS) + "\r\n"]


def test_refused_lines_with_their_reason():
    refused = [Refused(3, "there is no address", "=1\nx"), Refused(9, "why, then", "x")]
    assert list(csv.reader(io.StringIO("".join(refused_table(refused)), newline=""))) == [
        ["line", "why", "text"], ["3", "there is no address", "'=1\nx"], ["9", "why, then", "x"],
    ]  # fmt: skip
