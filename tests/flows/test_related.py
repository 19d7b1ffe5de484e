import hashlib

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.related_to import links_for, related_to, related_to_text
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

NOTES = {
    "cache-eviction": "# Cache eviction\n\nThe cache evicts keys when memory runs short. Eviction costs a scan.",
    "memory-pressure": "# Memory pressure\n\nWhen memory runs short the cache drops keys; see [[cache-eviction]].",
    "sourdough": "# Sourdough\n\nThe starter wants flour and water, and a warm place over night.",
    "rye": "# Rye bread\n\nRye flour drinks more water; the starter rises over night.",
    "interview": "# Interviews\n\nAsk what broke last week and who was called.",
    "commute": "# Commute\n\nThe tram is late when it rains.",
}
POST = "---\ntitle: {}\ndate: 2026-02-01\n---\n\n{}\n"
POSTS = {
    "cache-costs": POST.format("What the Key Cache Costs", "The cache keeps keys in memory. Eviction is a scan."),
    "long-memory": POST.format("A Long Memory", "We measured the key cache costs again: memory, eviction, scan."),
    "bread": POST.format("Bread", "Flour, water, starter, night."),
}


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    for name, text in NOTES.items():
        found.write(f"notes/{name}.md", text)
    for name, text in POSTS.items():
        found.write(f"posts/{name}/index.md", text)
    return found


def test_a_notes_nearest_are_on_its_subject_with_reason_and_links_both_ways(workspace):
    found = {one.path: one for one in related_to(workspace, "cache-eviction", 10)}
    near = found["notes/memory-pressure.md"]
    assert near.links == "from" and near.why.startswith("links here; shares ")
    assert {"cache", "memory"} <= set(near.shared)
    assert "notes/sourdough.md" not in found and "notes/cache-eviction.md" not in found
    assert related_to(workspace, "notes/memory-pressure.md", 1)[0].links == "to"


def test_own_earlier_posts_are_among_what_is_found(workspace):
    assert "posts/cache-costs/index.md" in [one.path for one in related_to(workspace, "long-memory", 3)]


def test_a_paragraph_has_related_texts_too(workspace):
    assert related_to_text(workspace, "water for a rye starter", 1)[0].path == "notes/rye.md"
    assert related_to_text(workspace, "zzz qqq", 5) == []
    with pytest.raises(UsageError, match="no words"):
        related_to_text(workspace, " \n", 5)


def test_list_marks_and_boxes_change_no_order(workspace):
    before = {name: [one.path for one in related_to(workspace, name, 3)] for name in NOTES}
    for name, text in NOTES.items():
        head, _, body = text.partition("\n\n")
        workspace.write(f"notes/{name}.md", f"{head}\n\n- [ ] {body}\n- [ ]\n- [x]\n")
    assert {name: [one.path for one in related_to(workspace, name, 3)] for name in NOTES} == before


def test_links_are_proposed_both_ways_and_written_nowhere(workspace):
    before = {path: hashlib.sha256(path.read_bytes()).digest() for path in workspace.root.glob("[np]o*/**/*.md")}
    found = links_for(workspace, "cache-costs", 10)
    assert [(one.path, one.line, one.words, one.to) for one in found] == [
        ("posts/long-memory/index.md", 6, "key cache costs", "posts/cache-costs/index.md")
    ]
    assert before == {
        path: hashlib.sha256(path.read_bytes()).digest() for path in workspace.root.glob("[np]o*/**/*.md")
    }


def test_a_link_that_is_there_is_not_proposed(workspace):
    workspace.write(
        "posts/long-memory/index.md",
        POSTS["long-memory"] + "\nAs in [an earlier post](../cache-costs/index.md).\n",
    )
    assert links_for(workspace, "cache-costs", 10) == []


def test_wrong_names(workspace):
    with pytest.raises(UsageError, match="there is no post"):
        related_to(workspace, "nothing-like-it", 5)
    with pytest.raises(UsageError, match="is no post"):
        links_for(workspace, "sourdough", 5)
    workspace.write("notes/sub/rye.md", "Another.")
    with pytest.raises(UsageError, match="fits 2 notes"):
        related_to(workspace, "rye", 5)


def test_a_note_of_a_foreign_vault_is_found_by_its_path_and_never_written(tmp_path, monkeypatch):
    for name, text in {**NOTES, "sub/rye": "# Rye\n\nAnother [[sourdough]] starter with flour."}.items():
        (tmp_path / "vault" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "vault" / f"{name}.md").write_text(text)
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "inkwright.toml").write_text('notes = "../vault"\n')
    before = {path: path.read_bytes() for path in (tmp_path / "vault").rglob("*.md")}
    monkeypatch.chdir(tmp_path / "blog")
    workspace = open_workspace(".")
    found = related_to(workspace, "../vault/sub/rye.md", 5)
    assert {one.path: one.links for one in found}["../vault/sourdough.md"] == "to"
    assert before == {path: path.read_bytes() for path in (tmp_path / "vault").rglob("*") if path.is_file()}


def test_titles_with_quotes_and_other_marks_can_be_asked_about(workspace):
    workspace.write("notes/odd.md", '# "Cache" & \'keys\' * "\n\nMemory runs short in the cache.\n')
    assert related_to(workspace, "odd", 3)[0].path in ("notes/cache-eviction.md", "notes/memory-pressure.md")


def test_the_command(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    done = CliRunner().invoke(main, ["related", "long-memory"])
    assert done.exit_code == 0 and done.output.startswith("Your posts (update one")
    assert "posts/cache-costs/index.md" in done.output
    piped = CliRunner().invoke(main, ["related", "-", "--format", "json"], input="rye flour and a starter\n")
    assert '"path": "notes/rye.md"' in piped.output
    assert "could link to" in CliRunner().invoke(main, ["related", "cache-costs", "--links"]).output


def test_links_by_alias_and_by_title_count_whatever_the_case(workspace):
    workspace.write("notes/lru.md", "---\naliases: [Least Recently Used]\n---\n# LRU\n\nDrops the oldest memory.\n")
    workspace.write("notes/points.md", "# Points\n\nSee [[least recently used#When|that]] and [[RYE BREAD]]: memory.\n")
    links = {one.path: one.links for one in related_to(workspace, "points", 10)}
    assert links["notes/lru.md"] == "to" and links["notes/rye.md"] == "to"
    assert {one.path: one.links for one in related_to(workspace, "lru", 10)}["notes/points.md"] == "from"
