import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.prompt import all_prompts


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return tmp_path


def test_an_answer_becomes_an_idea_with_the_prompts_origin(blog):
    result = CliRunner().invoke(main, ["prompt", "disagree"], input="Unit tests first is overrated\n")
    assert "Kept in ideas.md: Unit tests first is overrated" in result.output
    assert "Unit tests first is overrated [from:: work] [purpose:: disagree]" in (blog / "ideas.md").read_text()


def test_earlier_answers_to_the_same_question_are_shown(blog):
    CliRunner().invoke(main, ["prompt", "why-write"], input="To think straight\n")
    CliRunner().invoke(main, ["prompt", "disagree"], input="Another matter\n")
    result = CliRunner().invoke(main, ["prompt", "why-write"], input="")
    assert ": To think straight\n" in result.output and "Another matter" not in result.output
    assert "[prompt:: why-write]" in (blog / "ideas.md").read_text()


def test_no_answer_writes_nothing(blog):
    result = CliRunner().invoke(main, ["prompt", "1"], input="")
    assert result.output.startswith("1. ") and not (blog / "ideas.md").exists()


def test_the_list_needs_no_workspace_and_shows_all(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(main, ["prompt", "--list"]).output
    assert all(prompt.question in shown for prompt in all_prompts())
    data = json.loads(CliRunner().invoke(main, ["prompt", "--list", "--format", "json"]).output)
    assert [prompt["name"] for prompt in data["prompts"]] == [prompt.name for prompt in all_prompts()]
