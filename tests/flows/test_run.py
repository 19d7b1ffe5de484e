"""`run` on a workspace: what is shown, what is written, what the exit code says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.run import run
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

GOOD = "---\ntitle: Good\n---\n\n```python\nprint(4)\n```\n\n```output\n4\n```\n"
WRONG = "---\ntitle: Wrong\n---\n\n```python\nprint(5)\n```\n\n```output\n4\n```\n\nThe end, with `4`.\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    for name, text in (("good", GOOD), ("wrong", WRONG), ("none", "---\ntitle: None\n---\n\nNo code.\n")):
        (tmp_path / "posts" / name).mkdir(parents=True)
        (tmp_path / "posts" / name / "index.md").write_text(text, encoding="utf-8")
    return tmp_path


def inkwright(blog: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inkwright", "run", *args], cwd=blog, capture_output=True, text=True, check=False
    )


def test_all_posts_without_names(blog: Path) -> None:
    done = {result.path: result for result in run(open_workspace(blog), [], "2026-01-02")}
    assert [snippet.state for snippet in done["posts/good/index.md"].snippets] == ["verified"]
    assert done["posts/wrong/index.md"].failed == 1
    assert done["posts/none/index.md"].snippets == ()


def test_a_mismatch_is_exit_1_with_its_line(blog: Path) -> None:
    done = inkwright(blog, "wrong")
    assert done.returncode == 1
    assert "line 10" in done.stdout
    assert inkwright(blog, "good").returncode == 0


def test_what_a_run_gave_is_kept_in_the_record(blog: Path) -> None:
    inkwright(blog, "good", "none")
    kept = (blog / "inkwright/posts/good.toml").read_text(encoding="utf-8")
    assert "verified = 1" in kept
    assert not (blog / "inkwright/posts/none.toml").exists()


def test_outside_a_workspace_nothing_is_kept(blog: Path) -> None:
    (blog / "inkwright.toml").unlink()
    before = sorted(blog.rglob("*"))
    assert inkwright(blog, "posts/good/index.md").returncode == 0
    assert sorted(blog.rglob("*")) == before


def test_running_changes_no_post(blog: Path) -> None:
    before = {path: path.read_bytes() for path in blog.rglob("*") if path.is_file()}
    inkwright(blog)
    assert {path: path.read_bytes() for path in before} == before


def test_update_rewrites_the_output_only(blog: Path) -> None:
    done = inkwright(blog, "wrong", "--update")
    assert done.returncode == 0, done.stdout
    assert "1 output rewritten" in done.stdout
    assert (blog / "posts/wrong/index.md").read_text(encoding="utf-8") == WRONG.replace("output\n4", "output\n5")


def test_json_holds_lines_and_reasons(blog: Path) -> None:
    printed = json.loads(inkwright(blog, "--format", "json").stdout)
    assert printed["version"] == 1
    wrong = next(post for post in printed["posts"] if post["path"] == "posts/wrong/index.md")
    assert wrong["snippets"][0]["failed_line"] == 10


def test_a_post_that_cannot_be_read_does_not_hide_the_others(blog: Path) -> None:
    (blog / "posts/good/index.md").write_bytes(b"---\ntitle: x\n---\n\xff\n")
    done = inkwright(blog)
    assert done.returncode == 1
    assert "posts/good/index.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert "posts/wrong/index.md" in done.stdout


def test_an_unknown_name_is_a_sentence(blog: Path) -> None:
    with pytest.raises(UsageError, match="good"):
        list(run(open_workspace(blog), ["goot"], "2026-01-02"))


def test_a_post_that_changed_meanwhile_is_not_overwritten(blog: Path) -> None:
    place = blog / "posts/wrong/index.md"
    place.write_text(
        WRONG.replace("print(5)", f"open({str(place)!r}, 'a').write('typed meanwhile')\nprint(5)"), encoding="utf-8"
    )
    done = inkwright(blog, "wrong", "--update")
    assert done.returncode == 2
    assert "changed on disk" in done.stderr
    assert place.read_text(encoding="utf-8").endswith("typed meanwhile")
