"""Readings from files to the ledger to the posts they are of."""

import gzip
import json
import os
import zipfile
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.post_stats import post_stats, too_early
from inkwright.flows.reading_pages import Pages
from inkwright.flows.reading_sources import forget_source, known_sources
from inkwright.flows.readings import Wanted, import_readings
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.reading import Taken
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = "2026-11-21"
POST = "---\ntitle: {title}\ndate: {date}\n{more}---\n\nText.\n"
PAGES = (
    "date,page,visitors,pageviews\n2026-11-20,/posts/kv-cache/,8,12\n2026-11-21,/posts/kv-cache/,2,3\n"
    "2026-11-21,/tags/,1,1\n"
)


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for name, title, more in (
        ("kv-cache", "What the KV Cache Costs", "aliases: [/old/kv/]\nsyndicated: {devto: 'https://dev.to/me/kv-1'}\n"),
        ("nan", "One Thing About NaN", ""),
        ("draft", "Draft", "draft: true\n"),
    ):
        text = POST.format(title=title, date="2026-10-01", more=more)
        (tmp_path / "posts" / f"{name}.md").write_text(text, encoding="utf-8")
    return open_workspace(tmp_path)


def put(blog, name, text):
    blog.path(name).write_text(text, encoding="utf-8")
    return str(blog.path(name))


def imported(blog, name, text, **wanted):
    return import_readings(blog, put(blog, name, text), Wanted(**wanted), NOW)


@pytest.mark.parametrize(
    ("page", "post"),
    [("/posts/kv-cache/", "kv-cache"), ("/posts/kv-cache", "kv-cache"), ("/posts/KV-cache/?utm_source=x", "kv-cache"),
     ("https://www.me.example/posts/kv-cache/", "kv-cache"), ("/old/kv/", "kv-cache"),
     ("https://dev.to/me/kv-1", "kv-cache"),
     ("what the KV cache costs", "kv-cache"), ("substack:nan", "nan"), ("nan", "nan"),
     ("https://dev.to/posts/nan/", ""),
     ("/nothing/", ""), ("", ""), ("https://[", "")],
)  # fmt: skip
def test_a_page_is_known_by_all_its_names(blog, page, post):
    assert Pages(blog, TODAY).post_of(page) == post


def test_a_post_that_moved_keeps_its_readings(blog):
    blog.path("inkwright/posts").mkdir(parents=True)
    put(blog, "inkwright/posts/nan.toml", 'former_slugs = ["not-a-number"]\n')
    assert Pages(blog, TODAY).post_of("/posts/not-a-number/") == "nan"


@pytest.mark.parametrize("page", ["was-a-number", "/posts/was-a-number/"])
def test_a_post_keeps_what_came_of_its_mail_under_another_slug(blog, page):
    blog.path("inkwright/posts").mkdir(parents=True)
    put(blog, "inkwright/posts/nan.toml", 'mailed = ["was-a-number"]\n')
    assert Pages(blog, TODAY).post_of(page) == "nan"


def test_twice_is_once(blog):
    (first,) = imported(blog, "pages.csv", PAGES)
    assert (first.source, first.new, first.first, first.last) == ("plausible", 6, "2026-11-20", "2026-11-21")
    assert first.strangers == ("/tags/",)
    (again,) = imported(blog, "pages.csv", PAGES)
    assert (again.new, again.changed, again.known) == (0, 0, 6)
    (row, *_), early = post_stats(blog, TODAY)
    assert (row.id, row.values, row.places) == ("kv-cache", {"views": 15, "visitors": 10}, (("own site", 15),))
    assert early == "Too early to compare: 1 of 6 posts has readings."
    assert known_sources(blog)[0].pages == 2
    assert forget_source(blog, "plausible", NOW) == 6 and known_sources(blog) == []


