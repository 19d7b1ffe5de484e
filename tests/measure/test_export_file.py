from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.export_file import LARGEST, ExportFile, count_of, host_of, path_of
from inkwright.model.reading import Unread


@pytest.mark.parametrize(
    ("written", "number"),
    [("0", 0), ("12", 12), (" 1,234 ", 1234), ("1.234", 1234), ("1 234", 1234), ("1'234'567", 1234567),
     ("1\u202f234", 1234), ("12.0", 12), ("12,00", 12), ("1.234,00", 1234), ("1,234.0", 1234), (str(LARGEST), LARGEST)],
)  # fmt: skip
def test_counts_as_people_write_them(written, number):
    assert count_of(written) == number


@pytest.mark.parametrize(
    "written", ["", "-1", "1.5", "1,5", "1,23,4", "1e3", "n/a", "٣", "9" * 14, "9" * 400, "1,234.567"]
)
def test_what_is_no_count(written):
    assert count_of(written) is None


@given(st.integers(0, LARGEST), st.sampled_from(["", ",", " ", "'"]))
def test_every_count_is_read_back(number, mark):
    assert count_of(f"{number:,}".replace(",", mark)) == number


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-11-21", "2026-11-21"), ("20261121", "2026-11-21"), ("2026-11-21T23:30:00Z", "2026-11-22"),
     ("2026-11-21 23:30:00 UTC", "2026-11-22"), ("2026-11-21T23:30:00", "2026-11-21"),
     ("2026-11-22T00:30:00+05:00", "2026-11-21"), ("2026-13-01", ""), ("21/11/2026", ""), ("", ""), ("soon", ""),
     ("2026-11-21T99:00:00", "")],
)  # fmt: skip
def test_moments_become_days_of_the_writers_zone(written, day):
    assert ExportFile("x.csv", "", "2026-11-21", ZoneInfo("Europe/Oslo")).day_of(written) == day


@pytest.mark.parametrize(
    ("address", "path"),
    [("/posts/x/", "/posts/x/"), ("https://me.example/posts/x/?utm_source=a#top", "/posts/x/"),
     ("https://me.example", "/"),
     ("/posts/x/index.html", "/posts/x/"), ("/a%20b/", "/a b/"), ("posts/x", ""), ("", ""), ("https://[", "")],
)  # fmt: skip
def test_addresses_become_paths(address, path):
    assert path_of(address) == path


def test_hosts_are_bare():
    assert host_of("https://www.lobste.rs/s/x") == host_of("lobste.rs") == "lobste.rs"
    assert host_of("Direct") == "direct" and host_of("") == ""


def test_a_file_that_is_cut_off_says_on_which_line():
    file = ExportFile("x.csv", "# a comment\nDate,Page\n2026-11-21,/a/\n\n2026-11", "2026-11-21")
    assert file.head == ("date", "page")
    assert list(file.records()) == [
        (3, {"date": "2026-11-21", "page": "/a/"}),
        Unread(5, "the row has 1 of 2 columns: the file seems to be cut off"),
    ]


def test_a_file_without_rows_has_none():
    assert ExportFile("x.csv", "", "2026-11-21").head == () and list(ExportFile("x.csv", "", "d").records()) == []
