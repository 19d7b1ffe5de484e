"""How a post stands is found out from its files alone, and `check` says where."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.run import run
from inkwright.flows.run_state import run_standing
from inkwright.model.run import Standing
from inkwright.text.markdown import parse
from inkwright.workspace.folder import open_workspace

POST = """---
title: A
---

```python
x = 4
```

```python
print(x, open('n.txt').read())
```

```output
4 7
```
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts/a").mkdir(parents=True)
    (tmp_path / "posts/a/index.md").write_text(POST, encoding="utf-8")
    (tmp_path / "posts/a/n.txt").write_text("7", encoding="utf-8")
    return tmp_path


def standing(blog: Path) -> Standing:
    workspace = open_workspace(blog)
    return run_standing(workspace, parse(workspace.read("posts/a/index.md")), "a")


def test_code_data_and_lock_files_go_stale(blog: Path) -> None:
    (blog / "requirements.txt").write_text("numpy==1", encoding="utf-8")
    assert standing(blog).state == "never"
    assert next(run(open_workspace(blog), ["a"], "2026-01-02")).failed == 0
    assert standing(blog).state == "passed"
    (blog / "posts/a/n.txt").write_text("8", encoding="utf-8")
    assert standing(blog) == Standing("stale", (2,), ("posts/a/n.txt",))
    (blog / "posts/a/n.txt").write_text("7", encoding="utf-8")
    (blog / "requirements.txt").write_text("numpy==2", encoding="utf-8")
    assert standing(blog).files == ("requirements.txt",)


def test_check_names_the_stale_fence_and_runs_nothing(blog: Path) -> None:
    assert next(run(open_workspace(blog), ["a"], "2026-01-02")).failed == 0
    place = blog / "posts/a/index.md"
    place.write_text(POST.replace("print(x,", "open('/tmp/ran', 'w'); print(x + 1,"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", "check", "--force", "--format", "json", "posts/a/index.md"],
        cwd=blog, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = [one for one in json.loads(done.stdout)["findings"] if one["rule"] == "stale-run"]
    assert [(one["line"], one["severity"]) for one in found] == [(9, "error")]
    assert done.returncode == 1


def test_a_file_beside_the_posts_goes_stale_as_well(blog: Path) -> None:
    place = blog / "talks" / "intro.md"
    place.parent.mkdir()
    place.write_text("# Intro\n\n```python\nprint(4)\n```\n\n```output\n4\n```\n", encoding="utf-8")

    def inkwright(*args: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", *args]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    assert inkwright("check", "talks/intro.md").returncode == 0
    assert inkwright("run", "talks/intro.md").returncode == 0
    place.write_text(place.read_text("utf-8").replace("print(4)", "print(5)"), encoding="utf-8")
    stale = inkwright("check", "talks/intro.md")
    assert stale.returncode == 1
    assert "talks/intro.md:3:1: error:" in stale.stdout
    assert "[stale-run]" in stale.stdout
