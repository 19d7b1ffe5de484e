"""The law of the house: imports go down, doors alone touch the outside, every module stands alone."""

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

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


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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


@pytest.mark.parametrize(
    ("planted_in", "line"),
    [
        ("model/span.py", "import inkwright.text.markdown"),
        ("lint/__init__.py", "import inkwright.site"),
        ("plan/__init__.py", "import inkwright.workspace"),
        ("cli/output.py", "import inkwright.render"),
    ],
)
def test_a_planted_import_breaks_them(tmp_path: Path, planted_in: str, line: str) -> None:
    for path in SOURCE.rglob("*.py"):
        copy = tmp_path / "src" / path.relative_to(SOURCE.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    victim = tmp_path / "src" / "inkwright" / planted_in
    victim.write_text(victim.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    done = contracts(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout


def needed_at_once() -> dict[str, set[str]]:
    """Our modules, and which of ours each one needs before it is ready: what it imports at its top, and the packages
    that these lie in."""
    names = {name_of(path): path for path in MODULES}
    needs: dict[str, set[str]] = {}
    for name, path in names.items():
        tops = ast.parse(path.read_text(encoding="utf-8")).body
        found: set[str] = set()
        for node in tops:
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
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
        for name in imported(path)
        if name in OUTSIDE[door]
    ]
    assert not strangers


def test_no_imports_hide_behind_type_checking() -> None:
    hidden = [str(path) for path in MODULES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")]
    assert not hidden


def test_our_own_modules_are_imported_at_the_top() -> None:
    hidden = []
    for path in MODULES:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                hidden += [
                    f"{path.relative_to(SOURCE)}:{node.lineno}"
                    for node in ast.walk(function)
                    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("inkwright")
                ]
    assert not hidden
