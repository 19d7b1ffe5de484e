"""What checks, plans, runs and publishes tells fits 80 columns, and a place to jump to is never broken."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.flows.demo import lay_out
from inkwright.model.columns import cells

LONG = "the evaluation of large language models on documents that are longer than their context"
CALLS = (
    ("check",), ("check", "--all", "--no-adapt"), ("check", "--checklist", "posts/kv-cache"), ("check", "--online"),
    ("check", "--ignore", "9:ai-phrase", "posts/migration-story"), ("check", "--baseline"), ("checklist", "kv-cache"),
    ("rule",), ("rule", "weasel-word"), ("rule", "overlap"), ("rule", "unsupported-claim"), ("rule", "python-syntax"),
    ("voice", "build"), ("voice", "show"), ("voice", "show", "posts/kv-cache/index.md"), ("outline", "kv-cache"),
    ("outline", "averaging-percentiles"), ("outline", "averaging-percentiles", "add", "2", LONG), ("board",),
    ("today",), ("resume",), ("resume", "kv-cache"), ("resume", "on call with blanks"), ("run",), ("run", "--report"),
    ("run", "migration-story", "--update"), ("publish", "kv-cache", "--dry-run"),
    ("publish", "migration-story"), ("publish", "--due"), ("crosspost", "--advise"),
    ("crosspost", "kv-cache", "--to", "devto,hashnode", "--dry-run"), ("import", "plain", "old posts", "--dry-run"),
    ("import", "plain", "old posts"), ("doctor",), ("stale",), ("build",), ("deploy", "--dry-run"),
    ("errata", "add", "kv-cache", LONG), ("unpublish", "kv-cache", "--dry-run"),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A blog with long sentences where its writer has a say, and with names that hold blanks."""
    workspace = lay_out(str(tmp_path_factory.mktemp("wide") / "blog"))
    for name in ("kv-cache", "dynamic-batching"):
        path = f"posts/{name}/index.md"
        workspace.write(path, workspace.read(path).text.replace("pillar: serving", f"pillar: {LONG}", 1))
    text = f"---\ntitle: {LONG}\n---\nIt is very odd, see [this](nowhere/{'at-all-' * 9}.md).\n\n![]({LONG}.png)\n"
    root = Path(workspace.root)
    for folder in (root / "posts" / LONG, root / "old posts" / LONG):
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(text, encoding="utf-8")
    for line in (f"Ask whether {LONG} says anything at all", f"? who measured {LONG}"):
        workspace.append_line("ideas.md", f"- 2026-01-01 {line} [to:: on call with blanks]")
    toml = workspace.read("inkwright.toml").text
    workspace.write("inkwright.toml", f'{toml}\n[deploy.targets.home]\nkind = "folder"\nto = "{root}/put here"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert CliRunner().invoke(main, ["voice", "build"]).exit_code == 0
    return root


@pytest.fixture
def blog(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "blog"
    shutil.copytree(made, root)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def called(blog: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Calls a command as if it printed to a terminal of 80 columns."""
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    return lambda *call: CliRunner().invoke(main, [*call], terminal_width=80)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_on_a_terminal_no_line_is_too_long(called: Callable[..., Result], call: tuple[str, ...]) -> None:
    done = called(*call)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    lines = done.output.splitlines()
    assert lines
    assert [line for line in lines if cells(line) > 80 and LONG not in line and " " in line.strip()] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_place_is_whole_so_that_an_editor_can_jump_to_it(called: Callable[..., Result]) -> None:
    assert f"posts/{LONG}/index.md:4:21:\n    error: there is no file" in called("check", "--all").output
    assert f"posts/{LONG}/index.md:4:" in called("publish", LONG).output
    assert "(ideas.md:" in called("resume", "on call with blanks").output


def test_what_is_piped_is_one_line_a_finding_and_whole(blog: Path) -> None:
    said = CliRunner().invoke(main, ["check", "--all"]).output
    assert [line for line in said.splitlines() if line.startswith(f"posts/{LONG}/") and line.endswith("[broken-link]")]
    (row,) = [line for line in CliRunner().invoke(main, ["checklist", LONG]).output.splitlines() if LONG in line][-1:]
    assert LONG in row
    assert "place " in CliRunner().invoke(main, ["crosspost", "--advise"]).output.splitlines()[0]


def test_a_sign_of_age_ends_in_no_blank(called: Callable[..., Result], blog: Path) -> None:
    post = blog / "posts/kv-cache/index.md"
    post.write_text(re.sub(r"(?m)^title: .*$", "title: Caches in 2019", post.read_text("utf-8")), encoding="utf-8")
    lines = called("stale").output.splitlines()
    assert any("posts/kv-cache/index.md:" in line for line in lines) and len(lines) > 3
    assert [line for line in lines if line != line.rstrip() or (cells(line) > 80 and LONG not in line)] == []
