"""`decision` on a workspace."""

import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.decision import decide
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

POST = "---\ntitle:   Odd   # kept\n---\r\n\r\n## Decisions\r\n\r\n- 2026-01-01: a\r\n\r\n## Next\r\n\r\nx  \r\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts" / "kv").mkdir(parents=True)
    (tmp_path / "posts" / "kv" / "index.md").write_bytes(POST.encode())
    return tmp_path


def test_one_line_more_and_nothing_else(blog: Path) -> None:
    done = decide(open_workspace(blog), "kv", "Keep it", "simple", "2026-11-21")
    assert (done.path, done.line, done.text) == ("posts/kv/index.md", 8, "2026-11-21: Keep it. Why: simple")
    now = (blog / "posts/kv/index.md").read_bytes().decode()
    assert now == POST.replace("a\r\n", "a\r\n- 2026-11-21: Keep it. Why: simple\r\n", 1)


def test_a_decision_that_would_be_code_is_refused(blog: Path) -> None:
    (blog / "posts/kv/index.md").write_text("Text.\n\n```python\nopen\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"posts/kv/index\.md:\d+: .*would not be read as one"):
        decide(open_workspace(blog), "kv", "Keep it", "", "2026-11-21")
    assert (blog / "posts/kv/index.md").read_text(encoding="utf-8") == "Text.\n\n```python\nopen\n"


def test_the_command_line(blog: Path) -> None:
    def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", *words]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    done = inkwright("decision", "kv", "Two", "words", "--why", "so")
    assert done.returncode == 0
    assert done.stdout.startswith("posts/kv/index.md:8: 20") and done.stdout.endswith(": Two words. Why: so\n")
    assert inkwright("decision", "kv", "").returncode == 2
    assert inkwright("new", "A sensor", "--template", "project").returncode == 0
    assert inkwright("decision", "a-sensor", "One box").returncode == 0
    text = (blog / "posts/a-sensor/index.md").read_text(encoding="utf-8")
    assert text.count("One box") == 1
