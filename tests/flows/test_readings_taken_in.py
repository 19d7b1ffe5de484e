"""What `readings import` does with rows that are doubled, cut off, wrong or named otherwise: nothing is lost or counted
twice without a word."""

import gzip
import json
import zipfile
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.build import build
from inkwright.flows.post_stats import post_stats
from inkwright.flows.readings import Wanted, import_readings
from inkwright.model.errors import UnreadableError
from inkwright.model.reading import Fell, Told, Unread
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = "2026-11-21"
LINE = '{ip} - - [{at} +0000] "GET /posts/{post}/ HTTP/2.0" 200 5 "-" "Mozilla/5.0 Firefox"\n'


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for name, date in (("kv", "2026-09-01"), ("nan", "2026-10-01")):
        text = f"---\ntitle: 'About: {name}'\ndate: {date}\n---\n\nText of {name}.\n"
        (tmp_path / "posts" / f"{name}.md").write_text(text, encoding="utf-8")
    return open_workspace(tmp_path)


def take(blog, name, text, **wanted):
    blog.path(name).write_text(text, encoding="utf-8")
    (done,) = import_readings(blog, str(blog.path(name)), Wanted(**wanted), NOW)
    return done


def views(blog, post="kv", metric="views"):
    return next(row for row in post_stats(blog, TODAY)[0] if row.id == post).values.get(metric)


def log(*lines, post="kv"):
    return "".join(LINE.format(ip=ip, at=at, post=post) for ip, at in lines)


def test_rows_of_one_page_add_up_where_their_words_differ(blog):
    text = (
        "date,hostname,page,visitors,pageviews\n2026-10-03,me.example,/posts/kv/,9,12\n"
        "2026-10-03,www.me.example,/posts/kv/,1,3\n2026-10-03,me.example,/posts/kv/?utm_source=x,1,1\n"
        "2026-10-03,me.example,/posts/kv/,9,12\n2026-10-03,me.example,/posts/kv/,8,99\n"
    )
    done = take(blog, "p.csv", text)
    assert (views(blog), views(blog, metric="visitors")) == (16, 11)
    assert done.told == (
        Told("added to another of the same page and day, since their words differ", (3, 4)),
        Told("left out, since an earlier one says the same", (5,)),
    )
    assert done.unread == (Unread(6, "it differs from line 2 in figures only; line 2 was taken"),)
    assert done.unused == ("hostname",)


def test_a_post_called_by_several_names_is_told_and_read_on_the_own_site(blog):
    text = "post,date,views\nkv,2026-10-03,5\n/posts/kv/,2026-10-03,7\nAbout: kv,2026-10-03,1\n"
    done = take(blog, "own.csv", text)
    row = post_stats(blog, TODAY)[0][0]
    assert (row.values, row.places) == ({"views": 13}, (("own site", 13),))
    assert done.told == (Told("added to others of the same post and day that call it by another name", (3, 4)),)


def test_a_post_that_earlier_files_called_otherwise_is_told(blog):
    take(blog, "a.csv", "post,date,views\nkv,2026-10-03,5\n")
    done = take(blog, "b.csv", "post,date,views\n/posts/kv/,2026-10-03,7\n/posts/kv/,2026-10-04,1\n")
    assert done.told == (Told("added to what an earlier file counted of the post as `kv`", (2,)),) and views(blog) == 13


def test_where_a_table_was_read_is_its_source_or_what_it_says(blog):
    take(blog, "medium.csv", "title,date,views\nAbout: kv,2026-10-03,5\n", source="medium")
    assert post_stats(blog, TODAY)[0][0].places == (("medium", 5),)
    text = "post,place,date,views\nkv,LinkedIn,2026-10-03,9\n/posts/kv/,,2026-10-03,2\nnan,own,2026-10-03,1\n"
    done = take(blog, "more.csv", text)
    rows = {row.id: row.places for row in post_stats(blog, TODAY)[0]}
    assert rows == {"kv": (("linkedin", 9), ("medium", 5), ("own site", 2)), "nan": (("own site", 1),)}
    assert done.told == (Told("read at own site (2), linkedin (1); places are added up"),) and done.strangers == ()


def test_a_value_that_fell_is_told_and_kept_unless_it_is_asked_for(blog):
    full = "date,page,visitors,pageviews\n2026-10-02,/posts/kv/,5,8\n2026-10-03,/posts/kv/,90,120\n"
    take(blog, "full.csv", full)
    cut = full.replace("90,120", "90,40")
    done = take(blog, "cut.csv", cut)
    assert (done.changed, done.known, done.replaced, views(blog)) == (0, 4, False, 128)
    assert done.fell == (Fell(3, "/posts/kv/", "views", "2026-10-03", 120, 40),)
    done = take(blog, "cut.csv", cut, replace=True)
    assert (done.changed, done.known, done.replaced, views(blog)) == (1, 3, True, 48)
    assert take(blog, "full.csv", full).fell == () and views(blog) == 128


