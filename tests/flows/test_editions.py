"""What was kept under another edition is made again: our code, the settings and the generator's configuration."""

from pathlib import Path

import pytest

from inkwright.flows import build as build_module
from inkwright.flows import editions
from inkwright.flows.build import build
from inkwright.flows.survey import survey
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


def blog(root: Path) -> Path:
    (root / "posts").mkdir(parents=True)
    (root / "inkwright.toml").write_text('title = "One"\n', encoding="utf-8")
    (root / "posts" / "one.md").write_text("---\ntitle: One\ndate: 2026-01-03\n---\nWords.\n", encoding="utf-8")
    return root


def edition(root: Path) -> str:
    workspace = open_workspace(root)
    return editions.site_edition(workspace, survey(workspace))


def test_it_is_another_after_a_change_of_code_or_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = blog(tmp_path)
    monkeypatch.setattr(editions, "code_stamp", lambda package, rooms: "before")
    before = edition(root)
    assert edition(root) == before
    monkeypatch.setattr(editions, "code_stamp", lambda package, rooms: "after")
    after = edition(root)
    (root / "inkwright.toml").write_text('title = "Two"\n', encoding="utf-8")
    assert len({before, after, edition(root)}) == 3


def test_all_is_looked_at_when_our_code_changed_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = blog(tmp_path)
    monkeypatch.setattr(editions, "code_stamp", lambda package, rooms: "before")
    build(open_workspace(root), TODAY)
    whole = build_module._build
    asked: list[int] = []
    monkeypatch.setattr(build_module, "_build", lambda *said: asked.append(1) or whole(*said))  # type: ignore[func-returns-value]
    build(open_workspace(root), TODAY)
    assert asked == []
    monkeypatch.setattr(editions, "code_stamp", lambda package, rooms: "after")
    build(open_workspace(root), TODAY)
    assert asked == [1]
