"""The writer's own editor, opened on a file and waited for."""

import contextlib
import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from inkwright.model.errors import UsageError

_HINT = "Set EDITOR (for example `export EDITOR=nano`), or use --no-editor and open the file yourself."


def editor_command(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The words of VISUAL, else EDITOR. Raises UsageError when neither is set or its quotes do not close."""
    written = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        words = shlex.split(written, posix=os.name != "nt")
    except ValueError as error:
        raise UsageError(f"the editor `{written}` cannot be understood ({error})", hint=_HINT) from error
    if not words:
        raise UsageError("no editor is set", hint=_HINT)
    return tuple(words)


class Editor:
    """An editor that is open."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def wait(self, seconds: float) -> bool:
        """Wait until it is closed, so long at most; whether it is."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


@contextlib.contextmanager
def editing(place: Path, command: tuple[str, ...]) -> Iterator[Editor]:
    """Open a file in an editor that has this terminal. Ctrl-C is the editor's own meanwhile.

    Raises UsageError when the editor cannot be started.
    """
    try:
        process = subprocess.Popen([*command, str(place)])
    except OSError as error:
        said = f"the editor `{command[0]}` cannot be started ({error.strerror})"
        raise UsageError(said, hint=_HINT) from error
    main = threading.current_thread() is threading.main_thread()
    old = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
    try:
        yield Editor(process)
    finally:
        if main:
            signal.signal(signal.SIGINT, old)
