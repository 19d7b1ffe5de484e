"""The shipped demo blog, as it lies in the package and as a copy to work in."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import inkwright

SHIPPED = Path(inkwright.__file__).parent / "demo"


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The demo's folder in the package."""
    return SHIPPED


@pytest.fixture(scope="session")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo blog that no test changes."""
    folder = tmp_path_factory.mktemp("demo") / "blog"
    shutil.copytree(SHIPPED / "workspace", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def answer(folder: Path, *args: str) -> dict[str, Any]:
    """What a command prints as JSON in a folder; exit code 0 or 1."""
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", *args, "--format", "json"],
        cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)
