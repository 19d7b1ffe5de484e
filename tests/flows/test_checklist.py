from pathlib import Path

import pytest

from inkwright.flows.checklist import checklist
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
POST = "---\ntitle: The cache\nthesis: Small caches win.\n---\n\nIt answered in 40 ms.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts" / "the-cache").mkdir(parents=True)
    (tmp_path / "posts" / "the-cache" / "index.md").write_text(POST)
    return tmp_path


@pytest.mark.parametrize("name", ["posts/the-cache/index.md", "the-cache", "the-c"])
def test_a_post_is_found_by_path_id_and_beginning(blog: Path, name: str) -> None:
    checked = checklist(open_workspace("."), name, TODAY)
    assert checked.path == "posts/the-cache/index.md"
    assert len(checked.checklist) == 18
    assert checked.checklist[0].evidence == "“Small caches win.”: is it what the post proves?"


def test_a_file_outside_a_workspace_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(POST)
    assert len(checklist(open_workspace("."), "a.md", TODAY).checklist) == 18
    with pytest.raises(UsageError, match="no file `b"):
        checklist(open_workspace("."), "b.md", TODAY)


def test_an_unknown_post_is_one_sentence(blog: Path) -> None:
    with pytest.raises(UsageError, match="there is no post `queue`"):
        checklist(open_workspace("."), "queue", TODAY)


def test_a_post_being_drafted_has_its_checklist_too(blog: Path) -> None:
    plan = "## A\n<!-- plan\n- int8 halves the memory of it\n-->\n\nText.\n"
    (blog / "posts" / "the-cache" / "index.md").write_text(POST + plan)
    assert len(checklist(open_workspace("."), "the-cache", TODAY).checklist) == 18
