"""Excerpts in `check`: against the history of clones at hand, never their working copies."""

import subprocess
from pathlib import Path

import pytest

from inkwright.flows.check import check
from inkwright.model.finding import Finding
from inkwright.model.origin import Origin
from inkwright.workspace.excerpt_texts import ExcerptTexts
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"
CODE = "def turn(n):\n    check(n)\n    return n\n"


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def clone(folder: Path, remote: str = "") -> str:
    """A repository with one file; its commit. The working copy has moved on."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "deck.py").write_text(CODE)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "deck")
    if remote:
        git(folder, "remote", "add", "origin", remote)
    (folder / "deck.py").write_text("gone\n")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "blog"
    (place / "posts").mkdir(parents=True)
    (place / "inkwright.toml").write_text('[run]\nrepositories = ["../src"]\n')
    monkeypatch.chdir(place)
    return place


def findings(source: str, code: str) -> list[tuple[str, str]]:
    Path("posts/p.md").write_text(f"---\ntitle: P\n---\nIt turns.\n\n```python source={source}\n{code}```\n")
    (one,) = check(["posts/p.md"], TODAY, force=True)
    return [(finding.rule, lines(finding)) for finding in one.findings if finding.rule.endswith("-excerpt")]


def lines(finding: Finding) -> str:
    return Path("posts/p.md").read_text()[finding.span.start : finding.span.end]


@pytest.mark.parametrize("remote", [
    "https://github.com/Ada/Deck.git", "git@github.com:ada/deck.git", "https://github.com/ada/deck/", "",
])  # fmt: skip
def test_a_clone_is_known_by_its_remote_or_its_path(blog: Path, remote: str) -> None:
    folder = blog.parent / "src" / ("deck" if remote else "ada/deck")
    commit = clone(folder, remote)
    assert findings(f"ada/deck@{commit}:deck.py#L1-L3", CODE) == []
    assert findings(f"ada/deck@{commit[:8]}:deck.py#L1-L3", CODE.replace("check(n)", "pass")) == [
        ("changed-excerpt", "    pass")
    ]
    assert findings(f"ada/deck@{commit}:deck.py", "def turn(n):\n    return n\n") == [
        ("shortened-excerpt", "    return n")
    ]


def test_what_the_clone_does_not_have(blog: Path) -> None:
    commit = clone(blog.parent / "src" / "deck", "https://github.com/ada/deck")
    assert [rule for rule, _ in findings(f"ada/deck@{commit}:lost.py", CODE)] == ["broken-excerpt"]
    assert [rule for rule, _ in findings(f"ada/deck@{commit}:deck.py#L9", CODE)] == ["broken-excerpt"]
    assert findings("ada/deck@" + "0" * 40 + ":deck.py", "x\n") == []


def test_a_clone_of_something_else_of_that_name_is_not_asked(blog: Path) -> None:
    commit = clone(blog.parent / "src" / "deck", "https://github.com/bob/deck")
    assert findings(f"ada/deck@{commit}:deck.py", "x\n") == []


def test_the_repository_of_the_blog_itself(blog: Path) -> None:
    commit = clone(blog.parent / "own", "https://github.com/ada/own")
    git(blog, "init", "-q")
    git(blog, "fetch", "-q", str(blog.parent / "own"), commit)
    git(blog, "remote", "add", "origin", "https://github.com/ada/own")
    assert findings(f"ada/own@{commit}:deck.py", "x\n" + CODE) == [("changed-excerpt", "x")]


def test_git_of_a_hook_does_not_lead_elsewhere(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = clone(blog.parent / "src" / "deck", "https://github.com/ada/deck")
    monkeypatch.setenv("GIT_DIR", str(blog / "nowhere"))
    assert [rule for rule, _ in findings(f"ada/deck@{commit}:deck.py", "x\n")] == [
        "changed-excerpt",
        "shortened-excerpt",
    ]


def test_what_was_fetched_before_is_compared(blog: Path) -> None:
    workspace = open_workspace()
    origin = Origin("github.com", "ada/deck", "0a1b2c3", "deck.py")
    assert ExcerptTexts(workspace).get(origin) is None
    ExcerptTexts(workspace).keep(origin, CODE)
    assert findings("ada/deck@0a1b2c3:deck.py#L1", "def turn(m):\n") == [("changed-excerpt", "def turn(m):")]


def test_a_source_that_cannot_be_read(blog: Path) -> None:
    assert findings("deck.py", "x\n") == [("broken-excerpt", "```python source=deck.py")]


def test_without_excerpts_nothing_is_started(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*words: object, **more: object) -> None:
        raise AssertionError(words)

    monkeypatch.setattr(subprocess, "run", start)
    Path("posts/p.md").write_text("---\ntitle: P\n---\n\n```python\nsource = 1\n```\n")
    assert check(["posts/p.md"], TODAY, force=True)
