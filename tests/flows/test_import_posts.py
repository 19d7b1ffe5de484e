"""`inkwright import`: what is written, what a second run does, what the writer's own changes and a kill mean."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.import_posts import Wanted, import_posts
from inkwright.model.net import Reply
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
POSTS = """post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url
11.ring-buffers,2024-03-01T08:00:00.000Z,true,2024-03-01T09:00:00.000Z,newsletter,everyone,Ring &amp; buffers,\
It&#x2019;s short,
12.half-done,2024-04-01T08:00:00.000Z,false,,newsletter,everyone,Half done,,
13.paid-note,2024-05-01T08:00:00.000Z,true,,newsletter,only_paid,For some,,
"""
PAGE = """<h2>Why</h2>
<p>A ring forgets<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>.</p>
<div class="captioned-image-container"><figure><a class="image-link" href="https://substackcdn.com/image/fetch/x/y.png">
<img src="https://substackcdn.com/image/fetch/w_1456/https%3A%2F%2Fpics.example.com%2Fring.png" alt="A ring"></a>
<figcaption class="image-caption">The ring, drawn</figcaption></figure></div>
<p>See <a href="https://ann.substack.com/p/paid-note">the other post</a>.</p>
<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>
<div class="footnote-content"><p>On <em>purpose</em>.</p></div></div>
"""


@pytest.fixture
def blog(tmp_path, monkeypatch):
    root = tmp_path / "blog"
    root.mkdir()
    (root / "inkwright.toml").write_text('generator = "inkwright"\n')
    monkeypatch.chdir(root)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return root


@pytest.fixture
def export(tmp_path):
    place = tmp_path / "export.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("posts.csv", POSTS)
        archive.writestr("posts/11.ring-buffers.html", PAGE)
        archive.writestr("posts/12.half-done.html", "<p>Soon.</p>")
        archive.writestr("posts/13.paid-note.html", "<p>Paid.</p>")
        archive.writestr("email_list.ann.csv", "email,type\nbo@example.com,free\ncy@example.com,free\n")
    return place


def run(*words):
    return CliRunner().invoke(main, ("import", *map(str, words)))


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*") if path.is_file() and ".inkwright" not in path.parts
    }  # fmt: skip


def front(path):
    return read_front_matter(path.read_text()).data


def counts(report):
    return {one["kind"]: one for one in report["imported"]["counts"]}


def test_a_substack_export_comes_in_whole(blog, export):
    result = run("substack", export)
    assert result.exit_code == 0, result.output
    text = (blog / "posts/ring-buffers/index.md").read_text()
    data = front(blog / "posts/ring-buffers/index.md")
    assert data["title"] == "Ring & buffers"
    assert data["subtitle"] == "It’s short"
    assert data["date"] == "2024-03-01T08:00:00+00:00"
    assert data["aliases"] == ["/p/ring-buffers"]
    assert "draft" not in data
    assert '![A ring](https://pics.example.com/ring.png "The ring, drawn")' in text
    assert "forgets[^1]." in text
    assert "[^1]: On *purpose*." in text
    assert "[the other post](https://ann.substack.com/p/paid-note)" in text
    assert front(blog / "posts/half-done/index.md")["draft"] is True
    assert "aliases" not in front(blog / "posts/half-done/index.md")


def test_the_account_adds_up_and_is_kept_as_a_file(blog, export):
    said = counts(json.loads(run("substack", export, "--format", "json").output))
    for one in said.values():
        assert one["kept"] + one["changed"] + one["lost"] == one["source"]
    assert said["post"]["source"] == 3
    assert said["picture"]["source"] == said["picture"]["changed"] == PAGE.count("<img")
    assert said["footnote"]["source"] == said["footnote"]["kept"] == PAGE.count('class="footnote"')
    assert said["date"]["kept"] == 3
    assert said["redirect"]["kept"] == 2
    assert said["subscriber"]["kept"] == 2
    assert said["paywall"]["changed"] == 1
    (kept,) = (blog / "inkwright/imports").glob("*-substack.md")
    assert "| picture | 1 | 0 | 1 | 0 |" in kept.read_text()
    assert "https://pics.example.com/ring.png" in kept.read_text()


def test_subscribers_are_set_aside_where_git_does_not_see_them(blog, export):
    assert "Subscribers set aside" in run("substack", export).output
    (kept,) = (blog / "private").glob("*.csv")
    assert "bo@example.com" in kept.read_text()
    assert (blog / "private/.gitignore").read_text() == "*\n"


def test_a_second_run_changes_nothing(blog, export):
    run("substack", export)
    before = files(blog)
    result = run("substack", export)
    assert "Nothing new" in result.output
    assert files(blog) == before


def test_a_dry_run_writes_nothing_and_says_the_same(blog, export):
    before = files(blog)
    dry = json.loads(run("substack", export, "--dry-run", "--format", "json").output)
    assert files(blog) == before
    assert counts(dry) == counts(json.loads(run("substack", export, "--format", "json").output))


def changed(export, old, new):
    other = export.with_name("newer.zip")
    with zipfile.ZipFile(export) as source, zipfile.ZipFile(other, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(old, new))
    return other


def test_a_newer_export_updates_what_the_writer_left_alone(blog, export):
    run("substack", export)
    result = run("substack", changed(export, b"Soon.", b"Sooner."))
    assert "updated: posts/half-done/index.md" in result.output
    assert "Sooner." in (blog / "posts/half-done/index.md").read_text()
    before = files(blog)
    run("substack", export.with_name("newer.zip"))
    assert files(blog) == before


def test_what_the_writer_changed_is_never_written_over(blog, export):
    run("substack", export)
    mine = blog / "posts/half-done/index.md"
    mine.write_text(mine.read_text().replace("Soon.", "My own words."))
    kept = mine.read_text()
    assert run("substack", export).exit_code == 0
    assert mine.read_text() == kept
    newer = changed(export, b"Soon.", b"Sooner.")
    result = run("substack", newer)
    assert "set aside: posts/half-done/index.md (you have changed it since)" in result.output
    assert mine.read_text() == kept
    assert "Sooner." in (blog / "inkwright/imports/substack/half-done.md").read_text()
    before = files(blog)
    again = run("substack", newer)
    assert "your version stays" in again.output
    assert files(blog) == before


def without(export, name):
    other = export.with_name("damaged.zip")
    with zipfile.ZipFile(export) as source, zipfile.ZipFile(other, "w") as archive:
        for one in source.namelist():
            if one != name:
                archive.writestr(one, source.read(one))
    return other


def test_an_export_that_lacks_a_text_does_not_empty_the_post_that_came_in_before(blog, export):
    run("substack", export)
    mine = blog / "posts/half-done/index.md"
    kept = mine.read_text()
    result = run("substack", without(export, "posts/12.half-done.html"))
    assert "set aside: posts/half-done/index.md (this export lacks some of its text)" in result.output
    assert mine.read_text() == kept
    run("substack", changed(export, b"Soon.", b"Sooner."))
    assert "Sooner." in mine.read_text()


def test_a_post_that_the_writer_removed_does_not_come_back(blog, export):
    run("substack", export)
    (blog / "posts/half-done/index.md").unlink()
    assert "removed: posts/half-done/index.md" in run("substack", export).output
    assert not (blog / "posts/half-done/index.md").exists()


def test_a_kill_at_any_moment_is_completed_by_the_next_run(blog, tmp_path):
    source = tmp_path / "many"
    (source / "posts").mkdir(parents=True)
    rows = ["post_id,post_date,is_published,type,title"]
    for number in range(40):
        rows.append(f"{number}.same-slug,2024-01-01T00:00:00Z,true,newsletter,Post {number}")
        (source / "posts" / f"{number}.same-slug.html").write_text(
            f"<p>Words of {number}.</p><img src='pic{number}.png'>"
        )
        (source / "posts" / f"pic{number}.png").write_bytes(PNG + bytes([number]))
    (source / "posts.csv").write_text("\n".join(rows))
    whole = tmp_path / "whole"
    whole.mkdir()
    (whole / "inkwright.toml").write_text('generator = "inkwright"\n')
    import_posts(Workspace(whole, inside=True), "substack", str(source), "2026-01-02", Wanted())
    for number in range(6):
        process = subprocess.Popen(
            [sys.executable, "-m", "inkwright", "import", "substack", str(source)], cwd=blog, env=ENVIRONMENT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + 60
        while len(list(blog.glob("posts/*/index.md"))) < 5 * (number + 1) and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert run("substack", source).exit_code == 0
    mine = {name: data for name, data in files(blog).items() if name.startswith("posts/")}
    assert mine == {name: data for name, data in files(whole).items() if name.startswith("posts/")}
    assert len([name for name in mine if name.endswith("index.md")]) == 40
    records = [tomllib.loads(path.read_text()) for path in (blog / "inkwright/posts").glob("*.toml")]
    assert len({one["imported"]["source"] for one in records}) == len(records) == 40


def test_pictures_come_from_elsewhere_only_when_asked(blog, export):
    asked = []

    def fetch(url):
        asked.append(url)
        return Reply(url, 200, {"content-type": "image/png"}, PNG)

    workspace = Workspace(blog, inside=True)
    import_posts(workspace, "substack", str(export), "2026-01-02", Wanted(fetch=fetch))
    assert asked == []
    mine = blog / "posts/ring-buffers/index.md"
    mine.write_text(mine.read_text().replace("A ring forgets", "My ring forgets"))
    mine.write_text(mine.read_text() + "\n![other](https://pics.example.com/ring.png?size=2)\n")
    report = import_posts(workspace, "substack", str(export), "2026-01-02", Wanted(online=True, fetch=fetch))
    assert asked == ["https://pics.example.com/ring.png"]
    (picture,) = (blog / "posts/ring-buffers").glob("*.png")
    assert picture.read_bytes() == PNG
    assert f'![A ring]({picture.name} "The ring, drawn")' in mine.read_text()
    assert "My ring forgets" in mine.read_text()
    assert "![other](https://pics.example.com/ring.png?size=2)" in mine.read_text()
    assert {one.kind: one for one in report.counts}["picture"].kept == 1
    before = files(blog)
    import_posts(workspace, "substack", str(export), "2026-01-02", Wanted(online=True, fetch=fetch))
    assert len(asked) == 1
    assert {name for name in files(blog) if files(blog)[name] != before.get(name)} <= {
        name for name in files(blog) if name.startswith("inkwright/imports/")
    }


def test_why_a_slug_is_another_one_is_told(blog, tmp_path):
    place = tmp_path / "export"
    (place / "posts").mkdir(parents=True)
    (place / "posts.csv").write_text("post_id,is_published,title\n1.ring,true,One\n2.ring,true,Two\n3.con,true,Three\n")
    for name in ("1.ring", "2.ring", "3.con"):
        (place / f"posts/{name}.html").write_text("<p>Words.</p>")
    report = import_posts(Workspace(blog, inside=True), "substack", str(place), "2026-01-02", Wanted())
    told = [one.why for post in report.posts for one in post.items if one.kind == "slug"]
    assert told == ["", "it is ring-2, as another post has that one", "it is three, as no folder can be called so"]


def test_a_lost_text_is_told_before_lost_pictures_and_what_is_lost_twice_once(blog, tmp_path):
    place = tmp_path / "export"
    (place / "posts").mkdir(parents=True)
    (place / "posts.csv").write_text("post_id,is_published,title\n1.ring,true,One\n2.gone,true,Two\n")
    pictures = "".join(f'<p><img src="{number}.png"></p>' for number in range(20))
    (place / "posts/1.ring.html").write_text(f"<p>Words.</p>{pictures}<p><img src='0.png'></p>")
    lost = run("substack", place).output.partition("Lost:\n")[2].splitlines()
    assert lost[0] == "  text 2.gone in posts/gone/index.md: the export has no page for it"
    assert lost[1] == "  picture 0.png (2 times) in posts/ring/index.md: the export does not hold it"
    assert lost[12] == "  and 9 more"


def zipped(place, name, data):
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr(name, data)
    return place


def test_a_zip_in_a_zip_is_read_and_one_deeper_still_is_told(blog, export, tmp_path):
    twice = zipped(tmp_path / "twice.zip", "export.zip", export.read_bytes())
    result = run("substack", zipped(tmp_path / "thrice.zip", "twice.zip", twice.read_bytes()))
    assert "export.zip in it was not read: it is a zip inside a zip inside a zip" in str(result.exception)
    assert not (blog / "posts").exists()
    assert run("substack", twice).exit_code == 0 and (blog / "posts/half-done/index.md").exists()


def test_an_unknown_format_names_those_that_there_are(blog):
    result = CliRunner().invoke(main, ("import", "geocities", "x.zip"), standalone_mode=False)
    assert "there is no format `geocities`" in str(result.exception)
    assert "substack" in str(result.exception.hint)


def test_the_formats_in_the_help_are_those_that_there_are():
    from inkwright.flows.import_read import formats

    said = re.search(r"Formats: ([\w, \n]+)\.", CliRunner().invoke(main, ("import", "--help")).output)
    assert tuple(said[1].replace("\n", " ").replace(",", "").split()) == formats()


def test_nothing_readable_is_said_in_one_sentence(blog, tmp_path):
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(main, ("import", "substack", str(tmp_path / "empty")), standalone_mode=False)
    assert "no posts.csv" in str(result.exception)
    assert files(blog) == {"inkwright.toml": b'generator = "inkwright"\n'}


@pytest.mark.parametrize("source", [".", "..", "posts", "posts/own"])
def test_the_workspace_does_not_come_in_a_second_time(blog, source):
    (blog / "posts/own").mkdir(parents=True)
    (blog / "posts/own/index.md").write_text("---\ntitle: Own\n---\nWords.\n")
    before = files(blog)
    result = CliRunner().invoke(main, ("import", "hugo", source), standalone_mode=False)
    assert "the workspace itself" in str(result.exception)
    assert files(blog) == before


def test_a_folder_of_an_old_site_inside_the_workspace_comes_in(blog):
    (blog / "old/content/posts").mkdir(parents=True)
    (blog / "old/hugo.toml").write_text("")
    (blog / "old/content/posts/a.md").write_text("---\ntitle: A\ndate: 2020-01-01\n---\nWords.\n")
    assert run("hugo", "old").exit_code == 0
    assert (blog / "posts/a/index.md").exists()


@pytest.mark.parametrize("given", ["medium", "wordpress", "ghost", "substack"])
@pytest.mark.parametrize("asked", ["medium", "wordpress", "ghost", "substack"])
def test_an_export_under_another_name_is_not_read_wrongly(blog, given, asked):
    source = Path(__file__).parents[1] / "platforms" / given / "export"
    result = CliRunner().invoke(main, ("import", asked, str(source)), standalone_mode=False)
    if given == asked:
        assert result.exit_code == 0
    else:
        assert f"this is an export of {given.capitalize()}" in str(result.exception)
        assert f"inkwright import {given}" in result.exception.hint
        assert list(files(blog)) == ["inkwright.toml"]


def test_a_source_without_a_post_is_no_success(blog, tmp_path):
    (tmp_path / "users.json").write_text('[{"name": "Ann", "slug": "ann"}]')
    result = run("wordpress", tmp_path / "users.json")
    assert result.exit_code == 1
    assert "No post was found in it" in result.output
