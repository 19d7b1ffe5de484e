"""What `stats` prints fits a terminal of 80 columns whatever posts and pillars are called, and is whole when piped."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.flows.report_blog import TITLES, make_blog

from inkwright.cli import output
from inkwright.cli.main import main
from inkwright.cli.stats import life, posts
from inkwright.flows.ledger import ledger_of
from inkwright.ledger.readings import keep
from inkwright.model.columns import cells
from inkwright.model.reading import METRICS, Reading
from inkwright.workspace.folder import Workspace, open_workspace

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
    assert too_long(monkeypatch, "stats", *call) == []


def too_long(monkeypatch: pytest.MonkeyPatch, *call: str) -> list[str]:
    """The lines that a terminal of 80 columns would break."""
    for module in (output, life, posts):
        monkeypatch.setattr(module, "room", lambda stream=None: 80)
    done = CliRunner().invoke(main, list(call))
    assert done.exit_code == 0
    lines = done.output.replace(str(Path.cwd()), "").splitlines()
    assert lines
    return [line for line in lines if cells(line) > 80]


@pytest.mark.parametrize("call", [*CALLS, ("stale",)], ids=" ".join)
def test_nor_where_there_is_nothing_yet(tmp_path: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts/p5.md").write_text("---\ntitle: P\ndate: 2026-01-01\n---\n\nText.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert too_long(monkeypatch, *(call if call == ("stale",) else ("stats", *call))) == []


def test_nor_where_all_kinds_of_readers_came_in_their_millions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts/p.md").write_text(f"---\ntitle: {LONG}\ndate: 2024-01-02\n---\n\nText.\n", encoding="utf-8")
    workspace = open_workspace(tmp_path)
    came = ("google.com", "news.ycombinator.com", "buttondown.email", "b.example", "me.example", "")
    rows = [Reading("/posts/p/", "views", 7_654_321 * (3 if one else 21), "2024-01-03", "day", one) for one in came]
    rows += [Reading("/posts/p/", "views", 1_000_000, f"2024-{month:02}-03") for month in range(2, 10)]
    ledger = ledger_of(workspace)
    with ledger.write() as connection:
        keep(connection, "log", rows)
    ledger.close()
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as narrow:
        assert too_long(narrow, "stats", "life", "p") == too_long(narrow, "stats", "life") == []
    piped = CliRunner().invoke(main, ["stats", "life", "p"]).output
    assert "LETTERS" in piped and "REST" not in piped and "45,925,926" in piped


def test_stale_nor_with_long_titles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    text = f'---\ntitle: "{LONG} in 2019 and 2020"\ndate: 2019-01-02\n---\n\nWe use Triton 2.1.\n'
    (tmp_path / "posts/a-post-with-a-long-name-of-its-file-as-well-which-nobody-likes.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as narrow:
        assert too_long(narrow, "stale") == []
    assert f"{LONG} in 2019 and 2020 (last looked at 2019-01-02)\n" in CliRunner().invoke(main, ["stale"]).output
    assert too_long(monkeypatch, "stale", "--mark", "a-post", "--note", LONG) == []


def test_what_is_piped_has_whole_titles(blog: Path) -> None:
    printed = CliRunner().invoke(main, ["stats", "posts"]).output
    assert all(title in printed for title in (TITLES[5], TITLES[9]))
    assert LONG in CliRunner().invoke(main, ["stats", "pillars"]).output


def test_metrics_stand_as_far_as_there_is_room_and_the_others_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts/p.md").write_text(f"---\ntitle: {LONG}\ndate: 2024-01-02\n---\n\nText.\n", encoding="utf-8")
    ledger = ledger_of(open_workspace(tmp_path))
    with ledger.write() as connection:
        for source, factor in (("log", 1), ("umami", 2), ("plausible", 3)):
            keep(connection, source, [Reading("/posts/p/", one, 1_000 * factor, "2024-01-03") for one in METRICS])
    ledger.close()
    monkeypatch.chdir(tmp_path)
    piped = CliRunner().invoke(main, ["stats", "posts"]).output
    assert all(one.upper() in piped for one in METRICS) and "No room" not in piped
    assert piped.count("p: sources differ") == 1
    with monkeypatch.context() as narrow:
        assert too_long(narrow, "stats", "posts") == []
        shown = " ".join(CliRunner().invoke(main, ["stats", "posts"]).output.split())
    left = shown.partition("No room for ")[2].partition(":")[0].split(", ")
    assert left == list(METRICS[-len(left) :]) and not any(one.upper() in shown for one in left)
