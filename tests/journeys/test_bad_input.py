"""Whatever is wrong with what a user hands in: one sentence with where and what to do, an exit code, nothing lost."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.face import Called, called

POST = "---\ntitle: {0}\ndate: 2026-01-02\n---\n\n# {0}\n\nA paragraph that says what the reader gets.\n"


def inkwright(folder: Path, *args: str) -> Called:
    """The command in a folder."""
    return called(folder, *args)


def by_process(folder: Path, *args: str, program: str = "") -> subprocess.CompletedProcess[str]:
    """As `inkwright`, in a process of its own; `program` is a script there that stands for it."""
    command = [sys.executable, *([program] if program else ["-m", "inkwright"]), *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Everything the user wrote: all files but those that are disposable."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not {".inkwright", "public"} & set(path.relative_to(folder).parts)
    }


def assert_sentence(done: "Called | subprocess.CompletedProcess[str]", *parts: str) -> None:
    assert "Traceback" not in done.stderr + done.stdout
    said = done.stderr + done.stdout
    for part in parts:
        assert part in said, said


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text('base_url = "https://x.example"\n', encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / "posts" / name).mkdir(parents=True)
        (tmp_path / "posts" / name / "index.md").write_text(POST.format(name.capitalize()), encoding="utf-8")
    return tmp_path


READERS = (
    ("check",), ("build",), ("run",), ("board",), ("ideas",), ("index",), ("doctor",), ("outline", "one"),
    ("checklist", "one"),
)  # fmt: skip


@pytest.mark.parametrize(
    "command", [("check", "gone.md"), ("run", "gone.md"), ("outline", "gone"), ("checklist", "gone")]
)
def test_a_missing_file(blog: Path, command: tuple[str, ...]) -> None:
    done = inkwright(blog, *command)
    assert done.returncode == 2
    assert_sentence(done, "gone")


@pytest.mark.parametrize("command", [("check", "."), ("build",), ("run",), ("board",)])
def test_a_folder_without_posts(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "data.csv").write_text("a,b\n", encoding="utf-8")
    done = inkwright(tmp_path, *command)
    assert_sentence(done)
    assert done.returncode in ((2,) if command[0] in ("check", "build") else (0, 2))
    assert done.stderr.strip() or done.stdout.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["data.csv"], "nothing was made"


@pytest.mark.parametrize("command", READERS)
def test_settings_that_are_no_toml(blog: Path, command: tuple[str, ...]) -> None:
    (blog / "inkwright.toml").write_text('title = "a"\nauthor = \n', encoding="utf-8")
    before = bytes_of(blog)
    done = inkwright(blog, *command)
    assert done.returncode == (1 if command == ("doctor",) else 2)
    assert_sentence(done, "inkwright.toml:2")
    assert bytes_of(blog) == before


def test_a_setting_that_does_not_exist_or_has_the_wrong_type(blog: Path) -> None:
    (blog / "inkwright.toml").write_text('titel = "a"\n', encoding="utf-8")
    assert_sentence(inkwright(blog, "check"), "inkwright.toml:1", "title")
    (blog / "inkwright.toml").write_text('\n[site]\nposts_per_page = "ten"\n', encoding="utf-8")
    assert_sentence(inkwright(blog, "build"), "inkwright.toml:3", "posts_per_page")


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    "bad",
    [
        b"---\ntitle: [a\n---\nText.\n",
        b"---\ntitle: a\n---\nA byte \xff that is not UTF-8.\n",
        b"+++\ntitle = \n+++\nT.\n",
    ],
)
def test_one_bad_post_among_good_ones(blog: Path, command: tuple[str, ...], bad: bytes) -> None:
    (blog / "posts" / "two" / "index.md").write_bytes(bad)
    before = bytes_of(blog)
    done = inkwright(blog, *command)
    assert_sentence(done)
    assert done.returncode in (0, 1)
    if command[0] in ("check", "build"):
        assert done.returncode == 1
        assert_sentence(done, "posts/two/index.md")
    assert bytes_of(blog) == before


@contextlib.contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A disk of its own at a folder; skips where this user may not mount one."""
    place.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if not sys.platform.startswith("linux") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextlib.contextmanager
def writable(folder: Path) -> Iterator[None]:
    """A read-only folder, for a moment writable; read-only afterwards in any case."""
    root = os.geteuid() == 0
    if root:
        subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
    else:
        folder.chmod(0o755)
    yield
    if root:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o555)


