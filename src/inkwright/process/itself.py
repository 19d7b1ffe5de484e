"""Runs the product's own commands as a user would, each in a new process."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def run_inkwright(arguments: Sequence[str], folder: Path) -> tuple[str, int]:
    """What `inkwright ARGUMENTS` prints in a folder, errors included in order, and its exit code.

    Never asks anything: its input is empty. It acts on that folder whatever INKWRIGHT_WORKSPACE says.
    """
    kept = {name: value for name, value in os.environ.items() if name != "INKWRIGHT_WORKSPACE"}
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", *arguments],
        cwd=folder, env={**kept, "PYTHONIOENCODING": "utf-8"}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n"), done.returncode
