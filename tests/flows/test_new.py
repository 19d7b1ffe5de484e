"""`new`: where a post goes, what it holds, and that nothing existing is ever touched."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.new import command
from inkwright.flows.new import new
from inkwright.model.errors import UsageError
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.records import load_record

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".inkwright" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_tutorial_with_its_seven_sections(blog: Path) -> None:
    created = new(open_workspace(blog), "KV cache, 3× smaller", "tutorial", TODAY, "KV cache", ("leadership",))
    assert created.path == "posts/kv-cache-3-smaller/index.md"
    text = (blog / created.path).read_text(encoding="utf-8")
    data = read_front_matter(text).data
    assert (data["title"], data["keyword"], list(data["audience"])) == (
        "KV cache, 3× smaller",
        "KV cache",
        ["leadership"],
    )
    assert text.count("\n## ") == 7
    assert "## Problem\n<!-- section: problem 100-150 -->\n<!-- plan\nQ: " in text


@pytest.mark.parametrize("title", ["Same", "same!", "SAME"])
def test_an_existing_post_is_never_touched(blog: Path, title: str) -> None:
    new(open_workspace(blog), "Same", "essay", TODAY)
    before = files(blog)
    with pytest.raises(UsageError, match=r"already there\. `inkwright outline same`"):
        new(open_workspace(blog), title, "tutorial", TODAY)
    assert files(blog) == before


def test_a_single_file_of_that_slug_counts_as_the_same_post(blog: Path) -> None:
    (blog / "posts" / "same.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"posts/same.md: this post is already there"):
        new(open_workspace(blog), "Same", "none", TODAY)
    assert files(blog)["posts/same.md"] == b"mine"


def test_a_stray_file_that_is_no_post_is_not_touched(blog: Path) -> None:
    place = blog / "posts" / "same"
    place.mkdir()
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    new(open_workspace(blog), "Same", "none", TODAY)
    assert files(blog)["posts/same/notes.txt"] == b"mine"


def test_a_topic_gives_the_title_of_a_kind_that_has_a_pattern(blog: Path) -> None:
    created = new(open_workspace(blog), "", "what-i-learned", TODAY, "half precision")
    assert created.title == "One Thing I Learned About half precision This Week"
    with pytest.raises(UsageError, match="needs a title"):
        new(open_workspace(blog), " \n ", "opinion", TODAY, "anything")


def test_a_title_of_any_characters_stays_one_readable_line(blog: Path) -> None:
    title = 'A "quoted"\ttitle: \\ with #hash\x00 and\u2028lines \udce9'
    created = new(open_workspace(blog), title, "none", TODAY)
    data = read_front_matter((blog / created.path).read_text(encoding="utf-8")).data
    assert data["title"] == created.title == 'A "quoted" title: \\ with #hash and lines'


def test_a_hugo_repository_keeps_its_form_and_its_front_matter_clean(blog: Path) -> None:
    (blog / "hugo.toml").write_text("", encoding="utf-8")
    (blog / "content" / "blog").mkdir(parents=True)
    (blog / "content" / "blog" / "old.md").write_text("---\ntitle: Old\n---\n\nWords.\n", encoding="utf-8")
    before = files(blog)
    created = new(open_workspace(blog), "New one", "opinion", TODAY, "seeds")
    assert created.path == "content/blog/new-one.md"
    after = files(blog)
    assert set(after) - set(before) == {created.path, "inkwright/posts/blog/new-one.toml"}
    assert {name: after[name] for name in before} == before
    data = read_front_matter(after[created.path].decode()).data
    assert list(data) == ["title", "date", "draft", "description", "tags"]
    kept = load_record(open_workspace(blog), "blog/new-one").planning
    assert (kept["template"], kept["keyword"], kept["thesis"]) == ("opinion", "seeds", "")


def test_a_jekyll_post_is_dated_and_held_back_in_jekylls_way(blog: Path) -> None:
    (blog / "_config.yml").write_text("title: x\n", encoding="utf-8")
    created = new(open_workspace(blog), "New one", "none", TODAY)
    assert created.path == "_posts/2026-11-21-new-one.md"
    assert "\npublished: false\n" in files(blog)[created.path].decode()


def test_explain_without_a_title_writes_nothing(blog: Path) -> None:
    before = files(blog)
    shown = run("--template", "tutorial", "--explain")
    assert shown.exit_code == 0
    assert "1. Problem · 100-150 words" in shown.output
    assert "? What will the reader hold in their hands at the end?" in shown.output
    assert "learned to say sorry" in shown.output
    assert "```mermaid" in shown.output
    assert files(blog) == before


def test_explain_with_a_title_writes_the_post_too(blog: Path) -> None:
    assert (
        "posts/x/index.md: Opinion, 5 sections, 1000-1550 words."
        in run("X", "--template", "opinion", "--explain").output
    )
    assert "posts/x/index.md" in files(blog)


def test_list_tells_all_kinds_and_when(blog: Path) -> None:
    shown = run("--list").output
    assert shown.index("tutorial") < shown.index("what-i-learned") < shown.index("first-post") < shown.index("none ")
    rows = json.loads(run("--list", "--format", "json").output)
    assert rows["version"] == 1
    assert rows["templates"][0]["kind"] == "tutorial"
    assert rows["templates"][0]["budget"] == [1450, 2550]
    assert files(blog).keys() == {"inkwright.toml"}


def test_a_next_step_is_said(blog: Path) -> None:
    assert "inkwright outline x" in run("X").output


@pytest.mark.parametrize(
    ("args", "said"), [(("X", "--template", "tutoral"), "Did you mean tutorial"), ((), "needs a title")]
)
def test_wrong_use_is_one_sentence(blog: Path, args: tuple[str, ...], said: str) -> None:
    result = run(*args)
    assert isinstance(result.exception, UsageError)
    assert said in str(result.exception)
    assert files(blog).keys() == {"inkwright.toml"}


def test_outside_a_workspace_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    result = run("X")
    assert isinstance(result.exception, UsageError)
    assert "inkwright init" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_one_word_in_common_is_no_earlier_post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text("---\ntitle: Why fsync is slow\n---\n\nThe disk answers late.\n")
    monkeypatch.chdir(tmp_path)
    assert new(open_workspace(tmp_path), "Is pip slow?", "none", "2026-11-21").earlier == ()
    assert new(open_workspace(tmp_path), "Slow fsync", "none", "2026-11-21").earlier[0].path == "posts/a.md"
