"""`doctor` tells what works, what is absent and what needs mending, and changes nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.doctor import doctor
from inkwright.process.harper import Harper
from inkwright.process.installed import extras
from inkwright.workspace.folder import open_workspace


def states(folder: Path) -> dict[str, str]:
    return {found.subject: found.state for found in doctor(open_workspace(folder), "2026-01-01")}


def test_outside_a_workspace_it_says_how_to_make_one(tmp_path: Path) -> None:
    first = next(found for found in doctor(open_workspace(tmp_path), "2026-01-01") if found.subject == "workspace")
    assert first.state == "absent"
    assert "inkwright init" in first.hint
    assert list(tmp_path.iterdir()) == []


def test_wrong_settings_are_a_problem_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("title = \n", encoding="utf-8")
    assert states(tmp_path)["workspace"] == "problem"


def test_an_unreadable_post_is_named(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text('base_url = "https://x.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_bytes(b"\xff\xfe")
    found = [d for d in doctor(open_workspace(tmp_path), "2026-01-01") if d.state == "problem"]
    assert [d.subject for d in found] == ["post"]
    assert "posts/a.md" in found[0].detail


def test_the_extras_are_named(tmp_path: Path) -> None:
    said = next(found for found in doctor(open_workspace(tmp_path), "2026-01-01") if found.subject == "extras")
    assert extras()
    assert all(extra in said.detail for extra in extras())


def test_diagrams_are_drawn_or_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert states(tmp_path)["diagrams"] == "ok"
    monkeypatch.setattr("inkwright.render.diagrams.mermaid._client", lambda: None)
    told = next(found for found in doctor(open_workspace(tmp_path), "2026-01-01") if found.subject == "diagrams")
    assert told.state == "absent"
    assert "inkwright[diagrams]" in told.hint


def test_the_grammar_checker_is_there_or_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.flows.doctor_optional.find_harper", lambda: Harper(("harper",), "1"))
    assert states(tmp_path)["grammar"] == "ok"
    monkeypatch.setattr("inkwright.flows.doctor_optional.find_harper", lambda: None)
    told = next(found for found in doctor(open_workspace(tmp_path), "2026-01-01") if found.subject == "grammar")
    assert told.state == "absent"
    assert "inkwright[grammar]" in told.hint


def test_without_a_base_url_nothing_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    assert states(tmp_path)["base_url"] == "absent"


def test_the_command_prints_json_and_an_exit_code(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text('base_url = "https://x.example"\n', encoding="utf-8")
    command = [sys.executable, "-m", "inkwright", "doctor", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    printed = json.loads(done.stdout)
    problems = [d for d in printed["diagnoses"] if d["state"] == "problem"]
    assert done.returncode == (1 if problems else 0)
    assert problems == []
