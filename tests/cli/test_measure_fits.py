"""What shows and plans one's work fits a terminal of 80 columns, however long names and texts are."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.flows.demo import lay_out
from inkwright.model.columns import cells

LONG = "the evaluation of large language models on documents that are longer than their context"
CALLS = (
    ("today",), ("coach",), ("coach", "--traits"), ("contact", "list"), ("portfolio",), ("portfolio", "--linkedin"),
    ("portfolio", "--since", "2026-01-01"), ("portfolio", "--goal", "100"), ("interview",), ("interview", "kv-cache"),
    ("prompt", "--list"), ("prompt", "--post", "kv-cache"), ("export", "kv-cache", "--to", "talk"),
    ("export", "kv-cache", "--to", "internal"), ("export", "kv-cache", "--to", "paste-medium"),
    ("export", "kv-cache", "--to", "hugo"), ("export", "--help"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = lay_out(str(tmp_path_factory.mktemp("wide") / "blog"))
    workspace.append_line("ideas.md", f"- 2026-01-01 Ask whether {LONG} says anything at all")
    for name in ("kv-cache", "dynamic-batching"):
        path = f"posts/{name}/index.md"
        workspace.write(path, workspace.read(path).text.replace("pillar: serving", f"pillar: {LONG}", 1))
    return Path(workspace.root)


@pytest.fixture
def blog(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made)
    CliRunner().invoke(main, ["contact", "add", f"Ann of {LONG}", f"asks about {LONG}", "--post", "kv-cache"])
    return made


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_on_a_terminal_no_line_is_too_long(blog: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    done = CliRunner().invoke(main, [*call], terminal_width=80)
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert lines and [line for line in lines if cells(line) > 80] == []


def test_what_is_piped_is_whole(blog: Path) -> None:
    assert f"asks about {LONG}" in CliRunner().invoke(main, ["contact", "list"]).output
    assert f"Ask whether {LONG} says anything at all" in CliRunner().invoke(main, ["today"]).output
