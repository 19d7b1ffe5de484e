"""What `stats` prints fits a terminal of 80 columns whatever posts and pillars are called, and is whole when piped."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.flows.report_blog import TITLES, make_blog

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.cli.output import cells
from inkwright.workspace.folder import Workspace

CALLS = (
    ("writing",), ("posts",), ("pillars",), ("pillars", "--drafts"), ("newsletter",), ("life",), ("life", "p5"),
    ("next",), ("report",),
)  # fmt: skip
LONG = "The evaluation of large language models on documents that are longer than their context"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = make_blog(tmp_path_factory.mktemp("long") / "blog")
    for name in workspace.files(("posts/*.md",)):
        text = workspace.read(name).text
        workspace.write(name, text.replace("pillar: GPU", f"pillar: {LONG}"))
    settings = workspace.read("inkwright.toml").text
    workspace.write("inkwright.toml", settings.replace('"GPU"', f'"{LONG}"'))
    return workspace


@pytest.fixture
def blog(made: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made.root)
    return made.root


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_on_a_terminal_no_line_is_too_long(blog: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda: 80)
    done = CliRunner().invoke(main, ["stats", *call])
    assert done.exit_code == 0
    lines = done.output.replace(str(blog), "").splitlines()
    assert lines and [line for line in lines if cells(line) > 80] == []


def test_what_is_piped_has_whole_titles(blog: Path) -> None:
    printed = CliRunner().invoke(main, ["stats", "posts"]).output
    assert all(title in printed for title in (TITLES[5], TITLES[9]))
    assert LONG in CliRunner().invoke(main, ["stats", "pillars"]).output
