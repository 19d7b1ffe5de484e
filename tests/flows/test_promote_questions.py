"""Related questions, pasted and kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.promote import command

from .promote_blog import make_blog


def test_questions_are_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_blog(tmp_path)
    place = tmp_path / "inkwright/promotion/slow-cache/questions.md"
    run = CliRunner()
    first = run.invoke(command, ["slow-cache", "--questions", "-"], input="Why is my cache slow?\nnot one\n")
    assert "1 new question, 1 in all: inkwright/promotion/slow-cache/questions.md" in first.output
    (tmp_path / "more.txt").write_text("Why is my cache slow?\nHow large is a session?\n", encoding="utf-8")
    assert "1 new question, 2 in all" in run.invoke(command, ["slow-cache", "--questions", "more.txt"]).output
    text = place.read_text()
    assert "0 new questions, 2 in all" in run.invoke(command, ["slow-cache", "--questions", "more.txt"]).output
    assert place.read_text() == text
    assert text.count("- [ ] ") == 2


def test_a_text_without_questions_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_blog(tmp_path)
    assert "no question" in CliRunner().invoke(command, ["slow-cache", "--questions", "-"], input="nothing").output
    assert not (tmp_path / "inkwright/promotion").exists()
