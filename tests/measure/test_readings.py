"""Every format, on samples written after what its vendor documents."""

import contextlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.measure.counts import place_of
from inkwright.measure.export_file import ExportFile
from inkwright.measure.post_readings import daily
from inkwright.measure.readings import format_of, formats, read_file
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import METRICS, Reading, Told, Unread

DAY = "2026-11-21"
LOG = '203.0.113.9 - - [20/Nov/2026:10:00:0{no} +0000] "GET {path} HTTP/2.0" {status} 512 "{referrer}" "{agent}"'
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def log(**said):
    return LOG.format(**{"no": 1, "path": "/posts/x/", "status": 200, "referrer": "-", "agent": FIREFOX} | said)


CADDY = {
    "ts": 1763632800.5, "status": 200,
    "request": {"method": "GET", "uri": "/posts/x/?a=1", "remote_ip": "203.0.113.9",
                "headers": {"User-Agent": [FIREFOX], "Referer": ["https://lobste.rs/"]}},
}  # fmt: skip
SAMPLES = {
    "plausible": ("imported_pages_20261101_20261120.csv",
                  "date,hostname,page,visits,visitors,pageviews\n2026-11-20,me.example,/posts/x/,9,8,12\n",
                  [Reading("/posts/x/", "visitors", 8, "2026-11-20"), Reading("/posts/x/", "views", 12, "2026-11-20")]),
    "goatcounter": ("goatcounter.csv",
                    "2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,"
                    "Location,FirstVisit,Date\n"
                    "/posts/x/,X,false,,,,s1,0,lobste.rs,h,,,true,2026-11-20T10:00:00Z\n"
                    "/posts/x/,X,false,,,,s1,0,,,,,false,2026-11-20T10:05:00Z\n"
                    "/posts/x/,X,false,,,,s2,150,,,,,true,2026-11-20T10:06:00Z\n"
                    "click,X,true,,,,s1,0,,,,,false,2026-11-20T10:07:00Z\n",
                    [Reading("/posts/x/", "views", 2, "2026-11-20"), Reading("/posts/x/", "visitors", 1, "2026-11-20"),
                     Reading("/posts/x/", "views", 1, "2026-11-20", referrer="lobste.rs")]),
    "umami": ("website_event.csv",
              "website_id,session_id,visit_id,event_id,url_path,url_query,referrer_domain,page_title,event_type,created_at\n"
              "w,s1,v,e1,/posts/x/,,news.ycombinator.com,X,1,2026-11-20 10:00:00\n"
              "w,s2,v,e2,/posts/x/,,,X,1,2026-11-20 11:00:00\n"
              "w,s2,v,e3,/posts/x/,,,X,2,2026-11-20 11:01:00\n",
              [Reading("/posts/x/", "views", 2, "2026-11-20"), Reading("/posts/x/", "visitors", 2, "2026-11-20"),
               Reading("/posts/x/", "views", 1, "2026-11-20", referrer="news.ycombinator.com")]),
    "google-analytics": ("Pages_and_screens.csv",
                         "# ----------------------------------------\n# Pages and screens: Page path\n"
                         "# Start date: 20261101\n# End date: 20261120\n\n"
                         "Page path and screen class,Views,Active users,Event count\n/posts/x/,\"1,234\",900,4000\n",
                         [Reading("/posts/x/", "views", 1234, "2026-11-20", "total"),
                          Reading("/posts/x/", "visitors", 900, "2026-11-20", "total")]),
    "search-console": ("Pages.csv",
                       "Top pages,Clicks,Impressions,CTR,Position\nhttps://me.example/posts/x/,31,900,3.44%,7.2\n",
                       [Reading("/posts/x/", "clicks", 31, DAY, "total", "google.com"),
                        Reading("/posts/x/", "impressions", 900, DAY, "total", "google.com")]),
    "access-log": ("access.log",
                   "\n".join((log(referrer="https://lobste.rs/s/1"), log(no=2), log(agent="Googlebot/2.1"),
                              log(status=404), log(path="/style.css"), log(path="/feed.xml"))),
                   [Reading("/posts/x/", "views", 2, "2026-11-20"), Reading("/posts/x/", "visitors", 1, "2026-11-20"),
                    Reading("/posts/x/", "views", 1, "2026-11-20", referrer="lobste.rs")]),
    "substack": ("posts/123.my-post.opens.csv",
                 "post_id,timestamp,email,post_type,post_audience,active_subscription,country\n"
                 "123,2026-11-20T10:00:00.000Z,a@x.example,newsletter,everyone,true,NO\n"
                 "123,2026-11-21T10:00:00.000Z,A@x.example,newsletter,everyone,true,NO\n"
                 "123,2026-11-21T10:00:00.000Z,b@x.example,newsletter,everyone,true,NO\n",
                 [Reading("substack:my-post", "opens", 1, "2026-11-20"),
                  Reading("substack:my-post", "opens", 1, "2026-11-21")]),
    "devto": ("articles.json",
              json.dumps([{"url": "https://dev.to/me/x-1", "page_views_count": 51, "public_reactions_count": 4,
                           "comments_count": 0}]),
              [Reading("https://dev.to/me/x-1", "views", 51, DAY, "total"),
               Reading("https://dev.to/me/x-1", "likes", 4, DAY, "total"),
               Reading("https://dev.to/me/x-1", "comments", 0, DAY, "total")]),
    "ghost": ("posts.json",
              json.dumps({"posts": [{"url": "https://g.example/x/", "count": {"clicks": 3},
                                     "email": {"delivered_count": 98, "opened_count": 41}}, {"slug": "web"}]}),
              [Reading("https://g.example/x/", "sent", 98, DAY, "total"),
               Reading("https://g.example/x/", "opens", 41, DAY, "total"),
               Reading("https://g.example/x/", "clicks", 3, DAY, "total")]),
    "table": ("medium.csv", "Title;Date;Views;Reads;Referrer\nMy post;2026-11-20;120;44;\n",
              [Reading("My post", "views", 120, "2026-11-20"), Reading("My post", "reads", 44, "2026-11-20")]),
}  # fmt: skip


