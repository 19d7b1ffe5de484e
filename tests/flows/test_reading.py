"""The reading list as a writer uses it."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.main import main
from inkwright.flows.reading import add, entries, reading_list, still_waiting
from inkwright.flows.reading_done import read_done
from inkwright.flows.reading_fetch import fetch_feeds
from inkwright.flows.reading_month import choose, paper_of_month, propose
from inkwright.flows.reading_steps import reading_steps
from inkwright.flows.reading_walk import settle, to_clip, to_paper
from inkwright.model.errors import NetError, UnreadableError, UsageError
from inkwright.model.net import Reply
from inkwright.net.client import Client
from inkwright.workspace.folder import Workspace, open_workspace

TODAY = "2026-11-21"
NOW = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
PAGE = (
    "<html><title>Queues</title><article><h1>Queues</h1><p>" + "A queue forgets nothing at all. " * 9 + "</p></article>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/1706.03762v7</id>'
    b"<published>2017-06-12</published><title>Attention</title><author><name>A Vas</name></author></entry></feed>"
)
PAPER = "---\ntitle: {0}\nkey: {0}\nkind: paper\ndate: 2026-11-0{1}\n---\n\n## Problem\n\n{2}\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    return open_workspace(tmp_path)


def run(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, ("reading", *words), input=stdin, standalone_mode=False)


def listed(blog: Workspace) -> str:
    return blog.path("reading.md").read_text(encoding="utf-8")


def test_an_empty_list_says_how_to_begin(blog: Workspace) -> None:
    assert "The reading list is empty: inkwright reading add" in run().output
    assert run("next").output == "Nothing waits to be read.\n"
    assert not blog.path("reading.md").exists() and not blog.path("inkwright").exists()


def test_addresses_numbers_titles_and_files_are_put_on_it_once(blog: Workspace) -> None:
    blog.path("f.opml").write_text(
        '<opml><outline text="Ann" xmlUrl="https://ann.org/feed"/><outline text="B" xmlUrl="ftp://x"/></opml>'
    )
    done = run("add", "https://e.org/a", "arXiv:1706.03762", "A book", "f.opml")
    assert done.output.splitlines()[-1] == "4 new, 0 there already, 1 left out."
    assert "Left out: f.opml: B has no web address" in done.output
    assert [line[13:] for line in listed(blog).splitlines()] == [
        "https://e.org/a", "arXiv:1706.03762", "A book", "Ann [feed:: https://ann.org/feed]",
    ]  # fmt: skip
    before = listed(blog)
    assert "0 new, 1 there already" in run("add", "http://www.e.org/a/").output
    assert run("import", "f.opml").output.endswith("0 new, 1 there already, 1 left out.\n") and listed(blog) == before
    rows = json.loads(run("list", "--format", "json").output)["reading"]
    assert [row["kind"] for row in rows["entries"]] == ["page", "paper", "other"] and len(rows["feeds"]) == 1


def test_nothing_is_written_unless_every_file_can_be_read(blog: Workspace) -> None:
    blog.path("f.opml").write_text("<opml>\n<x>\n</opml>")
    with pytest.raises(UnreadableError, match=r"f\.opml:3: not XML"):
        add(blog, ["https://e.org/a", "f.opml"], TODAY)
    with pytest.raises(UnreadableError, match=r"feds\.opml: there is no such file"):
        add(blog, ["https://e.org/a", "feds.opml"], TODAY)
    with pytest.raises(UsageError, match="nobody here reads a reading list"):
        add(blog, ["x.pdf"], TODAY)
    assert not blog.path("reading.md").exists()


def test_what_is_written_by_hand_counts_and_stays(blog: Workspace) -> None:
    text = "# To read\r\n\r\nhttps://e.org/a\r\n* [ ] A book  \r\n"
    blog.path("reading.md").write_bytes(text.encode())
    add(blog, ["https://e.org/b"], TODAY)
    assert blog.path("reading.md").read_bytes().decode() == text + "- 2026-11-21 https://e.org/b\r\n"
    assert [entry.line for entry in still_waiting(blog)] == [3, 4, 5]


def test_the_walk_writes_each_answer_and_asks_again_only_about_what_is_left(blog: Workspace) -> None:
    add(blog, ["https://e.org/a", "A book", "arXiv:1706.03762", "Another", "Last"], TODAY)
    done = run("next", stdin="c\nd\np\nx\n\nq\n")
    assert "https://e.org/a: INKWRIGHT_OFFLINE is set, so nothing is asked" in done.output
    assert done.output.count("It stays on the list.") == 2 and done.output.endswith("1 decided, 1 put off, 3 left.\n")
    assert re.sub(r"\d{4}-\d\d-\d\d", "D", listed(blog)).splitlines() == [
        "- D https://e.org/a", "- [x] D A book [dropped:: D]", "- D arXiv:1706.03762", "- D Another [later:: D]",
        "- D Last",
    ]  # fmt: skip
    assert [entry.title or entry.url for entry in still_waiting(blog)] == [
        "https://e.org/a", "arXiv:1706.03762", "Last", "Another",
    ]  # fmt: skip


def test_a_paper_note_of_a_number_and_of_a_title(blog: Workspace) -> None:
    add(blog, ["arXiv:1706.03762", "Rings and queues at night"], TODAY)
    number, title = still_waiting(blog)
    asked: list[str] = []

    def get(url: str, accept: str) -> Reply:
        asked.append(url)
        return Reply(url, 200, {}, ATOM)

    assert to_paper(blog, number, TODAY, get) == "papers/vas2017attention.md"
    assert to_paper(blog, title, TODAY, get) == "papers/rings.md" and len(asked) == 1
    assert [entry.note for entry in entries(blog)] == ["papers/vas2017attention.md", "papers/rings.md"]
    blog.path("reading.md").write_text("- https://arxiv.org/abs/1706.03762v2\n")
    (again,) = still_waiting(blog)
    assert to_paper(blog, again, TODAY, get) == "papers/vas2017attention.md" and len(asked) == 1


def test_a_clip_of_a_page_and_one_that_is_for_payment_stays(blog: Workspace) -> None:
    add(blog, ["https://e.org/a", "https://e.org/paid", "A book"], TODAY)
    good, paid, book = still_waiting(blog)
    path = to_clip(blog, good, TODAY, lambda url: Reply(url, 200, {"content-type": "text/html"}, PAGE.encode()))
    assert "A queue forgets" in blog.read(path).text and entries(blog)[0].note == path
    with pytest.raises(UsageError, match=r"https://e.org/paid: this page is for paying readers \(HTTP 402\)"):
        to_clip(blog, paid, TODAY, lambda url: Reply(url, 402))
    with pytest.raises(UsageError, match="A book: there is no address to clip"):
        to_clip(blog, book, TODAY)
    assert len(still_waiting(blog)) == 2


def test_an_edit_by_another_program_between_two_keys_is_kept(blog: Workspace) -> None:
    add(blog, ["one", "two"], TODAY)
    first, second = still_waiting(blog)
    blog.path("reading.md").write_text(f"# Mine\n\n{listed(blog)}three\n")
    settle(blog, second, dropped=TODAY)
    assert listed(blog).endswith(f"one\n- [x] {TODAY} two [dropped:: {TODAY}]\nthree\n")
    blog.path("reading.md").write_text("three\n")
    with pytest.raises(UsageError, match="one: this line is not in the list any more"):
        settle(blog, first, dropped=TODAY)


def test_killed_in_the_middle_every_key_pressed_is_kept(blog: Workspace) -> None:
    add(blog, [f"book {number}" for number in range(6)], TODAY)
    process = subprocess.Popen(
        [sys.executable, "-m", "inkwright", "reading", "next"],
        cwd=blog.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout and process.stdin
    for number in range(4):
        assert any(f"{number + 1}/6" in line for line in process.stdout)
        if number < 3:
            process.stdin.write("d\n")
            process.stdin.flush()
    process.kill()
    process.wait()
    assert [entry.title for entry in still_waiting(blog)] == ["book 3", "book 4", "book 5"]


def test_what_was_read_is_logged_ticked_and_counted(blog: Workspace) -> None:
    blog.path("papers").mkdir()
    blog.path("papers/lee2020.md").write_text(PAPER.format("lee2020", 1, ""))
    add(blog, ["https://e.org/a"], TODAY)
    assert read_done(blog, "@lee2020", 50, NOW) == (
        "log/2026-11-21.md", "read [[lee2020]] [minutes:: 50]",
    )  # fmt: skip
    read_done(blog, "1", 0, NOW)
    assert blog.read("log/2026-11-21.md").text == (
        "- 20:30 read [[lee2020]] [minutes:: 50]\n- 20:30 read <https://e.org/a>\n"
    )
    assert entries(blog)[0].state == "done"
    week = reading_list(blog, TODAY).weeks[-1]
    assert (week.papers, week.minutes) == (("lee2020",), 50)
    with pytest.raises(UsageError, match="nothing, or more than one thing, is meant by `nope`"):
        read_done(blog, "nope", 0, NOW)


def test_the_plan_of_the_settings_is_told(blog: Workspace) -> None:
    blog.path("inkwright.toml").write_text("[reading]\nweeknight = 90\nweekend = 300\n")
    found = reading_list(open_workspace(blog.root), TODAY)
    assert found.tonight == 300 and found.weeks[-1].planned == 5 * 90 + 2 * 300
    assert "17 h 30 min planned" in run().output
    add(blog, ["A book"], TODAY)
    (step,) = reading_steps(open_workspace(blog.root), TODAY)
    assert (step.what, step.command, step.minutes) == ("read “A book”", "inkwright reading next", 300)


def test_the_paper_of_the_month_is_proposed_chosen_and_told_until_its_summary_is_there(blog: Workspace) -> None:
    for folder in ("papers", "posts", "notes"):
        blog.path(folder).mkdir()
    blog.path("papers/alpha.md").write_text(PAPER.format("alpha", 9, ""))
    blog.path("papers/beta.md").write_text(PAPER.format("beta", 1, "Slow."))
    blog.path("notes/n.md").write_text("See [[beta]] and [@beta].\n")
    found = propose(blog, TODAY)
    assert (
        found and found.key == "beta" and found.reason == "1 of your texts names it, 1 of its 6 questions are answered"
    )
    assert "-> inkwright reading month beta" in run("month").output
    choose(blog, "alpha", TODAY)
    made = choose(blog, "beta", TODAY)
    assert (made.due, made.words, made.wanted) == ("2026-11-30", 0, 1000)
    assert blog.read("papers/alpha.md").text == PAPER.format("alpha", 9, "")
    (step,) = reading_steps(blog, TODAY)
    assert step.why == "the paper of 2026-11 is due on 2026-11-30: 0 of 1000 words are there"
    assert reading_steps(blog, "2026-11-19") == [] and reading_steps(blog, "2026-12-01") == []
    blog.path("posts/b.md").write_text("---\ntitle: B\npaper: beta\n---\n" + "word " * 1000)
    now = paper_of_month(blog, TODAY)
    assert now and now.done and now.written_in == "posts/b.md" and reading_steps(blog, TODAY) == []
    with pytest.raises(UsageError, match="there is no paper `gamma`"):
        choose(blog, "gamma", TODAY)


def test_without_papers_there_is_nothing_to_choose(blog: Workspace) -> None:
    assert run("month").output == "There is no paper to choose: inkwright paper add arXiv:1706.03762\n"


class _Site(BaseHTTPRequestHandler):
    """A site with a good feed, a broken one and one that leads in a circle."""

    def do_GET(self) -> None:
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("location", "/loop")
            self.end_headers()
            return
        body = {"/good": RSS.encode(), "/page": b"<html>no feed</html>"}.get(self.path, b"")
        self.send_response(200 if body else 404)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


RSS = """<rss version="2.0"><channel><item><title>New</title><link>/new</link>
<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item><item><title>Old</title><link>/old</link>
<pubDate>Fri, 20 Nov 2020 09:00:00 GMT</pubDate></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_feeds_are_read_on_request_and_what_failed_is_named(
    blog: Workspace, site: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INKWRIGHT_OFFLINE")
    base = f"http://127.0.0.1:{site}"
    blog.path("reading.md").write_text(
        "".join(f"- [feed:: {base}/{name}]\n" for name in ("good", "page", "gone", "loop"))
    )
    client = Client(allow=(f"127.0.0.1:{site}",))
    done = fetch_feeds(blog, TODAY, client.get)
    assert [entry.title for entry in done.added] == ["New"] and done.asked == 4
    assert dict(done.failed) == {
        f"{base}/page": "this is no feed but <html>.",
        f"{base}/gone": "it was not told (HTTP 404).",
        f"{base}/loop": "it redirects more than 5 times.",
    }
    assert listed(blog).splitlines()[0] == f"- [feed:: {base}/good] [fetched:: {TODAY}]"
    assert listed(blog).splitlines()[1:4] == [f"- [feed:: {base}/{name}]" for name in ("page", "gone", "loop")]
    assert listed(blog).splitlines()[4] == f"- {TODAY} New <{base}/new>"
    assert fetch_feeds(blog, TODAY, client.get).added == ()


def test_the_guarded_fetch_goes_to_no_address_of_this_machine(
    blog: Workspace, site: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INKWRIGHT_OFFLINE")
    blog.path("reading.md").write_text(f"- [feed:: http://127.0.0.1:{site}/good]\n")
    done = run("fetch")
    assert f"Not read: http://127.0.0.1:{site}/good: " in done.output and "0 new from 0 of 1 feeds." in done.output


def test_without_feeds_or_network_the_reason_is_said(blog: Workspace) -> None:
    with pytest.raises(UsageError, match="there are no feeds on the reading list"):
        fetch_feeds(blog, TODAY)
    blog.path("reading.md").write_text("- [feed:: https://ann.org/feed]\n")
    assert fetch_feeds(blog, TODAY).failed[0][1].startswith("INKWRIGHT_OFFLINE is set")
    with pytest.raises(NetError):
        Client().get("https://ann.org/feed")
