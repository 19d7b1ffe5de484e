"""The runner keeps its limits, ends what it started, and goes on with the next snippet whatever one does."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inkwright.evidence.cells import cells_of
from inkwright.model.snippet import Cell, CellResult
from inkwright.process import limits, sandbox
from inkwright.process.interpreter import interpreter, version_of
from inkwright.process.launch import Limits
from inkwright.process.runner import Runner
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets

POSIX = pytest.mark.skipif(os.name != "posix", reason="limits exist on POSIX systems only")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what escaped is found on Linux only")


@pytest.fixture
def no_bubblewrap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sandbox, "program", lambda name: "")
    sandbox.bubblewrap.cache_clear()
    yield
    sandbox.bubblewrap.cache_clear()


def cells(*codes: str, language: str = "python") -> list[Cell]:
    return [Cell(number, language, f"{code}\n") for number, code in enumerate(codes, 1)]


def ran(folder: Path, *codes: str, **limits_: object) -> list[CellResult]:
    return Runner(folder, Limits(**limits_)).run(cells(*codes))  # type: ignore[arg-type]


def goes_on(folder: Path, hostile: str, **limits_: object) -> CellResult:
    """What a hostile snippet gave; the next one runs all the same, within the limits and no process is left."""
    known = limits.children()
    began = time.monotonic()
    first, second = ran(folder, hostile, "print('next')", **{"timeout": 5.0, **limits_})
    assert (second.state, second.output) == ("ok", "next\n")
    assert time.monotonic() - began < 60
    assert limits.strays(known, limits._parents()) == set()
    return first


def test_no_cells_start_nothing(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "not there")
    assert runner.run([]) == []
    assert runner.started == 0


def test_each_cell_has_its_own_output(tmp_path: Path) -> None:
    first, second = ran(tmp_path, "print('é')", "'last'")
    assert (first.output, second.output) == ("é\n", "'last'\n")


def test_cells_share_a_namespace_and_go_on_after_an_error(tmp_path: Path) -> None:
    first, second, third = ran(tmp_path, "x = 1", "boom", "x + 1")
    assert (first.state, second.error_name, second.error_line, third.output) == ("ok", "NameError", 1, "2\n")


def test_output_of_child_processes_is_caught(tmp_path: Path) -> None:
    (result,) = ran(tmp_path, "import os\n_ = os.system('echo hello')")
    assert result.output == "hello\n"


def test_an_endless_loop_ends(tmp_path: Path) -> None:
    result = goes_on(tmp_path, "print('on', flush=True)\nwhile True: pass", timeout=1.5)
    assert (result.state, result.output) == ("timeout", "on\n")
    assert "1.5 seconds" in result.error_message


def test_what_an_ended_snippet_had_set_up_is_lost_and_said_to_be(tmp_path: Path) -> None:
    first, second, third = ran(tmp_path, "x = 1", "import os\nos._exit(3)", "x")
    assert (first.state, second.state, third.error_name) == ("ok", "killed", "NameError")
    assert "status 3" in second.error_message
    assert (second.lost, third.lost) == (False, True)


@LINUX
def test_too_many_processes_end(tmp_path: Path) -> None:
    code = "import os, time\nfor _ in range(200):\n    if os.fork() == 0: time.sleep(60)\ntime.sleep(60)"
    result = goes_on(tmp_path, code, timeout=20.0)
    assert (result.state, str(limits.PROCESSES) in result.error_message) == ("processes", True)


def test_endless_output_ends(tmp_path: Path) -> None:
    result = goes_on(tmp_path, "block = 'x' * 1_000_000\nfor _ in range(1000): print(block)", timeout=30.0)
    assert result.state == "output"
    assert len(result.output) <= limits.OUTPUT_MB << 20


@POSIX
def test_who_kills_its_parents_group_kills_nobody_else(tmp_path: Path) -> None:
    result = goes_on(
        tmp_path, "import os, signal, time\nos.killpg(os.getpgid(os.getppid()), signal.SIGKILL)\ntime.sleep(9)"
    )
    assert result.state in ("killed", "error")


def test_who_asks_for_input_is_told_that_there_is_none(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "input('name? ')").error_name == "EOFError"


@POSIX
def test_writing_outside_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "post").mkdir()
    (tmp_path / "other.txt").write_text("mine", encoding="utf-8")
    for code in (
        f"x = 1\nopen({str(tmp_path / 'other.txt')!r}, 'a').write('theirs')",
        f"import os\nos.remove({str(tmp_path / 'other.txt')!r})",
        f"import os\nos.rename({str(tmp_path / 'other.txt')!r}, 'x')",
        f"import pathlib\npathlib.Path({str(tmp_path / 'new')!r}).mkdir()",
        "x = 1\nopen('../other.txt', 'w')",
    ):
        result = goes_on(tmp_path / "post", code, top=tmp_path)
        assert (result.state, result.error_line) == ("error", 2), code
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "mine"
    assert sorted(place.name for place in tmp_path.iterdir()) == ["other.txt", "post"]


@POSIX
@pytest.mark.usefixtures("no_bubblewrap")
def test_without_bubblewrap_a_program_that_changes_the_post_is_named(tmp_path: Path) -> None:
    place = tmp_path / "data.txt"
    place.write_text("1", encoding="utf-8")
    result = goes_on(tmp_path, f"import os\n_ = os.system('echo 2 > {place}')")
    assert result.outside == ("data.txt",)


@LINUX
def test_who_becomes_a_daemon_is_found(tmp_path: Path) -> None:
    code = (
        "import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        "        os.execvpe('sleep', ['sleep', '60'], {'PATH': os.environ['PATH']})\n    os._exit(0)\nprint('left')"
    )
    assert goes_on(tmp_path, code).output == "left\n"
    assert goes_on(tmp_path, f"{code}\nwhile True: pass", timeout=1.5).state == "timeout"


@LINUX
def test_nothing_is_left_when_we_are_killed(tmp_path: Path) -> None:
    mark = f"{os.getpid()}.{time.monotonic_ns() % 10**9}"
    ours = (
        "import sys, pathlib\nfrom inkwright.model.snippet import Cell\nfrom inkwright.process.runner import Runner\n"
        f'code = \'import os; os.execvp("sleep", ["sleep", "{mark}"])\'\n'
        "Runner(pathlib.Path(sys.argv[1])).run([Cell(1, 'python', code)])"
    )
    process = subprocess.Popen([sys.executable, "-c", ours, str(tmp_path)])

    def sleeping() -> bool:
        lines = []
        for place in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                lines.append(place.read_bytes())
        return f"sleep\0{mark}\0".encode() in lines

    waits_for(sleeping)
    process.kill()
    process.wait()
    waits_for(lambda: not sleeping())


def waits_for(happens: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_who_closes_the_channel_is_told(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "import os\nos.closerange(0, 50)").state == "channel"


def test_who_closes_only_its_own_output_goes_on(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "import os\nos.close(1)").state == "ok"
    assert goes_on(tmp_path, "import sys\nsys.stdout.close()").state == "ok"


def test_forged_answers_are_not_believed(tmp_path: Path) -> None:
    forged = "{garbage}\n" + '{"n": 2, "error": null}\n{"n": 1, "error": 5}\n'
    code = (
        f"import os\nfor fd in range(3, 20):\n    try: os.write(fd, {forged.encode()!r})\n    except OSError: 0\nboom"
    )
    assert goes_on(tmp_path, code).error_name == "NameError"


@POSIX
def test_ways_to_end_early(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "import os\nos._exit(0)").state == "ok"
    assert "SIGABRT" in goes_on(tmp_path, "import os\nos.abort()").error_message
    assert goes_on(tmp_path, "import sys\nsys.exit()").state == "ok"
    assert goes_on(tmp_path, "import sys\nsys.exit('no')").error_name == "SystemExit"
    assert goes_on(tmp_path, "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", timeout=1.0).state == "timeout"


@POSIX
def test_a_forked_child_that_falls_through_answers_nothing(tmp_path: Path) -> None:
    result = goes_on(
        tmp_path, "import os\nchild = os.fork()\nif child: os.waitpid(child, 0)\nprint('parent' if child else 'child')"
    )
    assert sorted(result.output.split()) == ["child", "parent"]


def test_endless_recursion_and_binary_output(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "def f(): f()\nf()").error_name == "RecursionError"
    assert "\ufffd" in goes_on(tmp_path, "import sys\n_ = sys.stdout.buffer.write(bytes(range(256)))").output


@POSIX
def test_memory_is_limited(tmp_path: Path) -> None:
    assert goes_on(tmp_path, "x = bytearray(2_000_000_000)", memory_mb=400).error_name == "MemoryError"


def test_secrets_stay_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "canary")
    monkeypatch.setenv("WANTED", "yes")
    code = (
        "import os\nprint('canary' in str(os.environ), os.environ.get('WANTED'), os.listdir(os.path.expanduser('~')))"
    )
    assert ran(tmp_path, code)[0].output == "False None []\n"
    assert ran(tmp_path, code, passed=("WANTED",))[0].output == "False yes []\n"


def test_snippets_see_their_posts_files_and_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "posts/a").mkdir(parents=True)
    (tmp_path / "posts/a/data.txt").write_text("42", encoding="utf-8")
    (tmp_path / "posts/near.txt").write_text("43", encoding="utf-8")
    (tmp_path / "top.txt").write_text("44", encoding="utf-8")
    code = "print(*(open(name).read() for name in ('data.txt', '../near.txt', '../../top.txt')))"
    assert ran(tmp_path / "posts/a", code, top=tmp_path)[0].output == "42 43 44\n"


def test_what_a_snippet_writes_stays_in_the_run(tmp_path: Path) -> None:
    (tmp_path / "data.txt").write_text("1", encoding="utf-8")
    first, second = ran(
        tmp_path, "_ = open('data.txt', 'a').write('2')\n_ = open('new.txt', 'w').write('')", "open('data.txt').read()"
    )
    assert (first.wrote, second.output) == (("data.txt", "new.txt"), "'12'\n")
    assert [place.name for place in tmp_path.iterdir()] == ["data.txt"]
    assert (tmp_path / "data.txt").read_text(encoding="utf-8") == "1"


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    (result,) = ran(tmp_path, "x = 1\nif x\n  y")
    assert (result.state, result.error_name, result.error_line) == ("error", "SyntaxError", 2)


def test_a_module_of_ours_cannot_be_shadowed_by_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    assert ran(tmp_path, "print(1)")[0].output == "1\n"


def test_statements_of_a_transcript_run_as_at_a_prompt(tmp_path: Path) -> None:
    document = parse_text("```pycon\n>>> x = [1]\n>>> for i in x:\n...     i\n...\n1\n>>> x\n[1]\n```\n")
    runner = Runner(tmp_path)
    assert [result.output for result in runner.run(cells_of(snippets(document), runner.languages))] == [
        "",
        "1\n",
        "[1]\n",
    ]


def test_a_program_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    runner = Runner(tmp_path, Limits(commands={"ruby": "no-such-ruby", "bash": "no-such-bash -e"}))
    for language in ("ruby", "bash"):
        (result,) = runner.run(cells("x", language=language))
        assert (result.state, "cannot be started" in result.error_message) == ("unstarted", True)


def test_versions_are_known_without_starting_anything(tmp_path: Path) -> None:
    assert version_of(sys.executable) == ".".join(map(str, sys.version_info[:3]))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/python").touch()
    (tmp_path / "pyvenv.cfg").write_text("home = /usr\nversion = 3.12.4\n", encoding="utf-8")
    assert version_of(str(tmp_path / "bin/python")) == "3.12.4"
    assert interpreter({"VIRTUAL_ENV": str(tmp_path)}) == str(tmp_path / "bin/python")
    assert interpreter({}) == sys.executable


@POSIX
def test_a_saved_file_replaces_the_link_to_a_post_and_not_the_post(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    cell = Cell(1, "python", "print(open('notes.md').read())\n", file="notes.md")
    (result,) = Runner(tmp_path).run([cell])
    assert (result.output, result.outside) == ("print(open('notes.md').read())\n\n", ())
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "mine"


@POSIX
def test_no_link_that_a_snippet_lays_leads_what_we_write_out_of_the_run(tmp_path: Path) -> None:
    post, other = tmp_path / "post", tmp_path / "other"
    post.mkdir()
    other.mkdir()
    (other / "profile").write_text("mine", encoding="utf-8")
    lays = (
        f"import os, sys\nos.symlink({str(other)!r}, 'way')\ncontrol = os.path.abspath('../control')\n"
        f"for name in ('snippet3.sh', 'bash.out', 'bash.out.err'):\n"
        f"    os.symlink({str(other / 'profile')!r}, os.path.join(control, name))\n"
    )
    made = [
        Cell(1, "python", lays),
        Cell(2, "text", "theirs", "file", file="way/profile"),
        Cell(3, "bash", "echo theirs; nowhere\n"),
    ]
    laid, through, shell = Runner(post, Limits(commands={"bash": "bash"})).run(made)
    assert (laid.state, through.state) == ("ok", "error")
    assert shell.state == "unstarted"
    assert [place.name for place in other.iterdir()] == ["profile"]
    assert (other / "profile").read_text(encoding="utf-8") == "mine"


@POSIX
@pytest.mark.parametrize("change", ["truncate('notes.md', 0)", "chmod('notes.md', 0)", "utime('notes.md', (0, 0))"])
def test_a_link_is_not_changed_through(tmp_path: Path, change: str) -> None:
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    before = (tmp_path / "notes.md").stat()
    (result,) = ran(tmp_path, f"import os\nos.{change}")
    assert (result.error_name, result.error_line) in (("PermissionError", 2), ("OSError", 2))
    after = (tmp_path / "notes.md").stat()
    assert (after.st_size, after.st_mode, after.st_mtime) == (before.st_size, before.st_mode, before.st_mtime)


@LINUX
def test_who_is_ended_takes_no_other_language_along(tmp_path: Path) -> None:
    python, shell = Cell(1, "python", "x = 1\n"), Cell(2, "bash", "X=41\n")
    endless, after = Cell(3, "python", "while True: pass\n"), Cell(4, "bash", "echo $X\n")
    runner = Runner(tmp_path, Limits(timeout=1.0, commands={"bash": "bash"}))
    *_, ended, went_on = runner.run([python, shell, endless, after])
    assert (ended.state, went_on.state, went_on.output) == ("timeout", "ok", "41\n")
    assert runner.started == 2
