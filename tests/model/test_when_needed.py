"""Modules that few runs need are read when they are first used, and not before."""

import ast
import builtins
import importlib.util
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from inkwright.model.when_needed import when_needed

SOURCE = Path(__file__).resolve().parents[2] / "src"


def blocks() -> Iterator[tuple[Path, ast.With]]:
    """Every `with when_needed(...)` of the package, wherever it stands."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "when_needed(" in text else ():
            if isinstance(node, ast.With) and "when_needed" in ast.dump(node.items[0]):
                yield path, node


BLOCKS = list(blocks())


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "told"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "part.py").write_text("import told\ntold.read = True\nWORD = 'hello'\n")
    (folder / "late.py").write_text(
        "from inkwright.model.when_needed import when_needed\n\n"
        "with when_needed(__name__):\n    from told import missing\n    from told import part as other\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] == "told"]:
        del sys.modules[name]


def test_a_module_is_read_when_it_is_first_used(package: Path) -> None:
    late = importlib.import_module("told.late")
    assert "told.part" not in sys.modules
    assert late.other.WORD == "hello"
    assert sys.modules["told"].read
    assert late.other.WORD is sys.modules["told.part"].WORD


def test_what_is_not_there_is_said_where_it_is_used(package: Path) -> None:
    late = importlib.import_module("told.late")
    with pytest.raises(ModuleNotFoundError, match=r"told\.missing"):
        late.missing.anything  # noqa: B018
    with pytest.raises(AttributeError):
        late.other.no_such_word  # noqa: B018


def test_other_modules_are_read_at_once_meanwhile_and_afterwards(package: Path) -> None:
    usual = builtins.__import__
    with when_needed("someone else"):
        from told import part

        assert part.WORD == "hello"
        assert "told.part" in sys.modules
    with pytest.raises(ZeroDivisionError), when_needed("nobody"):
        raise ZeroDivisionError
    assert builtins.__import__ is usual


def test_two_threads_take_turns() -> None:
    usual = builtins.__import__
    inside: list[int] = []
    most: list[int] = []

    def name_some() -> None:
        for _ in range(200):
            with when_needed("nobody"):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=name_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert builtins.__import__ is usual


@pytest.mark.parametrize(("path", "block"), BLOCKS, ids=[str(path.relative_to(SOURCE)) for path, _ in BLOCKS])
def test_only_whole_modules_that_are_there_are_named_so(path: Path, block: ast.With) -> None:
    assert block.col_offset == 0
    assert ast.unparse(block.items[0]) == "when_needed(__name__)"
    for line in block.body:
        assert isinstance(line, ast.ImportFrom)
        assert line.module is not None
        assert line.module.startswith("inkwright.")
        for name in line.names:
            assert importlib.util.find_spec(f"{line.module}.{name.name}"), name.name


def test_a_build_of_a_plain_post_reads_nothing_that_only_few_posts_need(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text('base_url = "https://ada.example"\n')
    (tmp_path / "posts").mkdir()
    post = tmp_path / "posts" / "one.md"
    head = "---\ntitle: One\ndate: 2026-01-03\ndescription: Said.\n---\n"
    post.write_text(f"{head}Some words.\n\n```python\nprint(1)\n```\n")
    code = (
        "import sys\nfrom inkwright.cli.main import main\nmain(['build'], standalone_mode=False)\n"
        "print(*(name for name in sys.modules if name.startswith('inkwright')), file=sys.stderr)"
    )
    for words in ("Some words.", "Other words."):
        post.write_text(f"{head}{words}\n\n```python\nprint(1)\n```\n")
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    read = done.stderr.split()
    assert "inkwright.site.few_posts" in read
    few = {"render.charts", "render.data_blocks", "render.math", "text.plan_marks", "site.embeds", "site.overview"}
    assert [name for name in read if name.removeprefix("inkwright.") in few] == []
