"""The writer's text survives: every system call may fail, every process may be killed, two may write at once."""

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from inkwright.model.errors import ConflictError, UnwritableError
from inkwright.workspace import atomic
from inkwright.workspace.folder import hash_of, open_workspace

TORTURE = int(os.environ.get("INKWRIGHT_TORTURE", "0"))
OLD = "old line\n" * 2000
NEW = "new line, longer\n" * 2500


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = open_workspace(tmp_path)
    found.write("a.md", OLD)
    return found


def strays(root):
    return [path for path in root.rglob("*") if atomic.MARK in path.name]


def failing(monkeypatch, name, code, nth=1):
    """Make the nth call of an `os` function fail."""
    real, calls = getattr(os, name), []

    def fail(*args, **kwargs):
        calls.append(1)
        if len(calls) == nth:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, name, fail)
    return calls


FAULTS = [
    (name, code)
    for name in ("open", "fchmod", "write", "fsync", "replace")
    for code in (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)
]


@pytest.mark.parametrize(("name", "code"), FAULTS)
@pytest.mark.parametrize("nth", [1, 2])
def test_a_failing_system_call_leaves_old_or_new_text_and_no_stray_file(workspace, monkeypatch, name, code, nth):
    calls = failing(monkeypatch, name, code, nth)
    try:
        workspace.write("a.md", NEW)
        failed = False
    except UnwritableError as error:
        failed = True
        assert re.match(r"a\.md: [a-z].*\. [A-Z].*\.$", str(error)) and error.path == "a.md"
        assert ("nothing was changed" in str(error)) != ("it was written" in str(error))
        written = "it was written" in str(error)
    monkeypatch.undo()
    assert failed == (len(calls) >= nth)
    assert workspace.read("a.md").text == (OLD if failed and not written else NEW)
    assert strays(workspace.root) == []
    workspace.write("a.md", NEW)
    assert workspace.read("a.md").text == NEW


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("name", ["open", "write", "fsync"])
def test_a_failing_append_leaves_the_file_as_it_was(workspace, monkeypatch, name, code):
    failing(monkeypatch, name, code, nth=2 if name == "open" else 1)
    with pytest.raises(UnwritableError):
        workspace.append_line("a.md", "- new")
    monkeypatch.undo()
    assert workspace.read("a.md").text == OLD
    workspace.append_line("a.md", "- new")
    assert workspace.read("a.md").text == OLD + "- new\n"


def test_an_append_of_which_only_a_part_fits_is_taken_back(workspace, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    with pytest.raises(
        UnwritableError, match=r"the disk is full; nothing was changed\. Free some space and run it again."
    ):
        workspace.append_line("a.md", "- new")
    monkeypatch.undo()
    assert workspace.read("a.md").text == OLD


def test_a_write_in_small_pieces_is_whole(workspace, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:1000]))
    workspace.write("a.md", NEW)
    monkeypatch.undo()
    assert workspace.read("a.md").text == NEW


