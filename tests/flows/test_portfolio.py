"""What a workspace has to show, from its files."""

import json
import shutil

import pytest
from click.testing import CliRunner

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.flows.demo import lay_out
from inkwright.flows.portfolio import portfolio
from inkwright.flows.portfolio_out import featured_posts, latest_block, renew_readme
from inkwright.measure.portfolio import BEGIN, END
from inkwright.model.errors import UsageError
from inkwright.text.anchors import slugify
from inkwright.workspace.folder import open_workspace

from .test_promote_posts import letters, readable

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path):
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for name, front in (
        ("one", "title: One\ndate: 2026-10-01\nroles: [ml-engineer]\nlevel: basics\ntags: [gpu]"),
        ("two", "title: Two\ndate: 2026-11-01\nroles: ml-engineer\ntags: [gpu, python]"),
        ("draft", "title: Draft\ndraft: true\nroles: [secret-role]\ntags: [gpu]"),
        ("unlisted", "title: Unlisted\ndate: 2026-11-02\nvisibility: unlisted\nroles: [secret-role]"),
        ("private", "title: Private\ndate: 2026-11-02\nvisibility: private\nroles: [secret-role]"),
        ("later", "title: Later\ndate: 2027-01-01\nroles: [secret-role]"),
    ):
        (tmp_path / "posts" / f"{name}.md").write_text(f"---\n{front}\n---\n\nSome text.\n", encoding="utf-8")
    return open_workspace(tmp_path)


def test_only_what_every_reader_finds_counts(blog):
    found = portfolio(blog, TODAY)
    assert [(post.id, post.url, post.level) for post in found.posts] == [
        ("two", "https://me.example/posts/two/", ""),
        ("one", "https://me.example/posts/one/", "basics"),
    ]
    assert (found.target.done, found.target.left, found.target.begin) == (2, 4, "2026-10-01")
    assert [(shelf.name, len(shelf.posts)) for shelf in found.roles] == [("ml-engineer", 2)]
    assert [(shelf.name, len(shelf.posts)) for shelf in found.skills] == [("gpu", 2), ("python", 1)]


def test_a_readme_is_renewed_once(blog):
    blog.write("README.md", f"# Me\n\n{BEGIN}\n{END}\n\nBye.\n")
    assert renew_readme(blog, "README.md", TODAY)
    text = blog.read("README.md").text
    assert text.startswith("# Me\n") and text.endswith("\n\nBye.\n")
    assert "- [Two](https://me.example/posts/two/) · 2026-11-01\n- [One]" in text
    assert not renew_readme(blog, "README.md", TODAY)


def test_a_site_without_an_address_cannot_be_linked_to(blog):
    blog.write("inkwright.toml", "")
    with pytest.raises(UsageError, match="no address that a README could link to") as caught:
        latest_block(open_workspace(blog.root), TODAY)
    assert "base_url" in caught.value.hint


def test_an_empty_workspace_begins_today(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = portfolio(open_workspace(tmp_path), TODAY)
    assert (found.posts, found.roles, found.target.done, found.target.begin) == ((), (), 0, TODAY)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return lay_out(str(tmp_path_factory.mktemp("demo") / "blog"))


def test_what_to_talk_about_stands_at_its_line_below_its_heading(demo):
    found = portfolio(demo, TODAY)
    points = [point for post in found.posts for point in post.points]
    assert {"finding", "number"} <= {point.kind for point in points} and len(points) > 6
    for point in points:
        lines = demo.read(point.path).text.split("\n")
        assert letters(point.text)[:30] in letters("".join(lines[point.line - 1 : point.line + 12])), point
        above = [line for line in lines[: point.line] if line.startswith("#")]
        assert slugify(above[-1].lstrip("# ")) == point.anchor if above else point.anchor == ""
    shelf = found.skills[0].posts
    assert [len(post.points) for post in shelf] == sorted((len(post.points) for post in shelf), reverse=True)


def test_featured_texts_are_own_sentences_within_bounds(demo):
    found = featured_posts(demo, TODAY)
    assert len(found) == 3
    posts = {post.title: post for post in portfolio(demo, TODAY).posts}
    for one in found:
        assert len(one.title) <= 100 and 0 < len(one.text) <= 200 and one.url == posts[one.title].url
        assert one.text in [point.text for point in posts[one.title].points]


def test_addresses_can_be_pasted(blog):
    blog.write("posts/two.md", blog.read("posts/two.md").text.replace("title: Two", 'title: Two\nslug: "ü ö"'))
    found = portfolio(open_workspace(blog.root), TODAY)
    assert found.posts[0].url == "https://me.example/posts/%C3%BC%20%C3%B6/"


def test_a_private_word_is_featured_nowhere(blog):
    blog.write("inkwright/private.txt", "Falcon\n")
    blog.write("posts/two.md", blog.read("posts/two.md").text + "\nProject Falcon cut 30 % of the cost.\n")
    with pytest.raises(UsageError, match="nothing was sent"):
        featured_posts(open_workspace(blog.root), TODAY)


@pytest.mark.corpus
def test_points_of_posts_that_nobody_here_wrote(corpus, tmp_path):
    shutil.copytree(corpus / "posts/docusaurus-llm-d", tmp_path / "site")
    (tmp_path / "site/inkwright.toml").write_text('base_url = "https://me.dev"\nposts = ["blog"]\n')
    found = portfolio(open_workspace(tmp_path / "site"), TODAY)
    pointed = [post for post in found.posts if post.points]
    assert len(pointed) > 15
    for post in pointed:
        source = readable((tmp_path / "site" / post.points[0].path).read_text())
        assert all(letters(point.text) in source for point in post.points)


def test_a_window_that_is_over_is_said_to_be_over(demo, monkeypatch):
    monkeypatch.chdir(demo.root)
    shown = CliRunner().invoke(main, ["portfolio", "--since", "2026-01-01"]).output.splitlines()
    assert "0 of 6 posts, 2026-01-01 to 2026-04-01" in shown[0]
    assert shown[1].startswith("These three months are over: 6 short of the goal.") and "due" not in shown[1]
    reached = CliRunner().invoke(main, ["portfolio", "--since", "2026-06-01", "--goal", "2"]).output
    assert "over: the goal was reached." in reached


def test_another_window_repeats_nothing_that_does_not_depend_on_it(demo, monkeypatch):
    monkeypatch.chdir(demo.root)
    shown = CliRunner().invoke(main, ["portfolio", "--since", "2026-10-01"]).output
    assert "of 6 posts, 2026-10-01" in shown and len(shown.splitlines()) <= 2
    asked = ["portfolio", "--since", "2026-10-01", "--format", "json"]
    assert json.loads(CliRunner().invoke(main, asked).output)["portfolio"]["skills"], "JSON has all"


def test_as_text(demo, monkeypatch):
    monkeypatch.chdir(demo.root)
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    shown = CliRunner().invoke(main, ["portfolio"]).output
    assert "To talk about, in your own words" in shown and "    finding  “" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    monkeypatch.setattr(output, "room", lambda stream=None: None)
    links = CliRunner().invoke(main, ["portfolio", "--linkedin"]).output.split("\n\n")
    assert len(links) == 3 and all(len(one.strip().splitlines()) == 3 for one in links)
