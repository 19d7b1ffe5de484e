"""The law of the house: imports go down, doors alone touch the outside, every module stands alone."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "inkwright"
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"
MODULES = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if path.parent.name not in ("rules",) and "demo/workspace" not in path.as_posix()
)
OUTSIDE = {
    "net": {
        "socket", "http", "urllib.request", "httpx", "httpcore", "ftplib", "smtplib", "imaplib", "aiosmtplib",
        "requests",
    },
    "process": {"subprocess", "multiprocessing", "pty"},
}  # fmt: skip
ALLOWED = {"net": ("net", "ledger"), "process": ("process",)}
LISTENS = {"cli/serving.py", "server/run.py"}
"""Faces that listen on this machine; they open no outgoing connection."""


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class Imports(NamedTuple):
    """The names that a module imports anywhere and at its top, and the lines where a function imports one of ours."""

    anywhere: set[str]
    top: set[str]
    hidden: list[int]


@cache
def imports(path: Path) -> Imports:
    """Each file is parsed once for all tests."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inner = [node for function in functions for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
    hidden = [node.lineno for node in inner if (node.module or "").startswith("inkwright")]
    return Imports(named(nodes), named(tree.body), hidden)


def named(nodes: Iterable[ast.AST]) -> set[str]:
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def contracts(cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT_IMPORTS), "--no-cache", "--config", str(cwd / "pyproject.toml")]
    environment = {"PYTHONPATH": str(cwd / "src"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)


def test_contracts_hold() -> None:
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout


def test_planted_imports_break_them(tmp_path: Path) -> None:
    planted = {
        "model/span.py": "inkwright.text.markdown",
        "lint/__init__.py": "inkwright.site",
        "plan/__init__.py": "inkwright.workspace",
        "cli/output.py": "inkwright.render",
    }
    for path in SOURCE.rglob("*.py"):
        copy = tmp_path / "src" / path.relative_to(SOURCE.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for victim, stranger in planted.items():
        with (tmp_path / "src" / "inkwright" / victim).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {stranger}\n")
    done = contracts(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    told = [(name_of(SOURCE / victim), stranger) for victim, stranger in planted.items()]
    assert [pair for pair in told if f"{pair[0]} -> {pair[1]} (l." not in done.stdout] == []


def needed_at_once() -> dict[str, set[str]]:
    """Our modules, and which of ours each one needs before it is ready: what it imports at its top, and the packages
    that these lie in."""
    names = {name_of(path): path for path in MODULES}
    needs: dict[str, set[str]] = {}
    for name, path in names.items():
        found = imports(path).top
        packages = {one.rsplit(".", part)[0] for one in found for part in range(1, one.count(".") + 1)}
        own = {name.rsplit(".", part)[0] for part in range(1, name.count(".") + 1)}
        needs[name] = (found | packages) & names.keys() - own - {name}
    return needs


def circle(needs: dict[str, set[str]]) -> tuple[str, ...]:
    """Modules that need each other, () when there are none. **Source:** graphlib, depth-first ordering."""
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        return tuple(error.args[1])
    return ()


def test_every_module_stands_alone() -> None:
    """Whichever is imported first: each can be imported, and none needs one that needs it."""
    names = [name_of(path) for path in MODULES if path.name != "__main__.py"]
    script = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)\n"
    done = subprocess.run([sys.executable, "-c", script, *names], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    needs = needed_at_once()
    assert sum(map(len, needs.values())) > len(names), "the imports were not seen"
    assert circle(needs) == ()
    needs["inkwright.model.errors"] = {"inkwright.cli.main"}
    assert "inkwright.model.errors" in circle(needs), "a circle would not be seen"


@pytest.mark.parametrize("door", sorted(OUTSIDE))
def test_only_doors_touch_the_outside(door: str) -> None:
    strangers = [
        f"{path.relative_to(SOURCE)}: {name}"
        for path in MODULES
        if path.relative_to(SOURCE).parts[0] not in ALLOWED[door]
        and not (door == "net" and path.relative_to(SOURCE).as_posix() in LISTENS)
        for name in imports(path).anywhere
        if name in OUTSIDE[door]
    ]
    assert not strangers


def test_no_imports_hide_behind_type_checking() -> None:
    hidden = [str(path) for path in MODULES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")]
    assert not hidden


def test_our_own_modules_are_imported_at_the_top() -> None:
    assert not [f"{path.relative_to(SOURCE)}:{line}" for path in MODULES for line in imports(path).hidden]
