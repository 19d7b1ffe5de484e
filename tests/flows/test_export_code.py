"""`export --to notebook` and `--to script` on a workspace."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.export_code import export_code
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

POST = (
    "---\ntitle: Load\nrequires: [numpy]\n---\n\n```python\nprint(open('data.csv').read())\n```\n\n"
    "![a plot](plot.svg)\n\n```bash\necho hi\n```\n"
)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    (root / "posts" / "load").mkdir(parents=True)
    (root / "inkwright.toml").write_text("", encoding="utf-8")
    (root / "posts/load/index.md").write_text(POST, encoding="utf-8")
    for name, text in (("data.csv", "1,2\n"), ("plot.svg", "<svg/>")):
        (root / "posts/load" / name).write_text(text, encoding="utf-8")
    return root


def test_a_notebook_lies_beside_its_post(blog: Path) -> None:
    done = export_code(open_workspace(blog), "load", "notebook")
    assert [path for path, _ in done.written] == ["posts/load/load.ipynb"]
    assert json.loads((blog / "posts/load/load.ipynb").read_text(encoding="utf-8"))["nbformat"] == 4
    again = export_code(open_workspace(blog), "load", "notebook")
    assert (again.written, again.unchanged) == ((), ("posts/load/load.ipynb",))


def test_elsewhere_what_the_code_reads_comes_along(blog: Path, tmp_path: Path) -> None:
    done = export_code(open_workspace(blog), "load", "script", str(tmp_path / "out"))
    names = sorted(Path(path).name for path, _ in done.written)
    assert names == ["data.csv", "load-code.py", "plot.svg"]
    run = subprocess.run(
        [sys.executable, "load-code.py"], cwd=tmp_path / "out", capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (0, "1,2\n\n")


def test_what_neither_code_nor_prose_names_stays_home(blog: Path, tmp_path: Path) -> None:
    (blog / "posts/load/raw-answers.csv").write_text("private", encoding="utf-8")
    done = export_code(open_workspace(blog), "load", "script", str(tmp_path / "out"))
    assert {Path(path).name for path, _ in done.written} == {"load-code.py", "data.csv", "plot.svg"}


def test_an_older_export_beside_the_post_does_not_win(blog: Path, tmp_path: Path) -> None:
    (blog / "posts/load/load-code.py").write_text("old = 1\n", encoding="utf-8")
    export_code(open_workspace(blog), "load", "script", str(tmp_path / "out"))
    assert "old" not in (tmp_path / "out/load-code.py").read_text(encoding="utf-8")


def test_what_is_there_is_not_replaced_unasked(blog: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "plot.svg").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"plot\.svg: there is already a file"):
        export_code(open_workspace(blog), "load", "script", str(out))
    assert sorted(path.name for path in out.iterdir()) == ["plot.svg"]
    export_code(open_workspace(blog), "load", "script", str(out), force=True)
    assert (out / "plot.svg").read_text(encoding="utf-8") == "<svg/>"


def test_each_language_that_runs_here_gets_its_script(blog: Path, tmp_path: Path) -> None:
    (blog / "inkwright.toml").write_text('[run.languages]\nsh = "bash"\n', encoding="utf-8")
    done = export_code(open_workspace(blog), "load", "script")
    assert [path for path, _ in done.written] == ["posts/load/load-code.py", "posts/load/load.sh"]


def test_a_post_of_another_language_is_exported_all_the_same(blog: Path) -> None:
    (blog / "posts/load/index.md").write_text("---\ntitle: x\n---\n\n```bash\necho hi\n```\n", encoding="utf-8")
    assert [path for path, _ in export_code(open_workspace(blog), "load", "script").written] == ["posts/load/load.sh"]
    with pytest.raises(UsageError, match="no Python"):
        export_code(open_workspace(blog), "load", "notebook")


def test_a_post_without_code_says_so(blog: Path) -> None:
    text = '---\ntitle: x\n---\n\n```python norun="why"\nx\n```\n\n```yaml\na: b\n```\n'
    (blog / "posts/load/index.md").write_text(text, encoding="utf-8")
    for target in ("notebook", "script"):
        with pytest.raises(UsageError, match="in this post"):
            export_code(open_workspace(blog), "load", target)


def test_the_command_line(blog: Path) -> None:
    def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", "export", *words]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    (blog / "posts/load/index.md").write_text(POST + "\n```python\n!ls\n```\n", encoding="utf-8")
    done = inkwright("load", "--to", "script")
    assert (done.returncode, done.stdout) == (
        0,
        "wrote posts/load/load-code.py: its Python, 1 of its pieces commented out\n",
    )
    assert inkwright("load", "--to", "script").stdout == "unchanged posts/load/load-code.py\n"
    refused = inkwright("load", "--to", "script", "--no-prose")
    assert refused.returncode == 2 and "--force" in refused.stderr
    assert inkwright("load", "--to", "script", "--no-prose", "--force").returncode == 0
    assert inkwright("load").returncode == 2
    assert inkwright("nothing", "--to", "notebook").returncode == 2