def test_logs_that_share_a_day_add_up_and_each_line_counts_once(blog):
    older = [("192.0.2.1", "03/Oct/2026:06:00:01"), ("192.0.2.2", "03/Oct/2026:06:10:00")]
    newer = [("192.0.2.1", "03/Oct/2026:07:00:00"), ("192.0.2.3", "03/Oct/2026:08:00:00")]
    assert take(blog, "access.log.1", log(*older)).told == ()
    (told,) = take(blog, "access.log", log(*newer)).told
    assert views(blog) == 4 and "2026-10-03 came in several files" in told.what
    (told,) = take(blog, "access.log.2", log(*older)).told
    assert (views(blog), told.what) == (4, "2 of 2 views were counted from an earlier file already")
    take(blog, "all.log", log(*older, *newer, ("192.0.2.3", "03/Oct/2026:09:00:00")))
    assert (views(blog), views(blog, metric="visitors")) == (5, 3)
    done = take(blog, "all.log", log(*older, *newer, *older))
    assert views(blog) == 5 and done.told[0].lines == (5, 6)
    done = take(blog, "one.log", log(*older), replace=True)
    assert views(blog) == 2 and [one.now for one in done.fell] == [2, 2]


def test_absurd_days_and_counts_are_refused_with_their_line(blog):
    text = (
        "post,date,views\nnan,0026-10-03,1\nnan,2026-09-30,1\nnan,2031-10-03,1\nnan,2026-10-04,2000000000\n"
        "nan,2026-10-05,-4\nnan,2026-10-06,7\n"
    )
    done = take(blog, "x.csv", text)
    assert done.unread == (
        Unread(2, "0026-10-03 is before there was a web to read"),
        Unread(3, "2026-09-30 is before `nan` came out on 2026-10-01; --early takes it"),
        Unread(4, "2031-10-03 is not yet"),
        Unread(5, "`2000000000` in column `views` is more than 100,000,000 and no count"),
        Unread(6, "`-4` in column `views` is no count"),
    )
    assert views(blog, "nan") == 7
    done = take(blog, "x.csv", text, early=True)
    assert (views(blog, "nan"), len(done.unread)) == (8, 4)
    early = "before the post came out, the first of 2026-09-30, `nan`"
    assert done.told == (Told(f"1 reading is of a day {early}"),)
    done = take(blog, "a.log", log(("192.0.2.1", "30/Sep/2026:06:00:01"), post="nan"))
    assert done.told == (Told(f"2 readings are of days {early}"),) and done.unread == ()


def test_a_sign_that_may_be_before_decimals_is_asked_for(blog):
    text = "post,date,views\nkv,2026-10-03,1.234\nkv,2026-10-04,7\n"
    (said,) = take(blog, "x.csv", text).unread
    assert said.line == 2 and said.why.endswith("say --decimal comma or --decimal point") and views(blog) == 7
    assert take(blog, "x.csv", text, decimal=",").unread == () and views(blog) == 1241


def test_a_slug_changed_by_hand_keeps_its_readings_without_publish(blog):
    take(blog, "p.csv", "date,page,visitors,pageviews\n2026-10-03,/posts/kv/,1,9\n")
    file = blog.path("posts/kv.md")
    file.write_text(file.read_text().replace("---\ntitle", "---\nslug: cache\ntitle", 1))
    build(blog, TODAY)
    assert views(blog) == 9
    file.write_text(file.read_text().replace("slug: cache\n", "slug: third\n"))
    take(blog, "q.csv", "date,page,visitors,pageviews\n2026-10-04,/posts/third/,1,2\n2026-10-05,/posts/cache/,1,4\n")
    assert views(blog) == 11  # nobody ever counted it as /posts/cache/ before it was moved on
    file.write_text(file.read_text().replace("slug: third\n", "slug: fourth\n"))
    assert views(blog) == 11
    file.rename(blog.path("posts/renamed.md"))
    assert views(blog, "renamed") == 11


def test_an_address_that_a_post_was_published_at_is_known_before_it_is_published_again(blog):
    blog.path("inkwright/posts").mkdir(parents=True)
    blog.path("inkwright/posts/kv.toml").write_text('[publishing]\nurl = "/posts/first/"\n')
    take(blog, "p.csv", "date,page,visitors,pageviews\n2026-10-03,/posts/first/,1,9\n")
    assert views(blog) == 9


def test_columns_that_are_missing_or_not_taken_are_named(blog):
    assert take(blog, "x.csv", "post,date,views,Applause\nkv,2026-10-03,1,2\n").unused == ("applause",)
    done = take(blog, "two.csv", "post,url,day,date,views\nnan,/posts/kv/,2026-10-03,2026-10-04,5\n")
    assert done.unused == ("url", "day") and done.first == "2026-10-04"
    done = take(blog, "w.csv", "post,metric,value\nnan,likes,5\nnan,Likes,6\n")
    assert done.unread == (Unread(3, "it differs from line 2 in figures only; line 2 was taken"),)
    with pytest.raises(UnreadableError, match=r"no table of readings: it has no column `views`, .* or another metric"):
        take(blog, "y.csv", "post,date,applause\nkv,2026-10-03,1\n")
    with pytest.raises(UnreadableError, match="no file of Plausible: it has no column `pageviews` "):
        take(blog, "y.csv", "date,page,visitors\n2026-10-03,/posts/kv/,1\n", format="plausible")
    with pytest.raises(UnreadableError, match="it has two columns `views`"):
        take(blog, "y.csv", "post,views,views\nkv,1,2\n")
    assert take(blog, "z.csv", "post,date,views\n").told == (Told("it has no rows of readings"),)


