import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.index import index_workspace
from inkwright.flows.index_file import describe
from inkwright.model.source import Source
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.md").write_text("# A\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_says_what_the_index_holds(blog):
    assert CliRunner().invoke(main, ["index"]).output == "1 note; 0 ideas; 1 read, 0 forgotten.\n"
    (blog / "notes/a.md").rename(blog / "notes/b.md")
    assert CliRunner().invoke(main, ["index"]).output.endswith("Renamed: a is now b.\n")
    assert CliRunner().invoke(main, ["index", "--rebuild"]).output.startswith("Index made anew (asked for).\n")


def test_its_json(blog):
    data = json.loads(CliRunner().invoke(main, ["index", "--format", "json"]).output)
    assert data["version"] == 1 and data["index"]["counts"] == {"note": 1}


def test_notes_inside_a_foreign_site_are_indexed_beside_its_posts(blog):
    (blog / "hugo.toml").write_text('title = "x"\n')
    (blog / "content/posts").mkdir(parents=True)
    (blog / "content/posts/p.md").write_text("+++\ntitle = 'P'\n+++\n")
    assert index_workspace(open_workspace(blog)).counts == {"note": 1, "post": 1}


@pytest.mark.parametrize(
    ("text", "title", "date", "tags"),
    [
        ("---\ntitle: T\ndate: 2026-01-02T10:00:00Z\ntags: [a, 1.10]\n---\n# H\n", "T", "2026-01-02", ("a", "1.10")),
        ("# H ##\n", "H", "2024-05-06", ()),
        ("text\n", "2024-05-06-x", "2024-05-06", ()),
        ("---\ntags: a, b\n---\n", "2024-05-06-x", "2024-05-06", ("a", "b")),
    ],
)
def test_title_date_and_tags_of_a_note(text, title, date, tags):
    file = describe("note", "sub/2024-05-06-x", Source("notes/sub/2024-05-06-x.md", text))
    assert (file.title, file.date, file.tags) == (title, date, tags)


def test_a_vault_that_is_its_own_folder_of_notes_is_read_once(tmp_path):
    (tmp_path / "inkwright.toml").write_text('generator = "obsidian"\nnotes = "."\n', encoding="utf-8")
    for name in ("a.md", "b.md", "inkwright/dictionary.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.\n", encoding="utf-8")
    report = index_workspace(open_workspace(tmp_path))
    assert sum(report.counts.values()) == 2


def test_notes_of_other_programs_are_indexed_and_other_json_is_not(blog):
    (blog / "notes/page.html").write_text("<title>A page</title>\n<p>paged attention</p>")
    (blog / "notes/self").mkdir()
    (blog / "notes/self/2026-01-02.json").write_text('[\n {\n  "ts": "1",\n  "text": "warm cache"\n }\n]')
    (blog / "notes/data.json").write_text("{}")
    report = index_workspace(open_workspace(blog))
    assert report.counts == {"note": 3} and report.unreadable == ()
    found = CliRunner().invoke(main, ["search", "warm cache", "--format", "json"]).output
    assert "notes/self/2026-01-02.json" in found and json.loads(found)["version"] == 1
    assert "notes/self/2026-01-02.json:4" in CliRunner().invoke(main, ["search", "warm cache"]).output
