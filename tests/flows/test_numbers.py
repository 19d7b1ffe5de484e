import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.numbers import numbers
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

POST = (
    "---\ntitle: One\n---\n"
    "SQLite took 174 ms<!--=r.json#sqlite .0f ms-->, the file 132 ms<!--=r.json#file .0f ms-->.\n\n"
    "At <!--=r.json#gone-->, the sqlite file has 50,000 rows.\n"
)


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text("")
    folder = tmp_path / "posts" / "one"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(POST)
    (folder / "r.json").write_text('{"sqlite": 173.95, "file": 131.0}')
    (folder / "facts.toml").write_text("rows = 50_000\n")
    (folder / "broken.json").write_text("{")
    return tmp_path


def said_by(*args: str) -> str:
    done = CliRunner().invoke(main, args)
    assert done.exit_code == 0, done.output
    return done.output


def test_every_bound_figure_with_its_state(blog: Path) -> None:
    found = numbers(open_workspace("."), "one")
    assert found.path == "posts/one/index.md"
    assert [(one.line, one.figure, one.state, one.now) for one in found.numbers] == [
        (4, "174 ms", "holds", "174 ms"), (4, "132 ms", "stale", "131 ms"), (6, "", "broken", ""),
    ]  # fmt: skip
    assert [(one.figure, one.mark) for one in found.proposals] == [("50,000 rows", "<!--=facts.toml#rows ,.0f rows-->")]


def test_posts_that_share_a_folder_are_offered_no_file_of_another(blog: Path) -> None:
    (blog / "posts" / "one" / "index.md").rename(blog / "posts" / "one" / "two.md")
    found = numbers(open_workspace("."), "posts/one/two.md")
    assert len(found.numbers) == 3
    assert found.proposals == ()


def test_the_command_lists_and_changes_nothing(blog: Path) -> None:
    said = said_by("numbers", "one")
    assert "4:58   132 ms      stale: now 131 ms" in said
    assert "1 hold, 1 stale, 1 broken: posts/one/index.md" in said
    assert "<!--=facts.toml#rows ,.0f rows-->" in said
    assert json.loads(said_by("numbers", "one", "--format", "json"))["proposals"][0]["source"] == "facts.toml#rows"
    assert (blog / "posts" / "one" / "index.md").read_text() == POST


def test_a_post_without_bound_figures(blog: Path) -> None:
    (blog / "posts" / "bare.md").write_text("---\ntitle: Bare\n---\nText.\n")
    assert said_by("numbers", "bare") == "No figure is bound to data: posts/bare.md\n"


def test_an_unknown_post(blog: Path) -> None:
    with pytest.raises(UsageError, match="there is no post `queue`"):
        numbers(open_workspace("."), "queue")
