"""From nothing to a built site by `inkwright demo`, without a network, and what it does in folders it finds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.cli.main import command_names
from inkwright.flows.demo import lay_out, site_index, steps, taken, walk
from inkwright.model.errors import UsageError

NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise OSError("a connection was tried")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("walk")
    (folder / "guard").mkdir()
    (folder / "guard" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    path = os.pathsep.join([str(folder / "guard"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "inkwright", "demo"], cwd=folder, env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_week_ends_with_a_built_site_and_its_absolute_path(walked: subprocess.CompletedProcess[str]) -> None:
    assert walked.returncode == 0, walked.stdout + walked.stderr
    index = Path(walked.stdout.rstrip().splitlines()[-1].strip())
    assert index.is_absolute()
    assert index.name == "index.html"
    assert "Stop Averaging Percentiles" in index.read_text(encoding="utf-8")
    assert "a connection was tried" not in walked.stdout + walked.stderr


def test_every_step_is_told_with_its_command_and_output(walked: subprocess.CompletedProcess[str]) -> None:
    total = len(steps())
    for number, step in enumerate(steps(), 1):
        assert f"{step.day}  ({number}/{total})" in walked.stdout
    assert walked.stdout.count("  $ inkwright ") == sum(bool(step.run) for step in steps())
    assert "Traceback" not in walked.stdout


def test_plans_notes_and_drafts_stay_at_home(walked: subprocess.CompletedProcess[str]) -> None:
    site = Path(walked.stdout.rstrip().splitlines()[-1].strip()).parent
    written = "\n".join(page.read_text(encoding="utf-8") for page in site.rglob("*.*ml"))
    assert len(list(site.rglob("index.html"))) >= 7
    canaries = ("Gerald", "seven customers said broken", "section: claim", "results.json#", "Pod 17", "beyond_docs")
    for canary in canaries:
        assert canary not in written


def test_each_step_ends_as_the_story_says(tmp_path: Path) -> None:
    results = list(walk(lay_out(str(tmp_path / "blog"))))
    assert [(r.number, r.step.run, r.code) for r in results if r.code != r.step.ends] == []
    assert all(result.output for result in results if result.step.run)


def test_every_step_has_a_command_that_exists() -> None:
    assert {step.run[0] for step in steps() if step.run} <= set(command_names())
    assert all(bool(step.run) != bool(step.copy) for step in steps())
    for tried in (found for step in steps() for found in re.findall(r"`inkwright (\w+)", step.next)):
        assert tried in command_names()


def test_a_walk_goes_on_where_it_stopped(tmp_path: Path) -> None:
    workspace = lay_out(str(tmp_path / "blog"))
    first = walk(workspace)
    assert [next(first).number, next(first).number] == [1, 2]
    first.close()
    ideas = workspace.path("ideas.md").read_bytes()
    again = lay_out(str(tmp_path / "blog"))
    assert taken(again) == 2
    assert again.path("ideas.md").read_bytes() == ideas
    assert next(walk(again)).number == 3


def test_a_copy_that_was_interrupted_is_completed(tmp_path: Path) -> None:
    workspace = lay_out(str(tmp_path / "blog"))
    workspace.path("about.md").unlink()
    workspace.path("ideas.md").write_text("- mine\n", encoding="utf-8")
    lay_out(str(tmp_path / "blog"))
    assert workspace.path("about.md").exists()
    assert workspace.path("ideas.md").read_text(encoding="utf-8") == "- mine\n"


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.md").write_text("four years of work\n", encoding="utf-8")
    with pytest.raises(UsageError, match="in use"):
        lay_out(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


def test_a_finished_week_says_how_to_walk_again(walked: subprocess.CompletedProcess[str]) -> None:
    blog = Path(walked.stdout.rstrip().splitlines()[-1].strip()).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", "demo", str(blog)], capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0
    assert "This week is over" in done.stdout
    assert done.stdout.rstrip().endswith(site_index(lay_out(str(blog))))
