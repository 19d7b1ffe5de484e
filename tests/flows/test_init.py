"""`init`: a blog out of nothing, a guest where something is, harmless twice, one sentence where it cannot write."""

import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.init import command
from inkwright.flows.build import build
from inkwright.flows.init import init
from inkwright.flows.new import new
from inkwright.flows.survey import survey
from inkwright.model.errors import UnwritableError, UsageError
from inkwright.platforms.generators import all_generators
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.records import load_record, record_path

TODAY = "2026-11-21"
SAMPLES = Path(__file__).parents[1] / "platforms"
ADDED = {"inkwright.toml", "inkwright", "private", ".inkwright"}


def state(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_an_empty_folder_becomes_a_blog(tmp_path):
    started = init(tmp_path / "my-blog", TODAY, {"author": "Ada"})
    blog = tmp_path / "my-blog"
    assert (started.kind, started.posts, started.drafts, started.notes) == ("new", 1, 1, 0)
    assert sorted(started.written) == sorted(state(blog))
    settings = open_workspace(blog).settings
    assert (settings.title, settings.author) == ("My blog", "Ada")
    assert f"date: {TODAY}" in (blog / "posts/hello/index.md").read_text()
    for folder in ("private", ".inkwright"):
        assert (blog / folder / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("present", [{"README.md": "# x", "LICENSE": "MIT", ".gitignore": "x\n"}, {".git/config": "x"}])
def test_a_fresh_repository_counts_as_empty_and_keeps_its_files(tmp_path, present):
    for name, text in present.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    started = init(tmp_path, TODAY, {})
    assert started.kind == "new"
    assert {name: (tmp_path / name).read_text() for name in present} == present


@pytest.mark.parametrize("name", [generator.name for generator in all_generators() if generator.name != "inkwright"])
def test_a_guest_touches_nothing(tmp_path, name):
    site = tmp_path / "site"
    shutil.copytree(SAMPLES / name / "tree", site)
    before = state(site)
    started = init(site, TODAY, {})
    after = state(site)
    assert started.kind == "guest"
    assert {path: after[path] for path in before} == before
    assert {path.split("/")[0] for path in after.keys() - before.keys()} == ADDED
    settings = tomllib.loads((site / "inkwright.toml").read_text())
    assert settings["generator"] == name
    assert settings["ideas"].startswith("inkwright/") and settings["log"].startswith("inkwright/")


def test_the_counts_are_those_of_the_site(tmp_path):
    shutil.copytree(SAMPLES / "hugo/tree", tmp_path / "site")
    started = init(tmp_path / "site", TODAY, {})
    assert (started.label, started.posts, started.pages, started.drafts, started.held) == ("Hugo", 6, 4, 3, 5)
    assert started.notes == 3  # README, archetype, resource of a bundle


@pytest.mark.parametrize("name", ["hugo", "inkwright"])
def test_twice_is_harmless_and_says_so(tmp_path, name):
    site = tmp_path / "site"
    shutil.copytree(SAMPLES / name / "tree", site)
    init(site, TODAY, {})
    before = state(site)
    result = CliRunner().invoke(command, [str(site)])
    assert result.exit_code == 0
    assert "already a workspace" in result.output and "Nothing was changed" in result.output
    assert state(site) == before


def test_a_removed_first_post_does_not_come_back(tmp_path):
    init(tmp_path / "b", TODAY, {})
    shutil.rmtree(tmp_path / "b/posts/hello")
    started = init(tmp_path / "b", TODAY, {})
    assert started.written == ()
    assert not (tmp_path / "b/posts/hello").exists()


def test_lost_guards_of_private_folders_are_put_back(tmp_path):
    init(tmp_path / "b", TODAY, {})
    shutil.rmtree(tmp_path / "b/private")
    assert init(tmp_path / "b", TODAY, {}).written == ("private/.gitignore",)


def test_a_folder_of_code_stays_a_folder_of_code(tmp_path):
    (tmp_path / "main.py").write_text("print()")
    started = init(tmp_path, TODAY, {})
    assert (started.kind, started.posts) == ("guest", 0)
    assert not (tmp_path / "posts").exists()
    assert open_workspace(tmp_path).settings.generator == "inkwright"


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "b").write_text("x")
    with pytest.raises(UnwritableError):
        init(tmp_path / "b", TODAY, {})
    with pytest.raises(UnwritableError):
        init(tmp_path / "b/c", TODAY, {})


def test_no_workspace_inside_another_by_mistake(tmp_path):
    init(tmp_path / "b", TODAY, {})
    with pytest.raises(UsageError, match="inside the workspace"):
        init(tmp_path / "b/posts/new", TODAY, {})
    assert not (tmp_path / "b/posts/new").exists()


def test_the_new_blog_is_built_at_once(tmp_path):
    init(tmp_path / "b", TODAY, {"base_url": "https://me.example"})
    build(open_workspace(tmp_path / "b"), TODAY)
    assert (tmp_path / "b/public/posts/hello/index.html").exists()
    assert not (tmp_path / "b/public/about").exists()


def test_an_address_without_a_scheme_is_refused(tmp_path):
    result = CliRunner().invoke(command, [str(tmp_path / "b"), "--base-url", "me.dev"])
    assert result.exit_code
    assert "scheme" in str(result.exception)
    assert not (tmp_path / "b").exists()


def test_what_is_printed(tmp_path):
    result = CliRunner().invoke(command, [str(tmp_path / "b"), "--title", 'A "quoted" title'])
    assert result.exit_code == 0
    assert "is a blog now: 1 post, 1 draft" in result.output
    assert result.output.count("inkwright ") == 3
    assert open_workspace(tmp_path / "b").settings.title == 'A "quoted" title'


def test_jekyll_is_told_what_to_exclude(tmp_path):
    shutil.copytree(SAMPLES / "jekyll/tree", tmp_path / "j")
    result = CliRunner().invoke(command, [str(tmp_path / "j")])
    assert "`exclude` in _config.yml" in result.output


@pytest.mark.parametrize(
    ("name", "text", "generator", "post"),
    [
        ("hugo.toml", 'baseURL = "https://x.org/"\n', "hugo", "content/posts/first/index.md"),
        ("_config.yml", "title: x\n", "jekyll", "_posts/2026-11-21-first.md"),
        ("mkdocs.yml", "site_name: x\n", "mkdocs", "docs/blog/posts/first.md"),
    ],
)
def test_a_fresh_site_without_a_post_keeps_its_own_layout(tmp_path, name, text, generator, post):
    (tmp_path / name).write_text(text)
    (tmp_path / "content").mkdir()
    started = init(tmp_path, TODAY, {})
    assert (started.kind, open_workspace(tmp_path).settings.generator) == ("guest", generator)
    made = new(open_workspace(tmp_path), "First", "tutorial", "2026-11-21")
    assert made.path == post
    again = open_workspace(tmp_path)
    record = load_record(again, survey(again).posts[0].id)
    assert record.planning["template"] == "tutorial", "the record is that of the post that is there now"
    assert made.planned_in == record_path(record.id)
