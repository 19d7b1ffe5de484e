"""`index` killed at any moment: the next one finds out, makes the index anew and it is equal to a fresh one."""

import os
import random
import subprocess
import sys
import time

import pytest

from inkwright.flows.index import opened_index
from inkwright.workspace import seal
from inkwright.workspace.folder import open_workspace

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))
CHILD = """
import sys
from inkwright.flows.index import index_workspace
from inkwright.workspace import seal
from inkwright.workspace.folder import open_workspace

seal.ALWAYS_SUMMED = int(sys.argv[1])
workspace = open_workspace(".")
index_workspace(workspace)
print("ready", flush=True)
for number in range(1_000_000):
    for name in range(number % 7):
        (workspace.root / f"notes/{name}.md").write_text(f"# Changed {number}\\n\\n" + "word " * 2000)
    index_workspace(workspace, rebuild=number % 5 == 0)
"""


@pytest.mark.parametrize("summed", [seal.ALWAYS_SUMMED, 0])
def test_killed_at_any_moment_the_next_index_equals_a_fresh_one(tmp_path, monkeypatch, summed):
    monkeypatch.setattr(seal, "ALWAYS_SUMMED", summed)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "notes").mkdir()
    for number in range(60):
        (tmp_path / f"notes/{number}.md").write_text(f"# Note {number}\n\n" + "some words " * 300)
    dice, anew, times = random.Random(TORTURE), 0, TORTURE // 10 or 4
    for no in range(times + 40):
        if no >= times and anew:
            break
        command = [sys.executable, "-c", CHILD, str(summed)]
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None and child.stdout.readline() == "ready\n"
            time.sleep(dice.random() * 0.2)
            child.kill()
        workspace = open_workspace(tmp_path)
        with opened_index(workspace) as index:
            kept = index.dump()
            anew += index.report.rebuilt.startswith("damaged")
        with opened_index(workspace, rebuild=True) as index:
            assert index.dump() == kept
    assert anew, "no kill hit an index that was being written: this test shows nothing"
