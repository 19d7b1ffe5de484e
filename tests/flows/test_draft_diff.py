"""A post against its kept draft and its commits."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.diff import command
from inkwright.flows.draft_diff import draft_diff, draft_versions
from inkwright.flows.session_end import end_draft
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
FIRST = "---\ntitle: The cache\n---\n\nIt drops the oldest page.\n\nA page that goes.\n"
SECOND = "---\ntitle: The cache\n---\n\nIt drops the largest page.\n\n## New\n\nIt was dropped by the pool.\n"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path)
    return write(open_workspace(tmp_path), FIRST)


def write(blog: Workspace, text: str) -> Workspace:
    blog.path("posts/cache.md").write_text(text)
    return blog


def git(blog: Workspace, *words: str) -> None:
    who = ("-c", "user.email=a@example.org", "-c", "user.name=A")
    subprocess.run(["git", *who, *words], cwd=blog.root, check=True, capture_output=True)


def commit(blog: Workspace) -> None:
    if not (blog.root / ".git").exists():
        git(blog, "init", "-q")
    git(blog, "add", "posts")
    git(blog, "commit", "-qm", "x", "--date", "2026-11-20T10:00:00")


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args))


def test_against_the_kept_draft(blog: Workspace) -> None:
    end_draft(blog, "cache", NOW)
    write(blog, SECOND)
    found = draft_diff(blog, "cache")
    assert found.since == "the draft of 2026-11-21T140500"
    assert [one.change for one in found.paragraphs] == ["reworked", "added", "added", "cut"]
    assert (found.before.words, found.after.words) == (9, 12)
    assert draft_diff(blog, "cache", "2026-11-21").paragraphs == draft_diff(blog, "cache", "draft").paragraphs


def test_against_a_commit(blog: Workspace) -> None:
    commit(blog)
    write(blog, SECOND)
    assert draft_diff(blog, "cache").paragraphs[0].change == "reworked"
    assert draft_diff(blog, "cache", "HEAD").since == "commit HEAD"


@pytest.mark.parametrize("since", ["nope", "--help", "HEAD:posts/x", "2025", ""])
def test_no_such_version(blog: Workspace, since: str) -> None:
    with pytest.raises(UsageError, match="No draft of it is kept yet"):
        draft_diff(blog, "cache", since)


def test_figures_over_versions(blog: Workspace) -> None:
    commit(blog)
    write(blog, FIRST + "\nMore of it.\n")
    end_draft(blog, "cache", NOW)
    write(blog, SECOND)
    found = draft_versions(blog, "cache", "2026-11-22")
    assert [(one.kind, one.counts.words) for one in found] == [("commit", 9), ("draft", 12), ("now", 12)]
    assert found[-1].rules["passive-voice"] == 1 and "passive-voice" not in found[0].rules


def test_as_text(blog: Workspace) -> None:
    end_draft(blog, "cache", NOW)
    write(blog, SECOND)
    text = run("cache").output
    assert "It drops the [-oldest-] {+largest+} page." in text
    assert "[-A page that goes.-]" in text and "{+It was dropped by the pool.+}" in text
    assert "words             9     12   +3" in text
    assert "passive-voice" in run("cache", "--metrics").output


def test_as_json(blog: Workspace) -> None:
    end_draft(blog, "cache", NOW)
    write(blog, SECOND)
    found = json.loads(run("cache", "--format", "json").output)
    assert (found["version"], found["path"]) == (1, "posts/cache.md")
    assert found["paragraphs"][0]["pieces"][1] == {"mark": "-", "text": "oldest "}
    versions = json.loads(run("cache", "--metrics", "--format", "json").output)["versions"]
    assert [one["name"] for one in versions] == ["2026-11-21T140500", "now"]


def test_the_passes_over_a_post(blog: Workspace) -> None:
    for line in ("- 09:00-09:40 wrote [[cache]] +9 words (0→9)", "- 10:00-10:20 edited [[cache]] -2 words (9→7)"):
        blog.append_line("log/2026-11-20.md", line)
    text = run("cache", "--metrics").output
    assert "Drafted once, 40 minutes, +9 words." in text and "Worked over once, 20 minutes, -2 words." in text
    sessions = json.loads(run("cache", "--metrics", "--format", "json").output)["sessions"]
    assert [one["work"] for one in sessions] == ["draft", "edit"]


def test_nothing_is_written(blog: Workspace) -> None:
    end_draft(blog, "cache", NOW)
    before = files(blog)
    run("cache", "--metrics")
    run("cache")
    assert files(blog) == before


def files(blog: Workspace) -> dict[str, bytes]:
    """Everything but the disposable folder."""
    return {name: blog.read_bytes(name) for name in blog.files(("**",))}
