"""The program's face in this process: what a process for each call would show, in a tenth of its time."""

import contextlib
import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from inkwright.cli.main import run


@dataclass(frozen=True)
class Called:
    """What a call printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def called(folder: Path, *args: str, environment: Mapping[str, str] | None = None) -> Called:
    """`inkwright` with its arguments in a folder, where nobody can be asked; `environment` replaces all variables."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(folder))
        stack.enter_context(mock.patch.object(sys, "argv", ["inkwright", *args]))
        stack.enter_context(
            mock.patch.object(sys, "stdin", stack.enter_context(Path(os.devnull).open(encoding="utf-8")))
        )
        stack.enter_context(mock.patch.object(sys, "stdout", out))
        stack.enter_context(mock.patch.object(sys, "stderr", err))
        if environment is not None:
            stack.enter_context(mock.patch.dict(os.environ, environment, clear=True))
        code: object = 0
        try:
            run()
        except SystemExit as end:
            code = end.code
        for one in (out, err):
            one.flush()
    said = [one.buffer.getvalue().decode() for one in (out, err)]  # type: ignore[attr-defined]
    return Called(int(code or 0) if isinstance(code, int) or code is None else 1, *said)