def test_a_summary_fits_a_terminal_of_80_columns(blog, monkeypatch):
    monkeypatch.setattr("inkwright.cli.output.room", lambda stream=None: 80)
    name = "a-long-name-of-an-export-as-vendors-like-to-have-them-pages-20261003.csv"
    rows = "".join(f"2026-10-03,h{no}.me.example,/posts/kv/,{no},1,0,0,0\n" for no in range(9))
    take(blog, name, "date,hostname,page,visitors,pageviews,total_scroll_depth,bounces,views_per_visit\n" + rows)
    blog.path(name).write_text(
        blog.path(name).read_text().replace(",8,1,", ",1,1,") + "2026-10-04,h.me.example,/posts/kv/,1.5,-1,0,0,0\n"
    )
    run = CliRunner().invoke(main, ["readings", "import", name])
    assert run.exit_code == 1 and "fell from 36 to 29" in run.output
    assert max(map(len, run.output.splitlines())) <= 80
    (found,) = json.loads(CliRunner().invoke(main, ["readings", "import", name, "--format", "json"]).output)["imports"]
    assert found["told"][0]["lines"] == list(range(3, 11)) and found["fell"][0]["now"] == 29


def test_an_entry_that_an_answer_lists_twice_counts_once(blog):
    found = [{"url": "https://dev.to/me/kv", "title": "About: kv", "page_views_count": count} for count in (9, 7)]
    done = take(blog, "d.json", json.dumps(found))
    assert done.told == (Told("1 value stood there twice: of two the higher counts"),) and views(blog) == 9


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("a.csv", b"\n \n", "it is empty"), ("a.json", b'[{"url": 1},\n{"ur', "its JSON is cut off or broken here"),
     ("a.xlsx", b"PK\x03\x04rest", "it is a spreadsheet"),
     ("a.log.gz", gzip.compress(log(("1.1.1.1", "03/Oct/2026:06:00:01")).encode())[:-9], "its end is missing"),
     ("a.csv", b"a,b" + b",c" * 500, r"its first row is: a, b, [c, ]{54}\)")],
)  # fmt: skip
def test_a_file_that_is_none_is_told_in_one_sentence(blog, name, data, said):
    blog.path(name).write_bytes(data)
    with pytest.raises(UnreadableError, match=said):
        import_readings(blog, str(blog.path(name)), Wanted(), NOW)


def test_a_number_alone_is_the_post_that_the_zip_names(blog):
    with zipfile.ZipFile(blog.path("s.zip"), "w") as archive:
        archive.writestr("posts/1.opens.csv", "post_id,timestamp,email\n1,2026-10-03T10:00:00Z,a@x.example\n")
        archive.writestr("posts.csv", "post_id,title\n1.kv,Another title\n")
    (done,) = import_readings(blog, str(blog.path("s.zip")), Wanted(), NOW)
    assert (done.new, done.strangers, views(blog, metric="opens")) == (1, (), 1)


def test_files_of_a_zip_that_hold_none_are_named(blog):
    with zipfile.ZipFile(blog.path("z.zip"), "w") as archive:
        archive.writestr("pages.csv", "post,date,views\nkv,2026-10-03,1\n")
        for no in range(7):
            archive.writestr(f"other{no}.csv", "a,b\n")
    (done,) = import_readings(blog, str(blog.path("z.zip")), Wanted(), NOW)
    said = "other0.csv, other1.csv, other2.csv, other3.csv, other4.csv and 2 more"
    assert done.told == (Told(f"of the zip not taken: {said}"),)


def test_packed_logs_behind_each_other_are_all_read(blog):
    lines = [log(("192.0.2.1", f"0{day}/Oct/2026:06:00:01")) for day in (3, 4)]
    blog.path("all.gz").write_bytes(b"".join(gzip.compress(line.encode()) for line in lines))
    import_readings(blog, str(blog.path("all.gz")), Wanted(), NOW)
    assert views(blog) == 2


def test_a_line_with_more_cells_than_columns_or_a_strange_month_is_not_lost_unsaid(blog):
    (said,) = take(blog, "x.csv", "post,date,views\nkv,2026-10-03,1,234\nkv,2026-10-04,2,,\n").unread
    assert (said.line, said.why) == (2, "the row has 4 cells for 3 columns: is one not quoted?") and views(blog) == 2
    (said,) = take(blog, "x.log", log(("192.0.2.1", "03/Okt/2026:06:00:01"))).unread
    assert said.why.startswith("`03/Okt/2026:06:00:01 +0000` is no moment")
