import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.idea import capture_idea
from inkwright.flows.index import opened_index
from inkwright.model.errors import InkwrightError, SettingsError, UsageError
from inkwright.workspace.folder import open_workspace

HEAVY = {
    "yaml",
    "tomlkit",
    "asyncio",
    "importlib.metadata",
    "rich",
    "hashlib",
    "tempfile",
    "pyromark",
    "inspect_",
}


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").write_text('timezone = "Pacific/Kiritimati"\n')
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path / "posts")
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    return tmp_path


def run(*words, stdin=None):
    return CliRunner().invoke(main, words, input=stdin, standalone_mode=False)


def test_an_idea_is_one_line_in_the_inbox_from_anywhere_in_the_workspace(blog):
    result = run(
        "idea", "KV", "cache", "surprised me", "--from", "a paper", "--purpose", "learn", "--to", "storage-design"
    )
    assert result.exception is None and result.output == "Kept in ideas.md: KV cache surprised me\n"
    (line,) = (blog / "ideas.md").read_text().splitlines()
    assert line[13:] == "KV cache surprised me [from:: paper] [purpose:: learn] [to:: storage-design]"


def test_existing_text_is_kept_untouched(blog):
    (blog / "ideas.md").write_bytes("\ufeff# Mine\r\n* odd   line".encode())
    run("idea", "new")
    data = (blog / "ideas.md").read_bytes()
    assert data.startswith("\ufeff# Mine\r\n* odd   line\r\n- ".encode()) and data.endswith(b" new\r\n")


def test_text_may_come_from_standard_input(blog):
    assert "Kept" in run("idea", "-", stdin="two\nlines\n").output
    assert (blog / "ideas.md").read_text().endswith(" two lines\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("idea",), "there is no text to keep. Give it in quotes"),
        (("idea", "  "), "an idea needs at least one word"),
        (("idea", "x", "--from", "nowhere"), 'there is no origin "nowhere". Choose one of: debugged'),
        (("idea", "x", "--purpose", "fame"), 'there is no purpose "fame". Choose one of: learn'),
    ],
)
def test_wrong_use_is_said_and_nothing_is_written(blog, words, said):
    result = run(*words)
    assert isinstance(result.exception, UsageError) and said in str(result.exception)
    assert not (blog / "ideas.md").exists()


def test_outside_a_workspace_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
    result = run("idea", "x")
    assert "this folder is in no workspace. Run `inkwright init` here" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


def test_the_settings_name_inbox_and_time_zone(blog):
    (blog / "inkwright.toml").write_text('ideas = "notes/inbox.md"\ntimezone = "Nowhere/Land"\n')
    assert isinstance(run("idea", "x").exception, SettingsError)
    (blog / "inkwright.toml").write_text('ideas = "notes/inbox.md"\n')
    run("idea", "x")
    assert (blog / "notes/inbox.md").exists()


def test_an_inbox_outside_the_workspace_is_refused(blog):
    (blog / "inkwright.toml").write_text('ideas = "../inbox.md"\n')
    result = run("idea", "x")
    assert isinstance(result.exception, InkwrightError) and "leads out of the workspace" in str(result.exception)


def test_it_is_in_the_index_at_once(blog):
    workspace = open_workspace(blog)
    with opened_index(workspace):
        pass
    capture_idea(workspace, "seen", "2026-11-21")
    with opened_index(workspace) as index:
        assert index.report.rebuilt == "" and index.report.ideas == 1


@pytest.mark.parametrize("words", [["idea", "x"], ["log", "x"], ["--help"]])
def test_capturing_and_help_import_nothing_heavy(blog, words):
    code = (
        f"import sys; sys.argv = ['inkwright', *{words!r}]\nfrom inkwright.cli.main import run\n"
        "try: run()\nexcept SystemExit as e: print(e.code)\nprint(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=blog, env=environment)
    *_, exit_code, modules = done.stdout.splitlines()
    assert exit_code == "0" and HEAVY.isdisjoint(modules.split()), done.stderr