def test_places_are_added_up_and_sources_that_disagree_are_named(blog):
    imported(blog, "pages.csv", PAGES)
    imported(blog, "ga.csv", "# End date: 20261121\n\nPage path,Views,Total users\n/posts/kv-cache/,40,30\n")
    articles = [{"url": "https://dev.to/me/kv-1", "page_views_count": 100, "public_reactions_count": 4}]
    imported(blog, "articles.json", json.dumps(articles))
    row = post_stats(blog, TODAY)[0][0]
    assert row.values == {"views": 140, "visitors": 30, "likes": 4}
    assert row.places == (("dev.to", 100), ("own site", 40))
    why = "the total counts, since only 2 days were watched"
    assert row.disagree == (
        f"views on own site: up to 2026-11-21 google-analytics counts 40 in all, plausible 15 by day; {why}",
        f"visitors on own site: up to 2026-11-21 google-analytics counts 30 in all, plausible 10 by day; {why}",
    )
    assert row.taken == (
        Taken("likes", "dev.to", 4, ("devto",)), Taken("views", "dev.to", 100, ("devto",)),
        Taken("views", "own site", 40, ("google-analytics",)),
        Taken("visitors", "own site", 30, ("google-analytics",)),
    )  # fmt: skip


def test_totals_of_two_days_are_not_added_up(blog):
    imported(blog, "a.csv", "post,likes\nnan,3\n", day="2026-11-01", source="medium")
    imported(blog, "b.csv", "post,likes\nnan,5\n", day="2026-11-20", source="medium")
    row = next(row for row in post_stats(blog, TODAY)[0] if row.id == "nan")
    assert row.values == {"likes": 5}


def test_referrers_are_named_and_not_counted_twice(blog):
    text = (
        "post,date,views,referrer\nnan,2026-11-20,9,\nnan,2026-11-20,5,https://lobste.rs/s/1\nnan,2026-11-20,2,x.com\n"
    )
    imported(blog, "own.csv", text)
    row = next(row for row in post_stats(blog, TODAY)[0] if row.id == "nan")
    assert row.values == {"views": 9} and row.referrers == (("lobste.rs", 5), ("x.com", 2))


@pytest.mark.parametrize(
    ("more", "post"),
    [({"canonical_url": "https://me.example/posts/nan/"}, "nan"),
     ({"canonical_url": "https://dev.to/me/by-hand"}, "nan"),
     ({"canonical_url": "https://me.example/old/kv/", "title": "Renamed"}, "kv-cache"), ({"title": "Other"}, "")],
)  # fmt: skip
def test_a_copy_made_by_hand_is_found_by_what_it_copies(blog, more, post):
    article = {"url": "https://dev.to/me/by-hand", "title": "One thing about NaN", "page_views_count": 7} | more
    (done,) = imported(blog, "articles.json", json.dumps([article]))
    assert done.strangers == (() if post else ("https://dev.to/me/by-hand",))
    imported(blog, "later.json", json.dumps([article | {"title": f"{article['title']} ", "page_views_count": 9}]))
    found = {row.id: (row.values, row.places) for row in post_stats(blog, TODAY)[0] if row.values}
    assert found == ({post: ({"views": 9}, (("dev.to", 9),))} if post else {})


def test_totals_of_a_day_to_come_are_refused(blog):
    with pytest.raises(UsageError, match="2031-01-01 is not yet"):
        imported(blog, "a.csv", "post,likes\nnan,3\n", day="2031-01-01")
    path = put(blog, "b.csv", "post,likes\nnan,3\n")
    os.utime(path, (1924991999, 1924991999))  # a clock that was wrong
    assert import_readings(blog, path, Wanted(), NOW)[0].first == TODAY


