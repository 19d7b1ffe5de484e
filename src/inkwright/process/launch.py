"""Starts a limited child in a scratch folder: its environment, what it is kept from, and why it was stopped."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from inkwright.process import limits
from inkwright.process.child import Answer, Child
from inkwright.process.interpreter import interpreter
from inkwright.process.sandbox import bubblewrap, wrapped
from inkwright.process.scratch import Scratch


class Limits(Struct, frozen=True):
    """What a run may take and see. `commands` gives the command of each further language, `python` the interpreter
    ("" for the one of the active virtual environment, else our own); `online` lets snippets use the network where
    they could be kept from it; `top` is the folder up to which `..` leads to the original's neighbours."""

    timeout: float = 30.0
    memory_mb: int = 2048
    passed: tuple[str, ...] = ()
    commands: Mapping[str, str] = field(default_factory=dict)
    python: str = ""
    online: bool = False
    top: Path | None = None


def child_environment(scratch: Scratch, limits_: Limits) -> dict[str, str]:
    """The variables that a child sees; programs are looked for beside its Python first."""
    found = limits.environment(os.environ, limits_.passed, scratch.home, scratch.tmp)
    python = Path(limits_.python or interpreter()).parent
    found["PATH"] = f"{python}{os.pathsep}{found.get('PATH', os.defpath)}"
    return found


def launch(
    command: Sequence[str], scratch: Scratch, environment: Mapping[str, str], output: Path, limits_: Limits
) -> Child:
    """Start a program in a scratch folder; `output` is the file that what it prints goes to. Raises OSError."""
    keep = [Path(sys.prefix), Path(sys.base_prefix), Path(__file__).parent, Path(command[0]).parent, scratch.original]
    keep += [limits_.top] if limits_.top else []
    words = wrapped(command, scratch.writable, scratch.tmp, keep, limits_.online)
    return Child(words, scratch.folder, environment, output, limits_.memory_mb)


def why_stopped(answer: Answer, seconds: float) -> str:
    """In words, what ended a child that gave no answer; `seconds` is what it had."""
    code = 128 - answer.code if bubblewrap() and answer.code > 128 else answer.code
    signal_name = ""
    if code < 0:
        with suppress(ValueError):
            signal_name = f" by {signal.Signals(-code).name}"
    words: dict[str, str] = {
        "timeout": f"took longer than the {seconds:g} seconds of [run] timeout and was stopped",
        "output": f"printed more than {limits.OUTPUT_MB} MB and was stopped",
        "processes": f"had more than {limits.PROCESSES} processes at once and was stopped",
        "channel": "closed file descriptors that it did not open, among them the runner's own, and was stopped",
        "killed": f"its process was killed{signal_name} while it ran"
        if code < 0
        else f"its process ended with status {code} instead of going on",
    }
    return words[answer.ended]