@pytest.fixture
def readonly(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A blog that nobody may write: by its rights, or for root, whom rights do not stop, on a read-only disk."""
    if os.geteuid() == 0:
        with small_disk(tmp_path_factory.mktemp("disk") / "readonly", "1m") as disk:
            shutil.copytree(blog, disk, dirs_exist_ok=True)
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            yield disk
        return
    for path in [*blog.rglob("*"), blog]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield blog
    for path in [blog, *blog.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


UNWRITABLE = (("idea", "x"), ("log", "x"), ("new", "Third"), ("build",))


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights here")
@pytest.mark.parametrize("command", UNWRITABLE)
def test_a_folder_that_cannot_be_written(readonly: Path, command: tuple[str, ...]) -> None:
    before = bytes_of(readonly)
    done = inkwright(readonly, *command)
    assert_sentence(done)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "permission" in done.stderr.lower() or "read-only" in done.stderr.lower(), done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert bytes_of(readonly) == before


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights here")
@pytest.mark.parametrize("where", [".", "new-blog"])
def test_init_where_nothing_can_be_written(
    readonly: Path, tmp_path_factory: pytest.TempPathFactory, where: str
) -> None:
    disk = readonly if os.geteuid() == 0 else tmp_path_factory.mktemp("elsewhere")
    with writable(disk):
        (disk / "inkwright.toml").unlink(missing_ok=True)
    done = inkwright(disk, "init", where)
    assert done.returncode == 2, done.stdout + done.stderr
    assert_sentence(done)
    assert "permission" in done.stderr.lower() or "read-only" in done.stderr.lower(), done.stderr
    assert not (disk / "inkwright.toml").exists()


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights here")
@pytest.mark.parametrize("command", READERS)
def test_reading_needs_no_rights_to_write(readonly: Path, command: tuple[str, ...]) -> None:
    done = inkwright(readonly, *command)
    assert_sentence(done)
    assert done.returncode == (2 if command in (("build",), ("index",)) else 1 if command == ("doctor",) else 0), done


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [*READERS, ("rule",), ("schema",), ("--help",)])
def test_output_that_cannot_be_written(blog: Path, command: tuple[str, ...]) -> None:
    line = [sys.executable, "-m", "inkwright", *command]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(line, cwd=blog, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "output cannot be written" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_closed_output(blog: Path) -> None:
    command = f"{sys.executable} -m inkwright check >&-"
    done = subprocess.run(command, shell=True, cwd=blog, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "inkwright: standard output is closed, so there is nowhere to print to.\n"


def test_a_reader_that_stops_early(blog: Path) -> None:
    command = f"{sys.executable} -m inkwright rule | head -1"
    done = subprocess.run(command, shell=True, cwd=blog, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_full_disk(tmp_path_factory: pytest.TempPathFactory, blog: Path) -> None:
    with small_disk(tmp_path_factory.mktemp("disk") / "full", "400k") as disk:
        shutil.copytree(blog / "posts", disk / "posts")
        (disk / "inkwright.toml").write_bytes((blog / "inkwright.toml").read_bytes())
        assert by_process(disk, "idea", "before").returncode == 0
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 4096)
        before = bytes_of(disk)
        for command in (("idea", "y" * 9000), ("new", "Third"), ("build",), ("index", "--rebuild")):
            done = by_process(disk, *command)
            assert done.returncode == 2, (command, done.stdout, done.stderr)
            assert_sentence(done, "full")
            assert bytes_of(disk) == before, command
        (disk / "filler").unlink()
        assert by_process(disk, "idea", "after").returncode == 0
        assert "after" in (disk / "ideas.md").read_text(encoding="utf-8")


STARTED = "import runpy, signal; signal.signal(signal.SIGINT, signal.SIG_DFL); print('up', flush=True); \
runpy.run_module('inkwright', run_name='__main__')"
"""The program, once Python itself has started: before that Ctrl-C is Python's."""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a POSIX signal")
@pytest.mark.parametrize("command", [("build",), ("check",), ("run",)])
@pytest.mark.parametrize("after", [0.15, 0.3, 0.6])
def test_ctrl_c_in_the_middle(blog: Path, command: tuple[str, ...], after: float) -> None:
    for number in range(150):
        (blog / "posts" / f"p{number}.md").write_text(POST.format(number) + "\n\nText. " * 400, encoding="utf-8")
    (blog / "posts" / "slow.md").write_text(
        "---\ntitle: s\n---\n\n```python\nimport time\ntime.sleep(9)\n```\n", encoding="utf-8"
    )
    before = bytes_of(blog)
    process = subprocess.Popen(
        [sys.executable, "-c", STARTED, *command],
        cwd=blog,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "up\n"
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in out + err
    assert process.returncode in (130, -signal.SIGINT, 0, 1)
    assert bytes_of(blog) == before
    again = inkwright(blog, "build")
    assert again.returncode == 0, again.stderr
    assert "</html>" in (blog / "public" / "posts" / "one" / "index.html").read_text(encoding="utf-8")
