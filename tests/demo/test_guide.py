"""The five-minute guide: every command in it runs and prints what the guide shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "first-post.md"
BLOCK = re.compile(r"^(`{3,4})(?:console|markdown file=(\S+))\n(.*?)^\1$", re.S | re.M)


def test_the_first_post_guide_does_what_it_says(tmp_path: Path) -> None:
    here, run = tmp_path, 0
    for _, path, body in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        if path:
            (here / path).write_text(body, encoding="utf-8")
            continue
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
            words = shlex.split(command)
            if words[0] == "cd":
                here = here / words[1]
                continue
            done = subprocess.run(
                [sys.executable, "-m", *words], cwd=here, capture_output=True, text=True, check=False,
                stdin=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "100"},
            )  # fmt: skip
            assert words[0] == "inkwright"
            assert done.stdout.rstrip() == shown.rstrip(), command + done.stderr
            assert done.returncode == 0
            run += 1
    assert run == 6
    assert (here / "public" / "index.html").exists()