def test_ctrl_c_in_the_middle_leaves_the_old_text(workspace, monkeypatch):
    def interrupt(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        workspace.write("a.md", NEW)
    monkeypatch.undo()
    assert workspace.read("a.md").text == OLD and strays(workspace.root) == []


def test_the_bytes_are_on_the_disk_before_the_name_and_the_name_before_it_returns(workspace, monkeypatch):
    calls = []
    for name in ("write", "fsync", "replace", "ftruncate"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, name=name, real=real: (calls.append(name), real(*args))[1])
    workspace.write("a.md", NEW)
    assert calls == ["write", "fsync", "replace", "fsync"]
    calls.clear()
    workspace.append_line("a.md", "- x")
    assert calls == ["write", "fsync"]
    calls.clear()
    workspace.append_line("fresh.md", "- x")
    assert calls == ["write", "fsync", "fsync"]


def test_what_is_not_ours_is_never_swept(workspace, tmp_path):
    staging = tmp_path / ".inkwright/writing"
    staging.mkdir(parents=True, exist_ok=True)
    (staging / "note").write_bytes(os.fsencode(tmp_path / "a.md"))
    (staging / "odd").write_bytes(b"\x00\xff")
    assert atomic.sweep(staging) == 0
    assert workspace.read("a.md").text == OLD


def test_nothing_is_swept_while_another_process_writes(workspace, tmp_path):
    left = tmp_path / f".a.md{atomic.MARK}12"
    left.write_text("half")
    staging = tmp_path / ".inkwright/writing"
    (staging / "note").write_bytes(os.fsencode(left))
    with atomic.locked(tmp_path / ".inkwright/lock"):
        assert open_workspace(tmp_path).sweep() == 0
    assert left.exists()
    open_workspace(tmp_path)
    assert strays(tmp_path) == []


WRITER = """
import sys
from inkwright.workspace.folder import open_workspace
workspace = open_workspace(sys.argv[1])
texts = ["old line\\n" * 2000, "new line, longer\\n" * 2500]
print("ready", flush=True)
for turn in range(10**9):
    workspace.write("a.md", texts[turn % 2])
"""


def test_killed_in_the_middle_the_file_is_old_or_new_and_the_next_start_leaves_nothing(workspace):
    dice = random.Random(TORTURE or 7)
    for _ in range(TORTURE or 8):
        child = subprocess.Popen([sys.executable, "-c", WRITER, str(workspace.root)], stdout=subprocess.PIPE)
        child.stdout.readline()
        time.sleep(dice.uniform(0, 0.02))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert (workspace.root / "a.md").read_text() in (OLD, NEW)
        open_workspace(workspace.root)
        assert strays(workspace.root) == []


APPENDER = """
import sys
from inkwright.workspace.folder import open_workspace
workspace = open_workspace(sys.argv[1])
for turn in range(int(sys.argv[3])):
    workspace.append_line("ideas.md", f"- {sys.argv[2]} {turn}")
"""


def test_two_processes_that_append_at_once_lose_nothing(workspace):
    turns = TORTURE or 60
    children = [
        subprocess.Popen([sys.executable, "-c", APPENDER, str(workspace.root), name, str(turns)]) for name in "ab"
    ]
    assert [child.wait() for child in children] == [0, 0]
    lines = workspace.read("ideas.md").text.splitlines()
    assert sorted(lines) == sorted(f"- {name} {turn}" for name in "ab" for turn in range(turns))


EDITOR = """
import sys
from inkwright.model.errors import ConflictError
from inkwright.workspace.folder import hash_of, open_workspace
workspace = open_workspace(sys.argv[1])
for turn in range(int(sys.argv[3])):
    while True:
        text = workspace.read("counted.md").text
        try:
            workspace.write("counted.md", text + f"{sys.argv[2]} {turn}\\n", expected=hash_of(text))
        except ConflictError:
            continue
        break
"""


def test_two_processes_that_edit_at_once_lose_nothing(workspace):
    workspace.write("counted.md", "")
    turns = TORTURE or 40
    children = [
        subprocess.Popen([sys.executable, "-c", EDITOR, str(workspace.root), name, str(turns)]) for name in "ab"
    ]
    assert [child.wait() for child in children] == [0, 0]
    assert sorted(workspace.read("counted.md").text.splitlines()) == sorted(
        f"{name} {turn}" for name in "ab" for turn in range(turns)
    )


def test_random_interleavings_of_two_writers_lose_no_edit(workspace):
    """Two programs read and write in any order; each edit is in the file, or its writer was told of the conflict."""
    dice = random.Random(11)
    for _ in range((TORTURE * 10) or 150):
        workspace.write("shared.md", "")
        seen, kept = {"a": "", "b": ""}, []
        for step in range(6):
            who = dice.choice("ab")
            if dice.random() < 0.5:
                seen[who] = workspace.read("shared.md").text
                continue
            try:
                workspace.write("shared.md", seen[who] + f"{who}{step}\n", expected=hash_of(seen[who]))
                kept.append(f"{who}{step}")
                seen[who] += f"{who}{step}\n"
            except ConflictError:
                pass
        assert workspace.read("shared.md").text.split() == kept


def small_disk(folder):
    """A disk of 256 KB at `folder`; False where the system does not let us have one."""
    if os.name == "nt" or not shutil.which("mount"):
        return False
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)], capture_output=True)
    return done.returncode == 0


def test_a_full_disk_gives_a_clear_message_and_works_again_afterwards(tmp_path, monkeypatch):
    disk = tmp_path / "disk"
    disk.mkdir()
    real = small_disk(disk)
    try:
        (disk / "inkwright.toml").touch()
        workspace = open_workspace(disk)
        workspace.write("a.md", "precious\n")
        if real:
            filler = disk / "filler"
            with pytest.raises(OSError), filler.open("wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 4096)
            assert shutil.disk_usage(disk).free == 0
        else:  # no disk of our own to fill: every write says what a full one says
            monkeypatch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        for act in (lambda: workspace.write("a.md", "x" * 50_000), lambda: workspace.append_line("a.md", "x" * 50_000)):
            with pytest.raises(UnwritableError, match=r"a\.md: the disk is full; nothing was changed. Free some space"):
                act()
        assert workspace.read("a.md").text == "precious\n" and strays(disk) == []
        monkeypatch.undo()
        if real:
            filler.unlink()
        workspace.write("a.md", "x" * 50_000)
        workspace.append_line("a.md", "more")
        assert workspace.read("a.md").text == "x" * 50_000 + "\nmore\n"
    finally:
        if real:
            subprocess.run(["umount", str(disk)], check=True)
