"""The GitHub Action: its inputs are real options, and its step runs as it stands."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from inkwright.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]


def run(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The check step as a runner runs it: inputs and defaults filled into its environment."""
    given = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()} | inputs
    filled = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in CHECK["env"].items()
    }
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]], cwd=folder, text=True,
        capture_output=True, env={**os.environ, **filled, "PATH": path},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("See [this](gone.md).\n", encoding="utf-8")
    (tmp_path / "posts" / "b.md").write_text("It is very fast.\n", encoding="utf-8")
    return tmp_path


def test_its_options_are_there_and_every_input_is_used() -> None:
    command = main.get_command(click.Context(main), "check")  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", CHECK["run"])) <= known
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"]) == {"paths", "fail-on", "new", "sarif-file", "version"}
    assert "inputs." not in CHECK["run"] + INSTALL["run"]  # only through the environment: no text of others is run


def test_it_annotates_and_fails_on_errors(folder: Path) -> None:
    done = run(folder, paths="posts/a.md posts/b.md")
    assert done.returncode == 1, done.stderr
    assert "::error file=posts/a.md,line=1" in done.stdout
    assert "::notice file=posts/b.md" in done.stdout
    assert run(folder, paths="posts/b.md").returncode == 0
    assert run(folder, paths="posts/b.md", **{"fail-on": "suggestion"}).returncode == 1


def test_it_writes_sarif(folder: Path) -> None:
    done = run(folder, paths="posts", **{"sarif-file": "out.sarif"})
    assert (done.returncode, done.stdout) == (1, "")
    results = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert {"broken-link", "weasel-word"} <= {result["ruleId"] for result in results}


def test_without_paths_it_takes_the_workspace_and_new_takes_the_baseline(folder: Path) -> None:
    (folder / "inkwright.toml").write_text("", encoding="utf-8")
    assert run(folder).returncode == 1
    subprocess.run([sys.executable, "-m", "inkwright", "check", "--baseline"], cwd=folder, check=True)
    done = run(folder, new="true")
    assert (done.returncode, done.stdout) == (0, "")


def test_paths_are_words_and_never_commands(folder: Path) -> None:
    done = run(folder, paths="posts/b.md $(touch${IFS}made) --format")
    assert not (folder / "made").exists()
    assert done.returncode in (1, 2)