def lines(file, name):
    done = read_file(file, name)
    rows = [*done.unread, *done.values]
    return [*(rows if done.views else sorted(rows, key=lambda one: one.line)), *done.told]


def found(name, text, day=DAY):
    file = ExportFile(name, text, day)
    return lines(file, format_of(file))


def test_every_format_has_a_sample():
    assert set(SAMPLES) == set(formats())
    assert all(one.LABEL and one.SOURCE and one.__doc__ for one in formats().values())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_is_known_by_its_first_lines_and_read(name):
    file_name, text, readings = SAMPLES[name]
    file = ExportFile(file_name, text, DAY)
    assert format_of(file) == name
    assert lines(file, name) == readings
    with_mark = ExportFile(file_name, "\ufeff" + text.replace("\n", "\r\n"), DAY)
    assert name == "access-log" or lines(with_mark, format_of(with_mark)) == readings


def test_caddy_logs_in_json():
    text = "\n".join((json.dumps(CADDY), "{", json.dumps({"request": 3, "status": 1})))
    assert found("caddy.log", text) == [
        Unread(2, "this is no line of a log"), Unread(3, "this is no line of a log"),
        Reading("/posts/x/", "views", 1, "2025-11-20"), Reading("/posts/x/", "visitors", 1, "2025-11-20"),
        Reading("/posts/x/", "views", 1, "2025-11-20", referrer="lobste.rs"),
    ]  # fmt: skip


def test_what_came_in_and_was_no_request_is_left_out_of_a_log():
    start = '203.0.113.9 - - [20/Nov/2026:10:00:00 +0000] "'
    odd = [rf'{start}\x16\x03\x01\x00" 400 150 "-" "-"', f'{start}-" 408 0 "-" "-"', f'{start}" 400 0 "-" "-"',
           rf'{start}say \"hi\"" 400 0']  # fmt: skip
    cut = f"{start}GET /posts"
    assert found("access.log", "\n".join((log(), *odd, cut))) == [
        Unread(6, "this is no line of a log"),
        Reading("/posts/x/", "views", 1, "2026-11-20"), Reading("/posts/x/", "visitors", 1, "2026-11-20"),
    ]  # fmt: skip


