from inkwright.flows.finding import opened_finder
from inkwright.workspace.folder import open_workspace


def ids(workspace):
    with opened_finder(workspace) as finder:
        return [(row.kind, row.id) for row in finder.files()]


def test_a_workspace_answers_from_its_index_and_sees_what_changed(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    workspace.write("notes/a.md", "one\n")
    assert ids(workspace) == [("note", "a")]
    assert (tmp_path / ".inkwright" / "index.db").exists()
    workspace.write("notes/b.md", "two\n")
    assert ids(workspace) == [("note", "a"), ("note", "b")]


def test_where_no_index_can_be_written_files_are_read_all_the_same(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("one\n")
    (tmp_path / ".inkwright").write_text("in the way")
    assert ids(open_workspace(tmp_path)) == [("note", "notes/a")]


def test_an_empty_folder_has_no_texts(tmp_path):
    assert ids(open_workspace(tmp_path)) == []
    assert list(tmp_path.iterdir()) == []
