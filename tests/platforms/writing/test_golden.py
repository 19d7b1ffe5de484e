"""What every target gets of one post, kept to be looked at. `--golden` writes it anew."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.crosspost_prepare import PLATFORMS, prepare
from inkwright.platforms.writing.found import pasted_into, written_for
from inkwright.workspace.folder import workspace_of

GOLDEN = Path(__file__).parent / "golden"


def compare(request: pytest.FixtureRequest, name: str, text: str) -> None:
    path = GOLDEN / name
    if request.config.getoption("--golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("target", [*written_for(), *pasted_into()])
def test_golden_exports(blog, request, target):
    done = CliRunner().invoke(main, ("export", "kv", "--to", target, "--into", "out"), standalone_mode=False)
    files = sorted(path.relative_to(blog / "out").as_posix() for path in (blog / "out").rglob("*") if path.is_file())
    posts = [name for name in files if name.endswith((".md", ".mdx", ".qmd", ".html"))]
    texts = "\n".join((blog / "out" / post).read_text(encoding="utf-8") for post in posts)
    body = re.sub(r"base64,[\w+/=]*", "base64,...", texts)
    compare(request, f"{target}.txt", f"{done.output}\n{chr(10).join(files)}\n\n{body}")


@pytest.mark.parametrize("target", PLATFORMS)
def test_golden_copies(blog, request, target):
    _, (one,) = prepare(workspace_of(()), "kv", [target], "2026-11-21", None)
    body = re.sub(r"(diagrams/|inkwright-formula-)[0-9a-f]+", r"\1...", one.article.body)
    losses = "".join(f"line {loss.line}: {loss.what}\n" for loss in one.told.losses)
    compare(request, f"{target}.txt", f"{losses}\n{one.article.canonical}\n\n{body}")


def test_a_second_export_finds_its_own_folder_again(blog):
    words = ("export", "kv", "--to", "hugo")
    first = CliRunner().invoke(main, words, standalone_mode=False)
    again = CliRunner().invoke(main, words, standalone_mode=False)
    assert first.exception is None and again.exception is None
    assert "unchanged .inkwright/export/hugo/content/posts/kv/index.md" in again.output


def test_a_repository_of_another_generator_is_left_alone(blog):
    (blog / "site/content").mkdir(parents=True)
    (blog / "site/hugo.toml").write_text("")
    done = CliRunner().invoke(main, ("export", "kv", "--to", "jekyll", "--into", "site"), standalone_mode=False)
    assert "this is a repository of Hugo" in str(done.exception)
    assert [path.name for path in (blog / "site").rglob("*") if path.is_file()] == ["hugo.toml"]


def test_a_post_goes_beside_those_that_are_there(blog):
    (blog / "site/content/blog/old").mkdir(parents=True)
    (blog / "site/hugo.toml").write_text("")
    (blog / "site/content/blog/old/index.md").write_text("---\ntitle: Old\n---\nWords.\n")
    done = CliRunner().invoke(main, ("export", "kv", "--to", "hugo", "--into", "site"), standalone_mode=False)
    assert done.exception is None
    assert (blog / "site/content/blog/kv/index.md").exists()
