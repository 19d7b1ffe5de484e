"""Programs that send a site away (git, rsync), run with the writer's own environment, which holds their keys."""

import os
import subprocess
from collections.abc import Sequence

from msgspec import Struct

from inkwright.model.errors import UsageError
from inkwright.process.programs import program

SECONDS = 900
"""Seconds that one of them may take. **Source:** own choice: a site of 1 GB over 10 Mbit/s."""
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")


class Ran(Struct, frozen=True):
    """What a program came to: its exit code, what it printed, and its errors as text."""

    code: int
    output: bytes = b""
    errors: str = ""


def run_tool(words: Sequence[str], folder: str, stdin: bytes = b"") -> Ran:
    """Run a program to its end. It is never asked anything: what needs a password fails. Raises UsageError for a
    program that is not there or takes too long."""
    if not program(words[0]):
        raise UsageError(f"`{words[0]}` is not installed", hint="Install it, or choose another kind of target.")
    own = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        done = subprocess.run(
            list(words), cwd=folder, input=stdin, capture_output=True, timeout=SECONDS, check=False,
            env={**own, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"`{words[0]}` took longer than {SECONDS} seconds", hint="Run it again.") from error
    except OSError as error:
        raise UsageError(f"`{words[0]}` cannot be started ({error.strerror})") from error
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())
