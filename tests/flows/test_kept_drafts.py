"""A kept draft and an open session are no page of any site, whatever generator's folder they lie in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inkwright.flows.build import build
from inkwright.flows.check_paths import places
from inkwright.flows.session_end import end_draft
from inkwright.flows.survey import survey
from inkwright.flows.write import begin
from inkwright.platforms.generators import all_generators
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
PLACES = ("posts/a.md", "content/posts/a.md", "docs/a.md", "_posts/2026-01-01-a.md", "src/content/a.md", "a.md")
CANARY = "canary-9f31"


@pytest.mark.parametrize("generator", [one.name for one in all_generators()])
def test_no_generator_makes_a_post_of_a_draft(tmp_path: Path, generator: str) -> None:
    (tmp_path / "inkwright.toml").write_text(f'generator = "{generator}"\n')
    for place in (*PLACES, "inkwright/_drafts/a/2026-11-21T140500.md"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("---\ntitle: A\n---\n\nText.\n")
    assert not [post.path for post in survey(open_workspace(tmp_path)).posts if "_drafts" in post.path]


def test_a_built_site_holds_neither(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    post = tmp_path / "posts/a.md"
    post.write_text(f"---\ntitle: A\ndate: 2026-01-01\n---\n\nText {CANARY}.\n")
    workspace = open_workspace(tmp_path)
    begin(workspace, "a", NOW)
    end_draft(workspace, "a", NOW)
    post.write_text("---\ntitle: A\ndate: 2026-01-01\n---\n\nText.\n")
    build(workspace, "2026-11-21")
    built = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
    assert any(path.name == "index.html" for path in built)
    assert not [path for path in built if CANARY.encode() in path.read_bytes() or "_drafts" in str(path)]


def test_a_folder_is_checked_without_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("posts/a.md", "inkwright/_drafts/a/2026-11-21T140500.md", "inkwright/_aside/a.md"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("# A\n\nText.\n")
    (tmp_path / "inkwright.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    assert [place.path for place in places(["."])] == ["posts/a.md"]
    named = "inkwright/_drafts/a/2026-11-21T140500.md"
    assert [place.path for place in places([named])] == [named]
