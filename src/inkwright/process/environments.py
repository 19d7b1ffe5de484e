"""Fresh virtual environments with a post's declared packages, made once for each declaration."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from inkwright.model.errors import UsageError
from inkwright.process.programs import program

_SECONDS = 900


def environment_name(packages: Sequence[str], python: str = "") -> str:
    """The name of the environment for a declaration and a Python version ("3.11.7"; "" is the running one)."""
    version = python or ".".join(map(str, sys.version_info[:3]))
    text = "\0".join((version, *packages))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def environment_python(folder: Path) -> Path:
    """The interpreter of the environment in a folder, whether it is there yet or not."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_made(folder: Path) -> bool:
    """Whether an environment was made there to its end."""
    return (folder / "made").exists()


def make_environment(folder: Path, packages: Sequence[str], path: str) -> None:
    """Make a virtual environment and install packages into it, over the network, with uv where it is installed, else
    with venv and pip. `path` is the post, for messages. Raises UsageError when a package cannot be installed."""
    shutil.rmtree(folder, ignore_errors=True)
    uv = program("uv")
    python = str(environment_python(folder))
    with_uv = [uv, "venv", "--quiet", "--python", sys.executable, str(folder)]
    _step(with_uv if uv else [sys.executable, "-m", "venv", str(folder)], path)
    if packages:
        uv_install = [uv, "pip", "install", "--quiet", "--python", python]
        pip_install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        _step([*(uv_install if uv else pip_install), "--", *packages], path)
    (folder / "made").write_text("\n".join(packages), encoding="utf-8")


def _step(command: Sequence[str], path: str) -> None:
    hint = "Mend the declaration (requires: in front matter, or the script block), or the network, and try again."
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False, text=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise UsageError(f"the environment cannot be made: {error}", path=path, hint=hint) from error
    if done.returncode:
        lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        said = next((line for line in lines if line.lower().startswith("error")), lines[-1] if lines else "it failed")
        raise UsageError(f"the environment cannot be made: {said}", path=path, hint=hint)
