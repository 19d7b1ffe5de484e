"""git tells what a file was, and runs nothing that a repository brings along."""

import shutil
import subprocess
from pathlib import Path

import pytest

from inkwright.process.git import commit_of, committed_by_another, file_at, first_commit, has_commit, repository_of

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    root = tmp_path / "clone"
    root.mkdir()
    git(root, "init", "-q")
    git(root, "config", "user.name", "Ada")
    git(root, "config", "user.email", "ada@example.org")
    (root / ".gitattributes").write_text("*.md diff=own filter=own\n", encoding="utf-8")
    (root / "a.md").write_text("one\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    return root


def test_nothing_that_a_repository_configures_is_run(clone: Path, tmp_path: Path) -> None:
    """An archive may bring its own `.git/config`; `check` and the question of trust must be safe in it."""
    trap = f"touch {tmp_path / 'sprung'}; cat"
    git(clone, "config", "user.email", "grace@example.org")
    for key in ("diff.own.textconv", "diff.own.command", "diff.external", "core.pager", "core.fsmonitor"):
        git(clone, "config", key, trap)
    commit = git(clone, "rev-parse", "HEAD")
    assert first_commit(clone / "a.md", "one") > 0
    assert first_commit(clone / "a.md") > 0
    committed = committed_by_another(clone / "a.md")
    assert committed is not None
    assert (committed.author, committed.text) == ("ada@example.org", "one\n")
    assert has_commit(clone, commit)
    assert file_at(clone, commit, "a.md") == "one\n"
    assert not (tmp_path / "sprung").exists()


def test_what_is_not_there_is_nothing(clone: Path, tmp_path: Path) -> None:
    assert file_at(clone, git(clone, "rev-parse", "HEAD"), "b.md") is None
    assert first_commit(clone / "a.md", "never written") == 0
    assert (repository_of(tmp_path / "elsewhere"), commit_of(tmp_path)) == (None, "")


def test_a_commit_says_when_files_differ_from_it(clone: Path) -> None:
    short = git(clone, "rev-parse", "--short=12", "HEAD")
    assert commit_of(clone) == short
    (clone / "b.md").touch()
    assert (commit_of(clone), commit_of(clone, "b.md")) == (f"{short} and changes", short)
