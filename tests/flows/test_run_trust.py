"""Code that somebody else committed runs only when the user agrees, once for each content."""

import shutil
import subprocess
from pathlib import Path

import pytest

from inkwright.flows.run import run
from inkwright.model.run import Foreign, PostRun
from inkwright.process.git import UNKNOWN
from inkwright.workspace.folder import open_workspace

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="who wrote a file is known from git")


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone: committed by Ada, used by Grace."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "blog"
    (root / "posts/a").mkdir(parents=True)
    (root / "inkwright.toml").touch()
    (root / "posts/a/index.md").write_text("# A\n\n```python\nprint(1)\n```\n\n```bash\nls\n```\n", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "config", "user.name", "Ada")
    git(root, "config", "user.email", "ada@example.org")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "a post")
    git(root, "config", "user.email", "grace@example.org")
    return root


def ran(blog: Path, *answers: bool) -> tuple[PostRun, list[Foreign]]:
    asked: list[Foreign] = []
    left = list(answers)

    def consent(foreign: Foreign) -> bool:
        asked.append(foreign)
        return left.pop(0)

    (result,) = run(open_workspace(blog), ["a"], "2026-01-02", consent=consent)
    return result, asked


def test_nothing_runs_when_nobody_agrees(blog: Path) -> None:
    result, (foreign,) = ran(blog, False)
    assert result.snippets == ()
    assert "ada@example.org wrote this code" in result.error
    assert "--trust" in result.error
    assert (foreign.author, foreign.pieces) == ("ada@example.org", ("line 3, python:\nprint(1)",))


def test_what_was_agreed_to_is_not_asked_again_until_it_changes(blog: Path) -> None:
    assert ran(blog, True)[0].failed == 0
    place = blog / "posts/a/index.md"
    place.write_text(
        place.read_text(encoding="utf-8") + "\nA word more.\n\n```python\nprint(2)\n```\n", encoding="utf-8"
    )
    assert ran(blog)[0].failed == 0
    git(blog, "config", "user.email", "ada@example.org")
    git(blog, "commit", "-q", "-a", "-m", "more")
    git(blog, "config", "user.email", "grace@example.org")
    shutil.rmtree(blog / "inkwright")
    _, (foreign,) = ran(blog, False)
    assert foreign.pieces == ("line 13, python:\nprint(2)",)


def test_ones_own_posts_are_never_asked_about(blog: Path) -> None:
    git(blog, "config", "user.email", "Ada@example.org")
    assert ran(blog)[0].failed == 0
    (blog / "posts/b").mkdir()
    (blog / "posts/b/index.md").write_text("```python\n1\n```\n", encoding="utf-8")
    git(blog, "config", "user.email", "grace@example.org")
    assert next(run(open_workspace(blog), ["b"], "2026-01-02")).failed == 0


def test_commands_of_another_hand_are_asked_about_even_for_ones_own_post(blog: Path) -> None:
    (blog / "inkwright.toml").write_text('[run]\nlanguages = { bash = "bash -eu" }\n', encoding="utf-8")
    git(blog, "config", "user.email", "ada@example.org")
    git(blog, "commit", "-q", "-a", "-m", "bash")
    git(blog, "config", "user.email", "grace@example.org")
    (blog / "posts/a/index.md").write_text("```bash\necho 1\n```\n", encoding="utf-8")
    git(blog, "commit", "-q", "-a", "-m", "mine", "--author", "Grace <grace@example.org>")
    _, (foreign,) = ran(blog, False)
    assert foreign.pieces == ("line 1, bash -eu:\necho 1",)


def test_what_a_repository_brings_along_is_no_agreement(blog: Path) -> None:
    ran(blog, True)
    kept = (blog.parent / "state/inkwright/trusted").read_text(encoding="ascii")
    shutil.rmtree(blog.parent / "state")
    shutil.rmtree(blog / "inkwright")
    for place in (".inkwright/trusted", "private/trusted", "inkwright/trusted"):
        (blog / place).parent.mkdir(exist_ok=True)
        (blog / place).write_text(kept, encoding="ascii")
    assert "--trust" in ran(blog, False)[0].error


@pytest.mark.parametrize("code", ["```python\n# $Id$\nprint(3)\n```\n", "```pycon\n>>> print(3) # $Id$\n3\n```\n"])
def test_what_git_fills_in_makes_no_code_ones_own(blog: Path, code: str) -> None:
    place = blog / "posts/a/index.md"
    place.write_text(code, encoding="utf-8")
    (blog / ".gitattributes").write_text("*.md ident\n", encoding="utf-8")
    git(blog, "config", "user.email", "ada@example.org")
    git(blog, "add", ".")
    git(blog, "commit", "-q", "-m", "more")
    git(blog, "config", "user.email", "grace@example.org")
    place.unlink()
    git(blog, "checkout", "--", "posts/a/index.md")
    assert "$Id: " in place.read_text(encoding="utf-8")
    _, asked = ran(blog, False)
    assert [one.author for one in asked] == ["ada@example.org"]


def test_a_git_that_fails_vouches_for_nobody(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    result, (foreign,) = ran(blog, False)
    assert foreign.author == UNKNOWN
    assert "an unknown hand" in result.error
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    monkeypatch.setattr(subprocess, "run", slow)
    assert ran(blog, False)[1][0].author == UNKNOWN


def slow(*words: object, **options: object) -> None:
    raise subprocess.TimeoutExpired("git", 10)


def test_a_repository_without_commits_is_ones_own(blog: Path) -> None:
    shutil.rmtree(blog / ".git")
    git(blog, "init", "-q")
    assert ran(blog)[0].failed == 0
