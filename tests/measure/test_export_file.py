from zoneinfo import ZoneInfo

import pytest

from inkwright.measure.export_file import ExportFile, host_of, path_of
from inkwright.model.reading import Unread


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-11-21", "2026-11-21"), ("20261121", "2026-11-21"), ("2026-11-21T23:30:00Z", "2026-11-22"),
     ("2026-11-21 23:30:00 UTC", "2026-11-22"), ("2026-11-21T23:30:00", "2026-11-21"),
     ("2026-11-22T00:30:00+05:00", "2026-11-21"), ("2026-13-01", ""), ("21/11/2026", "2026-11-21"),
     ("25.8.2026", "2026-08-25"), ("11/17/2026", "2026-11-17"), ("11/10/2026", ""), ("10/10/2026", "2026-10-10"),
     ("31/31/2026", ""), ("21.11/2026", ""), ("", ""), ("soon", ""),
     ("2026-11-21T99:00:00", ""), ("0026-11-21", ""), ("1991-08-05", ""), ("1991-08-06", "1991-08-06")],
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


@pytest.mark.parametrize(
    ("others", "day", "why"),
    [(("25.08.2026",), "2026-08-05", ""), (("08/25/2026",), "2026-05-08", ""),
     ((), "", "`05/08/2026` can be two days; write 2026-05-08 or 2026-08-05"),
     (("25.08.2026", "08/25/2026"), "", "`05/08/2026` can be two days; write 2026-05-08 or 2026-08-05")],
)  # fmt: skip
def test_days_that_cannot_be_two_say_in_which_order_the_others_stand(others, day, why):
    text = "".join(f"x,{written}\n" for written in ("05/08/2026", *others))
    file = ExportFile("x.csv", f"post,date\n{text}", "2026-11-21")
    assert file.day_of("05/08/2026") == day and (day or file.no_day("05/08/2026") == why)
    assert [file.day_of(written) for written in others] == ["2026-08-25"] * len(others)


def test_a_day_without_an_hour_has_a_second_however_it_is_written():
    file = ExportFile("x.csv", "", "2026-11-21")
    assert file.second_of("25.08.2026") == file.second_of("2026-08-25")


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


@pytest.mark.parametrize(
    ("text", "counts"),
    [("post,views\na,1.234\n", "unclear"), ("post,views\na,1.234\nb,1.234.567\n", 1234),
     ("post,views\na,1.234\nb,12.0\n", "no whole number"), ('post,views\na,1.234\nb,"12,0"\n', 1234),
     ("post,views,ctr\na,1.234,3.44%\n", "no whole number"), ('post,views,ctr\na,1.234,"3,44%"\n', 1234),
     ("post;views\na;1.234\n", 1234), ("post;views\na;1,234\n", "unclear"), ('post,views\na,"1,234"\n', 1234),
     ("post\tviews\na\t1,234\n", "unclear"), ('post,views\na,1.234\nb,12.0\nc,"12,0"\n', "unclear"),
     ("post,views\nPython 3.12,1.234\n", "unclear")],
)  # fmt: skip
def test_whether_a_sign_is_before_decimals_is_seen_in_the_rest_of_the_table(text, counts):
    file = ExportFile("x.csv", text, "2026-11-21")
    cell = next(record for record in file.records())[1]["views"]
    said = file.count(cell, "views")
    assert said == counts or f"`{cell}` in column `views`" in said
    assert (said == f"`{cell}` in column `views` may be 1234 or no whole number: say --decimal comma or --decimal point"
            ) == (counts == "unclear")  # fmt: skip
    told = ExportFile("x.csv", text, "2026-11-21", decimal="," if "." in cell else ".")
    assert told.count(cell, "views") == 1234
    other = ExportFile("x.csv", text, "2026-11-21", decimal="." if "." in cell else ",")
    assert other.count(cell, "views") == f"`{cell}` in column `views` is no whole number"


def test_a_moment_is_a_second_whatever_the_zone_it_is_told_in():
    file = ExportFile("x.csv", "", "2026-11-21", ZoneInfo("Europe/Oslo"))
    assert file.second_of("1970-01-02") == file.second_of("1970-01-02T00:00:00Z") == 86_400
    assert file.second_of("1970-01-02T02:00:30.9+02:00") == file.second_of("1970-01-02 00:00:30 UTC") == 86_430
