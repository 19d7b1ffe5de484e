"""Texts judged without their names."""

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from inkwright.cli.main import main
from inkwright.flows.compare import PATH, blind, judge, judged, results
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.workspace.folder import open_workspace

TEXTS = [("x/gpt.md", "---\nmodel: gpt\n---\nFirst words."), ("claude.md", "Second words."), ("llama.md", "Third.")]


@given(st.integers(0, 2**64))
def test_no_name_and_no_front_matter_is_shown_and_nothing_is_lost(seed):
    shown = blind(TEXTS, seed)
    assert sorted(shown) == [("claude", "Second words."), ("gpt", "First words."), ("llama", "Third.")]


def test_every_order_comes_up():
    assert len({tuple(name for name, _ in blind(TEXTS, seed)) for seed in range(100)}) == 6


@pytest.mark.parametrize(
    ("texts", "said"),
    [(TEXTS[:1], "two texts or more"), ([("a.md", "x"), ("b.md", "---\nt: 1\n---\n \n")], "nothing to judge"),
     ([("a/x.md", "1"), ("b/x.md", "2")], "same name")],
)  # fmt: skip
def test_what_cannot_be_compared_is_said(texts, said):
    with pytest.raises(UsageError, match=said):
        blind(texts, 1)


def test_judgements_are_kept(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    assert results(workspace) == (0, [])
    made = judge(workspace, ("gpt", "claude"), "2 1", "2026-11-21", "Explain\nit", "shorter")
    judge(workspace, ("gpt", "claude"), "1=2", "2026-11-22")
    assert judged(workspace)[0] == made and made.ranks == (2, 1) and made.prompt == "Explain it"
    count, found = results(workspace)
    assert count == 2 and [(one.name, one.won, one.tied) for one in found] == [("claude", 1, 1), ("gpt", 0, 1)]


@pytest.mark.parametrize("line", ["{", "[]", '{"names": ["a"], "ranks": [1, 2], "date": ""}', '{"names": 3}', '"x"'])
def test_a_line_that_is_no_judgement_is_named(tmp_path, line):
    (tmp_path / "inkwright.toml").touch()
    workspace = open_workspace(tmp_path)
    judge(workspace, ("a", "b"), "1 2", "2026-11-21")
    workspace.append_line(PATH, line)
    with pytest.raises(UnreadableError) as caught:
        judged(workspace)
    assert (caught.value.path, caught.value.line) == (PATH, 2)


def test_names_come_after_the_judgement(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    for name, text in (("gpt", "One way to say it."), ("claude", "Another way.")):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr("inkwright.cli.commands.compare.someone_is_there", lambda: True)
    done = CliRunner().invoke(main, ["compare", "gpt.md", "claude.md"], input="3 1\n2 1\nclear\n")
    asked, told = done.output.rsplit("Why, in a line", 1)
    assert done.exit_code == 0 and "is no ranking" in asked
    assert "gpt" not in asked and "claude" not in asked
    assert "1. text 2: " in told and "2. text 1: " in told
    shown = CliRunner().invoke(main, ["compare"]).output
    assert "Too early to tell: 1 of 6 judgements." in shown


def test_where_nobody_is_there_to_judge_no_text_is_shown(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    for name in ("gpt", "claude"):
        (tmp_path / f"{name}.md").write_text("A text.", encoding="utf-8")
    done = CliRunner().invoke(main, ["compare", "gpt.md", "claude.md"], input="1 2\n\n")
    assert isinstance(done.exception, UsageError) and "add --results" in done.exception.hint
    assert done.output == "" and not (tmp_path / PATH).exists()
