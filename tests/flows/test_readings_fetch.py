"""Readings over an API, from a server of our own that answers as the vendors' references say.

Answers are written after developers.forem.com/api/v1, docs.ghost.org/admin-api/posts, plausible.io/docs/stats-api-v2
and goatcounter.com/api, looked at on 2026-11-21; no live service was asked.
"""

import gzip
import json
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.post_life import post_lives
from inkwright.flows.post_stats import post_stats
from inkwright.flows.reading_sources import known_sources
from inkwright.flows.readings_fetch import fetch_readings
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.platforms.counting.counter import counter_of, counters
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = "2026-11-21"
GOAT = ("2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location,"
        "FirstVisit,Date\n/posts/kv/,KV,false,,,,s1,0,lobste.rs,h,,,true,2026-11-20T10:00:00Z\n")  # fmt: skip


class Service:
    """A server; `answers` gives for a method and a path with query the answers in turn (the last one again)."""

    def __init__(self, answers):
        self.asked, left, service = [], {key: list(some) for key, some in answers.items()}, self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                service.asked.append((self.command, self.path, dict(self.headers), json.loads(body) if body else None))
                some = left.get((self.command, self.path), [(404, {})])
                status, data = some.pop(0) if len(some) > 1 else some[0]
                sent = data if isinstance(data, bytes) else json.dumps(data).encode()
                self.send_response(status)
                self.send_header("content-length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)

            do_POST = do_GET

            def log_message(self, *said):
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def serving():
    running = []

    def start(answers):
        running.append(Service(answers))
        return running[-1]

    yield start
    for one in running:
        one.server.shutdown()
        one.server.server_close()


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/kv.md").write_text("---\ntitle: KV\ndate: 2026-11-01\n---\n\nText.\n", encoding="utf-8")
    return open_workspace(tmp_path)


def fetched(blog, name, since="", pause=lambda seconds: None, **account):
    names = {part: f"INKWRIGHT_{name.upper()}_{part}" for part in account}
    return fetch_readings(blog, name, since, NOW, {names[part]: value for part, value in account.items()}, pause)


def values(blog):
    return post_stats(blog, TODAY)[0][0].values


def test_dev_to_page_by_page(blog, serving):
    def article(no):
        return {"id": no, "title": f"T{no}", "url": f"https://dev.to/me/t{no}", "canonical_url": f"https://dev.to/me/t{no}",
                "page_views_count": 1, "public_reactions_count": 0, "comments_count": 0}  # fmt: skip

    own = article(100) | {"canonical_url": "https://me.example/posts/kv/", "page_views_count": 51}
    path = "/api/articles/me/published?page={}&per_page=100"
    service = serving({("GET", path.format(1)): [(200, [article(no) for no in range(100)])],
                       ("GET", path.format(2)): [(200, [own])]})  # fmt: skip
    (done,) = fetched(blog, "devto", KEY="k3y", URL=service.url)
    assert (done.source, done.new, len(done.strangers)) == ("devto", 303, 100)
    assert values(blog) == {"views": 51, "likes": 0, "comments": 0}
    assert {asked[2]["api-key"] for asked in service.asked} == {"k3y"} and len(service.asked) == 2
    (again,) = fetched(blog, "devto", KEY="k3y", URL=service.url)
    assert (again.new, again.changed) == (0, 0)


def test_ghost_with_a_signed_token(blog, serving):
    post = {"id": "1", "slug": "kv", "url": "https://me.example/posts/kv/", "title": "KV",
            "email": {"delivered_count": 98, "opened_count": 41},
            "count": {"clicks": 3, "positive_feedback": 2}}  # fmt: skip
    path = ("/ghost/api/admin/posts/?include=email,count.clicks,count.positive_feedback&filter=status:[published,sent]"
            "&limit=100&page=1")  # fmt: skip
    service = serving({("GET", path): [(200, {"posts": [post], "meta": {"pagination": {"next": None}}})]})
    (done,) = fetched(blog, "ghost", URL=service.url, KEY="abc:00ff")
    assert done.new == 4 and values(blog) == {"likes": 2, "clicks": 3, "sent": 98, "opens": 41}
    assert service.asked[0][2]["authorization"].startswith("Ghost ey")
    with pytest.raises(InkwrightError, match="no Admin API key"):
        fetched(blog, "ghost", URL=service.url, KEY="abc")


def test_plausible_by_day_and_by_source(blog, serving):
    pages = [{"dimensions": ["2026-11-20", "/posts/kv/"], "metrics": [8, 12]},
             {"dimensions": ["2026-11-21", "/a, \"b\"/"], "metrics": [1, 1]}]  # fmt: skip
    came = [{"dimensions": ["2026-11-20", "/posts/kv/", source], "metrics": [views]}
            for source, views in (("Google", 5), ("Hacker News", 4), ("Direct / None", 3))]  # fmt: skip
    service = serving({("POST", "/api/v2/query"): [(200, {"results": one, "meta": {}}) for one in (pages, came)]})
    done = fetched(blog, "plausible", "2026-11-01", KEY="k3y", URL=service.url)
    assert [(one.source, one.new, one.strangers) for one in done] == [
        ("plausible", 4, ('/a, "b"/',)), ("plausible", 2, ()),
    ]  # fmt: skip
    assert values(blog) == {"views": 12, "visitors": 8}
    (life,) = post_lives(blog, TODAY).posts
    assert life.periods[2].views == {"search": 5, "social": 4, "direct": 3}
    headers, sent = service.asked[0][2:]
    assert headers["authorization"] == "Bearer k3y" and sent == {
        "site_id": "me.example", "metrics": ["visitors", "pageviews"], "dimensions": ["time:day", "event:page"],
        "date_range": ["2026-11-01", TODAY], "pagination": {"limit": 10000, "offset": 0},
    }  # fmt: skip
    assert service.asked[1][3]["dimensions"][2] == "visit:source"


def test_plausible_knows_the_site_by_its_host_or_by_a_name_of_its_own(blog, serving):
    service = serving({("POST", "/api/v2/query"): [(200, {"results": []})]})
    fetched(blog, "plausible", KEY="k3y", URL=service.url, SITE="blog")
    assert {asked[3]["site_id"] for asked in service.asked} == {"blog"}
    blog.path("inkwright.toml").write_text("", encoding="utf-8")
    bare = open_workspace(blog.root)
    with pytest.raises(UsageError, match="has no address"):
        fetched(bare, "plausible", KEY="k3y", URL=service.url)
    assert fetched(bare, "plausible", KEY="k3y", URL=service.url, SITE="blog") == []


def test_goatcounter_waits_for_its_export(blog, serving):
    service = serving({
        ("POST", "/api/v0/export"): [(202, {"id": 7, "finished_at": None})],
        ("GET", "/api/v0/export/7"): [(200, {"id": 7, "finished_at": None}), (200, {"finished_at": "2026-11-21"})],
        ("GET", "/api/v0/export/7/download"): [(200, gzip.compress(GOAT.encode())), (200, GOAT.encode())],
    })  # fmt: skip
    waited = []
    (done,) = fetched(blog, "goatcounter", pause=waited.append, URL=service.url, KEY="k3y")
    assert service.asked[0][3] == {"format": "csv"}
    assert (done.new, waited) == (3, [2.0]) and values(blog) == {"views": 1, "visitors": 1}
    (again,) = fetched(blog, "goatcounter", URL=service.url, KEY="k3y")
    assert (again.new, again.known) == (0, 3)


@pytest.mark.parametrize(
    ("state", "said"),
    [({"finished_at": None}, "did not finish"),
     ({"error": "no space\nleft"}, "could not make the export: no space left")],
)  # fmt: skip
def test_an_export_that_does_not_get_done(blog, serving, state, said):
    service = serving({("POST", "/api/v0/export"): [(202, {"id": 7})], ("GET", "/api/v0/export/7"): [(200, state)]})
    with pytest.raises(InkwrightError, match=said):
        fetched(blog, "goatcounter", URL=service.url, KEY="k3y")
    assert known_sources(blog) == []


@pytest.mark.parametrize("name", counters())
def test_what_goes_wrong_is_one_sentence_and_nothing_is_written(blog, serving, name):
    account = {"KEY": "a:00", "URL": serving({}).url}
    with pytest.raises(InkwrightError, match=r"404|without"):
        fetched(blog, name, **account)
    with pytest.raises(UsageError, match=f"{counter_of(name).label} needs INKWRIGHT_{name.upper()}_"):
        fetched(blog, name)
    with pytest.raises(UsageError, match="open line"):
        fetched(blog, name, KEY="a:00", URL="http://elsewhere.example")
    with pytest.raises(UsageError, match="2031-01-01 is not yet"):
        fetched(blog, name, "2031-01-01", **account)
    assert known_sources(blog) == []


def test_the_last_known_day_is_asked_for_again(blog, serving):
    rows = [{"dimensions": ["2026-11-19", "/posts/kv/"], "metrics": [1, 2]}]
    service = serving({("POST", "/api/v2/query"): [(200, {"results": one}) for one in (rows, [], [])]})
    fetched(blog, "plausible", KEY="k3y", URL=service.url)
    assert fetched(blog, "plausible", KEY="k3y", URL=service.url) == []
    assert [asked[3]["date_range"][0] for asked in service.asked[::2]] == ["2024-11-21", "2026-11-19"]


def test_the_command_line(blog, serving, monkeypatch):
    run = CliRunner().invoke
    assert isinstance(run(main, ["readings", "fetch", "nope"]).exception, UsageError)
    article = {"url": "https://dev.to/me/kv", "title": "KV", "page_views_count": 5}
    service = serving({("GET", "/api/articles/me/published?page=1&per_page=100"): [(200, [article]), (200, [])]})
    monkeypatch.setenv("INKWRIGHT_DEVTO_KEY", "k3y")
    monkeypatch.setenv("INKWRIGHT_DEVTO_URL", service.url)
    assert "articles.json (devto): 1 new" in run(main, ["readings", "fetch", "devto"]).output
    assert run(main, ["readings", "fetch", "devto"]).output == "devto has nothing to tell.\n"
