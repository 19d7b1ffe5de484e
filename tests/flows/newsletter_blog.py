"""A blog with readers that sends through the command line, as a user would."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.ledger.sending import add_readers

from inkwright.ledger.open import open_ledger

SETTINGS = """base_url = "https://me.dev"
title = "Ada's letters"
[newsletter]
sender = "Ada <ada@me.dev>"
url = "https://letters.me.dev"
bounces = "bounces@me.dev"
{newsletter}
[relay]
host = "127.0.0.1"
port = {port}
security = "none"
rate = 0
connections = {connections}
"""
HURRIED = """
from datetime import timedelta
from inkwright.__main__ import run
from inkwright.newsletter import retry, sending, waits
retry._SOON = (timedelta(seconds=0.5), timedelta(seconds=3))
sending.LEDGER_WAIT = 1.0
waits.SHORT = timedelta(seconds=1)
run()
"""
"""The program with its waits cut to a tenth: for another try after a broken connection, for a ledger that
cannot be written, and before a wait is told."""
POST = "---\ntitle: Hello there\ndate: 2026-11-01\n---\n\nSome **words** for all who read this.\n"


@dataclass(frozen=True)
class Blog:
    """Its folder, and where its ledger is: "" for the file of the workspace."""

    folder: Path
    ledger: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    hurried: bool = False
    """Whether its program waits a tenth of what it waits for its users."""

    @property
    def place(self) -> str | Path:
        return self.ledger or self.folder / "private" / "inkwright.db"

    def command(self, *words: str) -> tuple[list[str], dict[str, object]]:
        environment = {**os.environ, **self.environment, **({"INKWRIGHT_LEDGER": self.ledger} if self.ledger else {})}
        environment.pop("INKWRIGHT_OFFLINE", None)
        program = ["-c", HURRIED] if self.hurried else ["-m", "inkwright"]
        return [sys.executable, *program, *words], {"cwd": self.folder, "env": environment}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command, more = self.command(*words)
        return subprocess.run(command, capture_output=True, text=True, timeout=900, check=False, **more)  # type: ignore[call-overload]

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        command, more = self.command(*words)
        with (self.folder / "said.txt").open("ab") as said:
            return subprocess.Popen(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, **more)  # type: ignore[call-overload]


def make_blog(
    folder: Path, port: int, readers: int, *, ledger: str = "", connections: int = 4, newsletter: str = "",
    environment: dict[str, str] | None = None, hurried: bool = False,
) -> Blog:  # fmt: skip
    """A blog with the post `hello` and so many active readers, `reader1@example.org` and on."""
    (folder / "posts" / "hello").mkdir(parents=True)
    (folder / "private").mkdir()
    (folder / "posts" / "hello" / "index.md").write_text(POST, encoding="utf-8")
    settings = SETTINGS.format(port=port, connections=connections, newsletter=newsletter)
    (folder / "inkwright.toml").write_text(settings, encoding="utf-8")
    blog = Blog(folder, ledger, environment or {}, hurried)
    opened = open_ledger(blog.place)
    with opened.write(durable=True) as connection:
        for start in range(1, readers + 1, 5000):
            add_readers(connection, min(5000, readers + 1 - start), start=start)
    opened.close()
    return blog