def test_a_source_that_is_not_there_is_not_forgotten(blog):
    with pytest.raises(UsageError, match="no readings of `nope`") as caught:
        forget_source(blog, "nope", NOW)
    assert caught.value.hint == "There are none of any source."
    path = put(blog, "pages.csv", PAGES)
    run = CliRunner().invoke
    assert run(main, ["readings", "import", path]).exit_code == 0
    with pytest.raises(UsageError) as caught:
        forget_source(blog, "nope", NOW)
    assert caught.value.hint == "There are: plausible."


def test_a_zip_and_a_packed_log(blog):
    with zipfile.ZipFile(blog.path("export.zip"), "w") as archive:
        archive.writestr("imported_pages_1.csv", PAGES)
        archive.writestr("imported_browsers_1.csv", "date,browser,visitors\n2026-11-20,Firefox,3\n")
        archive.writestr("../evil.csv", PAGES)
    (done,) = import_readings(blog, str(blog.path("export.zip")), Wanted(), NOW)
    assert done.new == 6
    line = '1.2.3.4 - - [20/Nov/2026:23:30:00 +0000] "GET /posts/nan/ HTTP/1.1" 200 5 "-" "Mozilla/5.0 Firefox"\n'
    blog.path("access.log.gz").write_bytes(gzip.compress(line.encode()))
    (done,) = import_readings(blog, str(blog.path("access.log.gz")), Wanted(), NOW)
    assert (done.source, done.new, done.first) == ("access-log", 2, "2026-11-20")


def test_what_is_wrong_is_one_sentence(blog):
    with pytest.raises(UnreadableError, match="first row is: a, b"):
        imported(blog, "x.csv", "a,b\n1,2\n")
    with pytest.raises(UnreadableError, match="no file of Umami"):
        imported(blog, "x.csv", PAGES, format="umami")
    blog.path("broken.gz").write_bytes(b"\x1f\x8bnonsense")
    with pytest.raises(UnreadableError, match="cannot be unpacked"):
        import_readings(blog, str(blog.path("broken.gz")), Wanted(), NOW)
    with zipfile.ZipFile(blog.path("empty.zip"), "w") as archive:
        archive.writestr("readme.md", "nothing")
    with pytest.raises(UnreadableError, match="no file in it"):
        import_readings(blog, str(blog.path("empty.zip")), Wanted(), NOW)
    assert known_sources(blog) == []


def test_totals_are_of_the_day_of_their_file(blog):
    path = put(blog, "medium.csv", "title,views\nOne Thing About NaN,7\n")
    os.utime(path, (1763632800, 1763632800))
    (done,) = import_readings(blog, path, Wanted(), NOW)
    assert done.first == "2025-11-20"


def test_early_is_said_with_its_reason():
    days = ["2026-09-01"] * 6
    assert too_early([], TODAY) == "Too early to compare: 0 of 6 posts have readings."
    assert "look again from 2026-12-01 on" in too_early(days, TODAY)
    assert too_early(days, "2026-12-01") == ""


def test_as_text_and_as_json(blog):
    run = CliRunner().invoke
    path = put(blog, "pages.csv", PAGES + "soon,/posts/nan/,1,1\n")
    done = run(main, ["readings", "import", path])
    said = done.output
    assert done.exit_code == 1
    assert "6 new, 0 changed, 0 known already, 2026-11-20 to 2026-11-21" in said
    assert "1 of no post of yours:\n    /tags/" in said and "line 5: `soon` is no day" in said
    assert json.loads(run(main, ["readings", "import", path, "--format", "json"]).output)["imports"][0]["known"] == 6
    assert "plausible  6" in run(main, ["readings", "list"]).output
    assert json.loads(run(main, ["readings", "list", "--format", "json"]).output)["sources"][0]["pages"] == 2
    shown = run(main, ["stats", "posts"]).output
    assert "What the KV Cache Costs" in shown and "Too early" in shown
    assert json.loads(run(main, ["stats", "posts", "--format", "json"]).output)["posts"][0]["id"] == "kv-cache"
    assert "6 readings of plausible deleted" in run(main, ["readings", "forget", "plausible"]).output