@given(st.datetimes(datetime(1992, 1, 1), datetime(2030, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_moments_of_a_log_are_read_in_any_zone(moment, minutes):
    at = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    written = f"{at.day:02}/{at:%b}/{at.year}:{at:%H:%M:%S %z}"
    (one, _) = found("access.log", log().replace("20/Nov/2026:10:00:01 +0000", written))
    assert one.day == at.astimezone(UTC).date().isoformat()


@pytest.mark.parametrize(
    "at", ["31/Feb/2026:10:00:00 +0000", "20/Okt/2026:10:00:00 +0000", "20/Nov/2026:25:00:00 +0000",
           "20/Nov/2026:10:00:00 +2500", "20/11/2026:10:00:00 +0000"],
)  # fmt: skip
def test_moments_of_a_log_that_are_none_are_said(at):
    (one,) = found("access.log", log().replace("20/Nov/2026:10:00:01 +0000", at))
    assert one == Unread(1, f"`{at}` is no moment like 21/Nov/2026:10:00:00 +0000")


def test_the_table_of_a_plausible_dashboard_is_a_total():
    assert found("pages.csv", "name,visitors,pageviews\n/posts/x/,3,4\nposts,1,1\n") == [
        Reading("/posts/x/", "visitors", 3, DAY, "total"), Reading("/posts/x/", "views", 4, DAY, "total"),
        Unread(3, "`posts` is no path"),
    ]  # fmt: skip


def test_a_table_by_metric_and_value():
    text = "post,metric,value\nx,likes,3\nx,applause,9\n,likes,1\nx,likes,-4\nx,likes,1.5\n"
    assert found("own.csv", text) == [
        Reading("x", "likes", 3, DAY, "total"),
        Unread(3, f"`applause` is no metric; there are {', '.join(METRICS)}"), Unread(4, "there is no post"),
        Unread(5, "`-4` in column `value` is no count"), Unread(6, "`1.5` in column `value` is no count"),
    ]  # fmt: skip


FUTURE = [
    ("plausible", "x.csv", "date,page,visitors,pageviews\n2031-01-01,/posts/x/,1,1\n", 2),
    ("goatcounter", "x.csv", "2Path,Event,Session,Bot,Referrer,FirstVisit,Date\n/posts/x/,false,s,0,,true,"
                             "2031-01-01T10:00:00Z\n", 2),
    ("umami", "x.csv", "session_id,url_path,created_at\ns,/posts/x/,2031-01-01 10:00:00\n", 2),
    ("google-analytics", "x.csv", "# Pages\n# End date: 20310101\n\nPage path,Views\n/posts/x/,3\n/,4\n", 2),
    ("google-analytics", "x.csv", "Page path,Date,Views\n/posts/x/,20310101,3\n", 2),
    ("access-log", "access.log", log().replace("2026", "2031"), 1),
    ("substack", "1.x.opens.csv", "timestamp,email\n2031-01-01T10:00:00Z,a@x.example\n", 2),
    ("table", "x.csv", "post,views,date\nx,3,2031-01-01\n", 2),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file_name", "text", "line"), FUTURE)
def test_a_day_that_is_to_come_was_counted_by_nobody(name, file_name, text, line):
    (one,) = lines(ExportFile(file_name, text, DAY, until=DAY), name)
    assert isinstance(one, Unread) and one.line == line
    assert one.why.endswith(("2031-01-01 is not yet", "2031-11-20 is not yet"))
    later = lines(ExportFile(file_name, text, DAY, until="2031-12-31"), name)
    assert later and all(isinstance(each, Reading) for each in later)


def test_a_copy_says_what_it_is_a_copy_of():
    text = json.dumps([{"url": "https://dev.to/me/x-1", "canonical_url": "https://me.example/posts/x/",
                        "title": "X & Y", "page_views_count": 5}])  # fmt: skip
    (one,) = found("articles.json", text)
    assert one.page == "https://dev.to/me/x-1#of=https%3A//me.example/posts/x/&title=X%20%26%20Y"
    assert place_of(one.page, "devto") == "dev.to"


def test_the_columns_of_a_table_are_named_where_there_are_none():
    with pytest.raises(UnreadableError, match="no table of readings") as caught:
        read_file(ExportFile("x.csv", "a,b\n1,2\n", DAY), "table")
    assert "views, likes" in caught.value.hint and "own" not in caught.value.hint


def test_what_no_format_knows_says_what_is_there():
    with pytest.raises(UnreadableError, match="its first row is: name, phone") as caught:
        format_of(ExportFile("people.csv", "Name,Phone\nAnn,1\n", DAY))
    assert "plausible" in caught.value.hint
    with pytest.raises(UsageError, match="no format `excel`"):
        format_of(ExportFile("x.csv", "", DAY), "excel")


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
def test_half_a_file_is_read_as_far_as_it_goes(name, data):
    """Cut anywhere: no reading appears that is not in the whole, save one whose last number was cut."""
    file_name, text, _ = SAMPLES[name]
    half = text[: data.draw(st.integers(0, len(text)))]
    file = ExportFile(file_name, half, DAY)
    whole = {(one.page, one.metric, one.day) for one in read_file(ExportFile(file_name, text, DAY), name).values}
    with contextlib.suppress(UnreadableError):
        last = half.count("\n") + 1
        done = read_file(file, name)
        assert all((one.page, one.metric, one.day) in whole for one in done.values)
        assert all(0 <= one.line <= last for one in done.unread)


def test_views_by_day_take_the_lower_source_of_a_place_and_add_places_up():
    seen = [("log", Reading("/x/", "views", 9, DAY)), ("plausible", Reading("/x/", "views", 6, DAY)),
            ("table", Reading("https://dev.to/x", "views", 5, DAY)),
            ("log", Reading("/other/", "views", 1, DAY))]  # fmt: skip
    found = daily(seen, {"/x/": "x", "https://dev.to/x": "x", "/other/": ""}.__getitem__)
    assert found == {"x": {DAY: 11}} and daily([], str) == {}


def umami(*rows):
    return found("website_event.csv", "session_id,event_id,url_path,created_at\n" + "".join(rows))


def test_one_event_of_umami_is_one_view_wherever_its_row_stands():
    one, other = (f"s1,{id_},/posts/x/,2026-11-20 10:00:00\n" for id_ in ("e1", "e2"))
    later, bare = "s1,e3,/posts/x/,2026-11-20 11:00:00\n", "s1,,/posts/x/,2026-11-20 10:00:00\n"
    doubled = Told("left out, since an earlier one says the same", (3,))
    assert umami(one, one)[0].value == 1 and umami(one, one)[-1] == doubled
    assert umami(one, later, other)[0].value == 3 and umami(one, other, one, later, one)[0].value == 3
    assert umami(bare, bare)[0].value == 2


@pytest.mark.parametrize("row", ["Grand total,40,30", ",40,30,Grand total", "grand total ,40,30"])
def test_the_sum_below_the_pages_of_google_analytics_is_passed_over(row):
    text = f"Page path,Views,Total users\n/posts/x/,30,20\n{row}\n"
    assert [(type(one), one.value) for one in found("ga.csv", text)] == [(Reading, 30), (Reading, 20)]


def test_substacks_numbers_are_called_as_the_table_beside_them_says():
    text = "post_id,timestamp,email\n1,2026-11-20T10:00:00Z,a@x.example\n"
    index = "post_id,title\n12.other,O\n1.p1,P\n2,Q\n"
    pages = {name: read_file(ExportFile(f"posts/{name}.opens.csv", text, DAY, index=index), "substack").values[0].page
             for name in ("1", "1.mine", "2", "3")}  # fmt: skip
    assert pages == {"1": "substack:p1", "1.mine": "substack:mine", "2": "substack:2", "3": "substack:3"}


@pytest.mark.parametrize("days", [("20261119", "20261120"), ("19.11.2026", "20.11.2026"), ("05.11.2026", "20.11.2026")])
def test_days_written_in_figures_alone_are_two_days(days):
    done = found("x.csv", "".join(("post,date,views\n", *(f"x,{day},{views}\n" for views, day in enumerate(days, 1)))))
    assert [(type(one), one.value) for one in done] == [(Reading, 1), (Reading, 2)]
