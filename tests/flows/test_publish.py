"""Publishing on a workspace: the gate, the bytes that change, the trail, the schedule."""

import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.publish import How, publish
from inkwright.flows.publish_due import publish_due
from inkwright.flows.unpublish import Withdrawal, unpublish
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
PROSE = "The cache holds forty pages. When a new one comes in, the page that was read longest ago has to leave.\n"
POST = f"---\r\ntitle:   'Odd'   # kept\r\ndraft: true  # not yet\r\ntags: [ a,b ]\r\n---\r\n\r\n{PROSE}"
TARGET = '[deploy.targets.web]\nkind = "folder"\nto = "../web"\n'
SETTINGS = f'title = "T"\nbase_url = "https://t.example"\nauthor = "Ann"\n{TARGET}'


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    (root / "posts").mkdir(parents=True)
    (root / "inkwright.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "posts/old.md").write_text(f"---\ntitle: Old\ndate: 2026-01-01\n---\n\n{PROSE}", encoding="utf-8")
    (root / "posts/kv.md").write_bytes(POST.encode())
    return root


def how(now: datetime = NOW, **more: Any) -> How:
    return How(now, "Ann", **more)


def record(blog: Path, name: str = "kv") -> dict[str, Any]:
    place = blog / f"inkwright/posts/{name}.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))["publishing"] if place.exists() else {}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_draft_reaches_its_readers_and_only_the_bytes_concerned_change(blog: Path) -> None:
    release = publish(open_workspace(blog), "kv", how())
    (done,) = release.posts
    assert (done.state, done.url, done.date) == ("published", "/posts/kv/", "2026-11-21")
    now = (blog / "posts/kv.md").read_bytes().decode()
    assert now == POST.replace("draft: true  # not yet\r\n", "").replace(
        "tags: [ a,b ]\r\n", "tags: [ a,b ]\r\ndate: 2026-11-21\r\n"
    )
    web = tree(blog.parent / "web")
    assert b"forty pages" in web["posts/kv/index.html"] and b"Odd" in web["rss.xml"]
    (event,) = record(blog)["trail"]
    assert event == {"what": "published", "at": "2026-11-21T20:00:00+00:00", "by": "Ann"}


def test_again_is_once_and_sends_nothing(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    before, sent = tree(blog / "posts"), tree(blog.parent / "web")
    release = publish(open_workspace(blog), "kv", how(NOW + timedelta(days=3)))
    assert release.posts[0].state == "unchanged" and release.deployed is not None
    assert release.deployed.changes.send == release.deployed.changes.remove == ()
    assert tree(blog / "posts") == before and tree(blog.parent / "web") == sent
    assert len(record(blog)["trail"]) == 1


def test_a_changed_text_is_an_update(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    with (blog / "posts/kv.md").open("a", encoding="utf-8") as file:
        file.write("\nMore of it.\n")
    release = publish(open_workspace(blog), "kv", how(NOW + timedelta(days=3)))
    assert release.posts[0].state == "updated"
    text = (blog / "posts/kv.md").read_text(encoding="utf-8")
    assert "date: 2026-11-21\n" in text and "updated: 2026-11-24\n" in text
    assert [one["what"] for one in record(blog)["trail"]] == ["published", "updated"]


@pytest.mark.parametrize(
    ("more", "line", "rule"),
    [
        ("\nThe result is TK.\n", 9, "placeholder"),
        ("\n[gone](nowhere.md)\n", 9, "broken-link"),
        ("\n<!-- plan\n- ? why forty\n-->\n", 10, "open-question"),
        ("\nIt takes 45 ms<!--=r.json#a .0f ms-->.\n", 9, "broken-binding"),
        ('\n```python\nprint(1)\n```\n\n```output\n2\n```\n', 9, "stale-run"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_told_with_its_line(blog: Path, more: str, line: int, rule: str) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8") + more, encoding="utf-8")
    if rule == "stale-run":
        old = {"code": "0", "outputs": "0", "verified": 1}
        (blog / "inkwright/posts").mkdir(parents=True)
        text = "[run]\n" + "\n".join(f"{key} = {value!r}" for key, value in old.items())
        (blog / "inkwright/posts/kv.toml").write_text(text, encoding="utf-8")
    before = tree(blog)
    (done,) = publish(open_workspace(blog), "kv", how()).posts
    assert done.state == "blocked"
    assert any(one.line == line and f"[{rule}]" in one.message and one.command for one in done.obstacles), (
        done.obstacles
    )
    assert not (blog.parent / "web").exists() and not (blog / "public").exists()
    assert {path: data for path, data in tree(blog).items() if not path.startswith(".inkwright")} == before


@pytest.mark.parametrize("slug", ["old", "OLD"])
def test_an_address_that_a_published_post_has_stands_in_the_way(blog: Path, slug: str) -> None:
    (blog / "posts/kv.md").write_text(f"---\ntitle: Odd\nslug: {slug}\ndraft: true\n---\n\n{PROSE}", encoding="utf-8")
    before = tree(blog)
    (done,) = publish(open_workspace(blog), "kv", how()).posts
    assert done.state == "blocked"
    assert [str(one) for one in done.obstacles] == [
        f"posts/kv.md: its address /posts/{slug}/ is that of posts/old.md: give one of them another `slug`"
    ]
    assert {name: data for name, data in tree(blog).items() if name in before} == before


def test_a_draft_at_the_same_address_stands_in_nobodys_way(blog: Path) -> None:
    (blog / "posts/later.md").write_text(f"---\ntitle: L\nslug: kv\ndraft: true\n---\n\n{PROSE}", encoding="utf-8")
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "published"


def test_going_through_anyway_is_kept_with_its_reason(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8") + "\nThe result is TK.\n", encoding="utf-8")
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "blocked"
    release = publish(open_workspace(blog), "kv", how(anyway="figures follow"))
    assert release.posts[0].state == "published" and (blog.parent / "web/posts/kv/index.html").exists()
    (event,) = record(blog)["trail"]
    assert event["why"] == "figures follow" and re.match(r"posts/kv\.md:\d+: .*placeholder", event["passed"][0])
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "unchanged"  # agreed for this very text
    place.write_text(place.read_text(encoding="utf-8") + "\nAnd TK more.\n", encoding="utf-8")
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "blocked"


def test_a_dry_run_names_all_and_changes_nothing(blog: Path) -> None:
    publish(open_workspace(blog), "old", how())
    before = {path: data for path, data in tree(blog.parent).items() if "/.inkwright/" not in path}
    (done,) = publish(open_workspace(blog), "kv", how(dry=True)).posts
    assert {path: data for path, data in tree(blog.parent).items() if "/.inkwright/" not in path} == before
    site = tree(blog / "public")
    assert [(one.before, one.after) for one in done.changes] == [
        ("draft: true  # not yet", ""), ("", "date: 2026-11-21")
    ]  # fmt: skip
    publish(open_workspace(blog), "kv", how())
    now = tree(blog / "public")
    assert list(done.pages) == sorted(path for path in now.keys() | site.keys() if now.get(path) != site.get(path))


def test_the_thesis_is_asked_again_and_no_stops(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", "thesis: Forty are enough.\ntags:"))
    asked: list[str] = []
    stopped = publish(open_workspace(blog), "kv", how(ask=lambda thesis: bool(asked.append(thesis))))
    assert stopped.posts[0].state == "stopped" and asked == ["Forty are enough."]
    assert "draft: true" in place.read_text(encoding="utf-8") and not record(blog)


def test_a_thesis_of_two_sentences_stands_in_the_way(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", 'thesis: "One is. Two are."\ntags:'))
    (done,) = publish(open_workspace(blog), "kv", how()).posts
    assert done.state == "blocked" and done.obstacles[0].line == 4 and "2 sentences" in done.obstacles[0].message


def test_a_date_to_come_schedules_and_due_publishes_once(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", "date: 2026-11-22T09:00:00+01:00\ntags:"))
    before = place.read_bytes()
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "scheduled"
    assert place.read_bytes() == before and record(blog)["state"] == "scheduled"
    early = publish_due(open_workspace(blog), how(datetime(2026, 11, 22, 7, 59, tzinfo=UTC)))
    assert early.posts == () and not (blog.parent / "web/posts/kv").exists()
    due = publish_due(open_workspace(blog), how(datetime(2026, 11, 22, 8, 0, tzinfo=UTC)))
    assert due.posts[0].state == "published" and (blog.parent / "web/posts/kv/index.html").exists()
    for later in range(2):
        again = publish_due(open_workspace(blog), how(datetime(2026, 11, 22, 8 + later, 1, tzinfo=UTC)))
        assert again.posts == () and again.deployed is not None and not again.deployed.changes.send
    assert [one["what"] for one in record(blog)["trail"]] == ["scheduled", "published"]
    assert "date: 2026-11-22T09:00:00+01:00" in place.read_text(encoding="utf-8")


def test_a_scheduled_post_is_gated_again_when_it_is_due(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(
        place.read_text(encoding="utf-8")
        .replace("tags:", "date: 2026-11-22\ntags:")
        .replace("draft: true  # not yet\n", "")
    )
    assert publish(open_workspace(blog), "kv", how()).posts[0].state == "scheduled"
    assert "draft: true" in place.read_text(encoding="utf-8")  # or any build on that day would show it
    place.write_text(place.read_text(encoding="utf-8") + "\nThe result is TK.\n", encoding="utf-8")
    late = publish_due(open_workspace(blog), how(NOW + timedelta(days=2)))
    assert late.posts[0].state == "blocked" and not (blog.parent / "web/posts/kv").exists()


def test_taken_back_it_leaves_every_file_and_its_trail_stays(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    release = unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann", "the figures were wrong"))
    assert release.posts[0].state == "unpublished"
    web = tree(blog.parent / "web")
    assert not [path for path, data in web.items() if "posts/kv" in path or b"Odd" in data]
    text = (blog / "posts/kv.md").read_text(encoding="utf-8")
    assert "draft: true" in text and "date: 2026-11-21" in text
    assert record(blog)["trail"][-1]["why"] == "the figures were wrong"
    with pytest.raises(UsageError, match="not published"):
        unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann"))


def test_gone_for_good_says_so_at_the_address_until_it_is_back(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann", gone=True))
    page = (blog.parent / "web/posts/kv/index.html").read_text(encoding="utf-8")
    assert "taken back" in page and "forty pages" not in page
    publish(open_workspace(blog), "kv", how())
    assert "forty pages" in (blog.parent / "web/posts/kv/index.html").read_text(encoding="utf-8")


def test_what_was_taken_back_can_still_be_said_to_be_gone_at_the_address_that_it_had(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann", "the figures were wrong"))
    with pytest.raises(UsageError, match="nothing to take back"):
        unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann"))
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("draft:", "slug: other\ndraft:"), encoding="utf-8")
    (done,) = unpublish(open_workspace(blog), "kv", Withdrawal(NOW, "Ann", "for good", gone=True)).posts
    assert done.url == "/posts/kv/" and not done.changes
    assert b"<h1>Gone</h1>" in tree(blog.parent / "web")["posts/kv/index.html"]


def test_what_is_private_is_not_published_by_being_no_draft(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", "visibility: private\ntags:"))
    before = place.read_bytes()
    with pytest.raises(UsageError, match="visibility: private"):
        publish(open_workspace(blog), "kv", how())
    assert place.read_bytes() == before


def test_a_standing_page_gets_no_date(blog: Path) -> None:
    (blog / "about.md").write_text(f"---\ntitle: About\ndraft: true\n---\n\n{PROSE}", encoding="utf-8")
    assert publish(open_workspace(blog), str(blog / "about.md"), how()).posts[0].state == "published"
    text = (blog / "about.md").read_text(encoding="utf-8")
    assert text == f"---\ntitle: About\n---\n\n{PROSE}"


def test_a_new_slug_leads_its_readers_on(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    place = blog / "posts/kv.md"
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", "slug: cache\ntags:"))
    (done,) = publish(open_workspace(blog), "kv", how()).posts
    assert (done.moved_from, done.url) == ("/posts/kv/", "/posts/cache/")
    assert place.read_text(encoding="utf-8").count('aliases: ["/posts/kv/"]') == 1
    assert "/posts/cache/" in (blog.parent / "web/posts/kv/index.html").read_text(encoding="utf-8")
    kept = tomllib.loads((blog / "inkwright/posts/kv.toml").read_text(encoding="utf-8"))
    assert kept["former_slugs"] == ["kv"] and kept["publishing"]["url"] == "/posts/cache/"


def test_a_slug_there_and_back_leads_nobody_in_a_circle(blog: Path) -> None:
    place = blog / "posts/kv.md"
    publish(open_workspace(blog), "kv", how())
    first = place.read_bytes()
    for slug in ("cache", "memory"):
        text = re.sub("slug: .*\n", "", place.read_text(encoding="utf-8"))
        place.write_text(text.replace("tags:", f"slug: {slug}\ntags:"), encoding="utf-8")
        publish(open_workspace(blog), "kv", how())
    assert 'aliases: ["/posts/kv/", "/posts/cache/"]' in place.read_text(encoding="utf-8")
    place.write_bytes(first)
    place.write_text(place.read_text(encoding="utf-8").replace("tags:", "aliases: [/posts/kv]\ntags:"))
    (done,) = publish(open_workspace(blog), "kv", how()).posts
    assert done.moved_from == "/posts/memory/"
    assert 'aliases: ["/posts/memory/"]' in place.read_text(encoding="utf-8")


def test_a_file_under_another_name_is_the_same_post(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    record_of_kv = (blog / "inkwright/posts/kv.toml").read_text(encoding="utf-8")
    (blog / "inkwright/posts/kv.toml").write_text(f'# mine\nown = "kept"\n{record_of_kv}', encoding="utf-8")
    (blog / "posts/kv.md").rename(blog / "posts/cache.md")
    dry = publish(open_workspace(blog), "cache", how(dry=True))
    assert not (blog / "inkwright/posts/cache.toml").exists()
    (done,) = publish(open_workspace(blog), "cache", how()).posts
    assert (done.moved_from, done.url, done.changes) == ("/posts/kv/", "/posts/cache/", dry.posts[0].changes)
    assert "/posts/cache/" in (blog.parent / "web/posts/kv/index.html").read_text(encoding="utf-8")
    kept = tomllib.loads((blog / "inkwright/posts/cache.toml").read_text(encoding="utf-8"))
    assert (kept["former_slugs"], kept["own"]) == (["kv"], "kept")
    assert [event["what"] for event in kept["publishing"]["trail"]] == ["published", "moved"]


def test_another_post_with_the_same_words_takes_nothing_over(blog: Path) -> None:
    publish(open_workspace(blog), "kv", how())
    (blog / "posts/twin.md").write_bytes(POST.encode())
    (done,) = publish(open_workspace(blog), "twin", how()).posts
    assert (done.state, done.moved_from) == ("published", "")


@pytest.mark.parametrize(("others", "said"), [(6, False), (7, True), (9, True), (10, False)])
def test_a_writer_without_a_site_is_told_from_the_eighth_post_on(blog: Path, others: int, said: bool) -> None:
    (blog / "posts/old.md").unlink()
    for number in range(others):
        text = f"---\ntitle: T{number}\ndate: 2026-01-{number + 1:02}\n---\n\n{PROSE}"
        (blog / f"posts/p{number}.md").write_text(text, encoding="utf-8")
    settings = (blog / "inkwright.toml").read_text(encoding="utf-8")
    (blog / "inkwright.toml").write_text(settings.replace("base_url", "# base_url"), encoding="utf-8")
    told = publish(open_workspace(blog), "kv", how()).advice
    assert bool(told) is said
    assert not said or (f"{others + 1} posts are out" in told and "crosspost --advise" in told)
    assert publish(open_workspace(blog), "kv", how()).advice == "", "an update is no reason to say it again"


def test_a_writer_with_a_site_is_left_in_peace(blog: Path) -> None:
    for number in range(8):
        text = f"---\ntitle: T{number}\ndate: 2026-01-{number + 1:02}\n---\n\n{PROSE}"
        (blog / f"posts/p{number}.md").write_text(text, encoding="utf-8")
    assert publish(open_workspace(blog), "kv", how()).advice == ""


def test_the_command_line(blog: Path) -> None:
    def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", *words]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    assert inkwright("publish").returncode == inkwright("publish", "kv", "--anyway", "").returncode == 2
    place = blog / "posts/kv.md"
    whole = place.read_text(encoding="utf-8")
    place.write_text(whole + "\nTK\n", encoding="utf-8")
    stopped = inkwright("publish", "kv")
    assert stopped.returncode == 1 and "posts/kv.md:9: " in stopped.stderr and "inkwright check kv" in stopped.stderr
    place.write_text(whole, encoding="utf-8")
    done = inkwright("publish", "kv")
    assert done.returncode == 0 and done.stdout.startswith("Published posts/kv.md: /posts/kv/\n"), done
    assert "web: " in done.stdout and " sent, 0 removed" in done.stdout
    assert inkwright("publish", "--due").stdout.startswith("No scheduled post is due.\n")
    back = inkwright("unpublish", "kv", "--why", "x")
    assert back.returncode == 0 and back.stdout.startswith("Taken back posts/kv.md: /posts/kv/\n")
    assert inkwright("unpublish", "kv").returncode == 2


def test_a_thesis_that_nobody_can_be_asked_about_stops_a_script(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = blog / "posts/kv.md"
    text = place.read_text(encoding="utf-8").replace("tags:", "thesis: Forty are enough.\ntags:")
    place.write_text(text, encoding="utf-8")
    monkeypatch.chdir(blog)
    done = CliRunner().invoke(main, ("publish", "kv"))
    assert isinstance(done.exception, UsageError) and done.exception.hint == "Add --yes to publish it."
    assert place.read_text(encoding="utf-8") == text and not (blog / "public").exists()
    assert CliRunner().invoke(main, ("publish", "kv", "--yes")).exit_code == 0
    assert "date: 2" in place.read_text(encoding="utf-8")
