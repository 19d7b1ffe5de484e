from pathlib import Path

import pytest

from inkwright.flows.check import Checker, check
from inkwright.flows.check_fix import mend
from inkwright.flows.check_numbers import Numbers
from inkwright.flows.check_paths import Place
from inkwright.model.finding import Finding
from inkwright.text.markdown import parse_text
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("inkwright.toml", "")
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode())


def told(path: str = "posts/a/index.md") -> list[Finding]:
    (one,) = check([path], TODAY, force=True)
    return [finding for finding in one.findings if finding.rule in ("stale-number", "broken-binding")]


def test_a_figure_is_held_against_the_file_beside_its_post(blog: Path) -> None:
    write("posts/a/index.md", "It took 45 ms<!--=r.json#p50 .0f ms-->.\n")
    write("posts/a/r.json", '{"p50": 45.2}')
    assert told() == []
    write("posts/a/r.json", '{"p50": 52.2}')
    (one,) = told()
    assert one.message == "the text says `45 ms`, r.json#p50 now gives `52 ms`"


@pytest.mark.parametrize("name", ["../data/r.json", "r%20s.json", "./r%20s.json"])
def test_files_elsewhere_in_the_workspace_and_with_spaces(blog: Path, name: str) -> None:
    write("posts/data/r.json", '{"p50": 45}')
    write("posts/a/r s.json", '{"p50": 45}')
    write("posts/a/index.md", f"It took 45<!--={name}#p50-->.\n")
    assert told() == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.json", "there is no none.json beside the post"),
        ("../../../r.json", "lies outside the workspace"),
        ("/etc/hosts.json", "is no file beside the post"),
        ("~/r.json", "is no file beside the post"),
        ("https://example.com/r.json", "is no file beside the post"),
        ("C:\\r.json", "is no file beside the post"),
        ("..", "beside the post"),
        ("bad.json", "bad.json is no JSON"),
        ("latin.csv", "latin.csv"),
        ("r.yaml", "name a .json"),
    ],
)
def test_a_file_that_gives_nothing_is_told_with_what_to_do(blog: Path, name: str, said: str) -> None:
    write("posts/a/bad.json", "{")
    write("posts/a/r.yaml", "a: 1")
    Path("posts/a/latin.csv").write_bytes(b"run,p50\nna\xefve,3\n")
    write("posts/a/index.md", f"It took 45<!--={name}#p50-->.\n")
    (one,) = told()
    assert one.rule == "broken-binding"
    assert said in one.message


def test_a_file_is_read_again_when_it_changed(blog: Path) -> None:
    write("posts/a/index.md", "It took 45<!--=r.json#p50-->.\n")
    write("posts/a/r.json", '{"p50": 45}')
    workspace = open_workspace(".")
    checker = Checker([place := Place("posts/a/index.md", workspace, "posts/a/index.md")], TODAY)
    rules = lambda: [one.rule for one in checker.check(place).findings if one.rule == "stale-number"]  # noqa: E731
    assert rules() == []
    write("posts/a/r.json", '{"p50": 4567}')
    assert rules() == ["stale-number"]


def test_without_marks_no_file_is_looked_at() -> None:
    class Closed:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(f"{name} was asked for")

    text = "It took 45 ms.\n\n<!-- section: results -->\n\n`45<!--=r.json#p50-->`\n"
    assert Numbers(Closed()).of(parse_text(text), "posts/a.md") == ()  # type: ignore[arg-type]


def test_fixing_changes_the_bytes_of_the_figures_alone(blog: Path) -> None:
    body = "\ufeff---\r\ntitle: é\r\n---\r\n# Of 9 %<!--=r.csv#x.p .0%-->\r\n\r\n"
    body += "At −45\u202fms<!--=r.csv#x.t .1f ms-->  \r\n"
    write("posts/a/index.md", body + "| a |\r\n|---|\r\n| <!--=r.csv#x.t/x.p .0f--> |\r\n")
    write("posts/a/r.csv", "run,p,t\nx,0.125,-45.26\n")
    (one,) = mend(["posts/a/index.md"], TODAY)
    wanted = body.replace("9 %", "12 %").replace("−45\u202fms", "−45.3\u202fms") + (
        "| a |\r\n|---|\r\n| -362<!--=r.csv#x.t/x.p .0f--> |\r\n"
    )
    assert one.after == wanted
    assert one.figures
    assert "-45.3" not in one.diff
    assert "+At −45.3\u202fms" in one.diff


def test_an_allowed_figure_stays(blog: Path) -> None:
    text = "<!-- inkwright: allow stale-number -- as measured in May -->\nIt took 45<!--=r.json#p50-->.\n"
    write("posts/a/index.md", text)
    write("posts/a/r.json", '{"p50": 52}')
    assert told() == []
    assert mend(["posts/a/index.md"], TODAY) == []
