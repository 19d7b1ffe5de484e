import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.ideas import list_ideas
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "ideas.md").write_text(
        "# Ideas\n\n- 2026-10-01 old one [from:: paper] [pillar:: gpu]\n- 2026-11-20 new [purpose:: disagree]\n"
        "- [x] ticked\n- for a post [to:: storage-design]\n"
    )
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def test_ideas_are_listed_and_chosen(blog):
    today = "2026-11-21"
    assert [row.text for row in list_ideas(blog, today)] == ["old one", "new", "ticked", "for a post"]
    assert [row.text for row in list_ideas(blog, today, origin="a paper")] == ["old one"]
    assert [row.text for row in list_ideas(blog, today, purpose="disagree")] == ["new"]
    assert [row.text for row in list_ideas(blog, today, to="storage-design")] == ["for a post"]
    assert [(row.text, row.age) for row in list_ideas(blog, today, stale="30d")] == [("old one", 51)]
    with pytest.raises(UsageError):
        list_ideas(blog, today, stale="soon")


def test_the_table_and_the_json_say_the_same(blog):
    shown = CliRunner().invoke(main, ["ideas"]).output.splitlines()
    assert shown[0].split() == ["AGE", "STATE", "FROM", "PURPOSE", "TO", "IDEA"] and len(shown) == 5
    data = json.loads(CliRunner().invoke(main, ["ideas", "--format", "json"]).output)
    assert data["version"] == 1
    assert [(row["text"], row["state"], row["line"]) for row in data["ideas"]] == [
        ("old one", "open", 3),
        ("new", "open", 4),
        ("ticked", "used", 5),
        ("for a post", "used", 6),
    ]
    assert data["ideas"][0]["pillar"] == "gpu" and data["ideas"][2]["age"] is None


def test_an_empty_inbox_says_how_to_begin(blog):
    (blog.root / "ideas.md").unlink()
    assert "The inbox is empty. Drop a first line: inkwright idea" in CliRunner().invoke(main, ["ideas"]).output
    assert CliRunner().invoke(main, ["ideas", "--from", "paper"]).output == "No idea matches.\n"
