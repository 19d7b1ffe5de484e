"""An open session of drafting keeps `check` quiet about its post, today and no longer."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.flows.session_end import close
from inkwright.flows.write import begin
from inkwright.workspace.folder import Workspace, open_workspace

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
POST = "---\ntitle: The cache\n---\n\nIt is very obviously a game-changer.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text(POST)
    (tmp_path / "posts/b.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def test_findings_wait_while_a_draft_is_being_written(blog: Workspace) -> None:
    (loud,) = check(["posts/a.md"], "2026-11-21")
    assert loud.findings and not loud.held
    session = begin(blog, "a", NOW).session
    (quiet,) = check(["posts/a.md"], "2026-11-21")
    held = [one for one in loud.findings if one.severity != "error"]
    assert quiet.held == len(held) > 0
    assert quiet.drafting == f"a writing session is open; {len(held)} findings held"
    assert check(["posts/a.md"], "2026-11-21", force=True)[0].findings == loud.findings
    assert check(["posts/b.md"], "2026-11-21")[0].held == 0, "another post is checked in full"
    assert check(["posts/a.md"], "2026-11-22")[0].held == 0, "one left open yesterday holds nothing"
    close(blog, session)
    assert check(["posts/a.md"], "2026-11-21")[0].held == 0


def test_a_session_of_editing_and_a_damaged_one_hold_nothing(blog: Workspace) -> None:
    begin(blog, "a", NOW + timedelta(minutes=1), work="edit")
    blog.write("private/sessions/b.json", "{")
    assert [one.held for one in check(["posts/a.md", "posts/b.md"], "2026-11-21")] == [0, 0]
