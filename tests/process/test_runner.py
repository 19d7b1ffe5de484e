"""The runner keeps its limits, its process group and its namespace."""

import os
import time
from pathlib import Path

import pytest

from inkwright.process.runner import PythonRunner
from inkwright.text.markdown import parse_text
from inkwright.text.snippets import snippets


def cells(*codes: str):
    return snippets(parse_text("".join(f"```python\n{code}\n```\n\n" for code in codes)))


def test_no_cells_start_nothing(tmp_path: Path) -> None:
    assert PythonRunner(tmp_path / "not there").run([]) == []


def test_each_cell_has_its_own_output(tmp_path: Path) -> None:
    first, second = PythonRunner(tmp_path).run(cells("print('é')", "'last'"))
    assert (first.output, second.output) == ("é\n", "'last'\n")


def test_output_of_child_processes_is_caught(tmp_path: Path) -> None:
    (result,) = PythonRunner(tmp_path).run(cells("import os\n_ = os.system('echo hello')"))
    assert result.output == "hello\n"


def test_time_is_limited_and_children_die_too(tmp_path: Path) -> None:
    code = "import subprocess, time\nsubprocess.Popen(['sleep', '60'])\nprint('on', flush=True)\ntime.sleep(60)"
    began = time.monotonic()
    first, second = PythonRunner(tmp_path, timeout=1.5).run(cells(code, "1"))
    assert time.monotonic() - began < 20
    assert (first.state, first.output, second.state) == ("timeout", "on\n", "not_reached")


@pytest.mark.skipif(os.name != "posix", reason="limits exist on POSIX systems only")
def test_memory_is_limited(tmp_path: Path) -> None:
    (result,) = PythonRunner(tmp_path, memory_mb=400).run(cells("x = bytearray(2_000_000_000)"))
    assert (result.state, result.error_name) == ("error", "MemoryError")


@pytest.mark.skipif(os.name != "posix", reason="limits exist on POSIX systems only")
def test_endless_output_ends(tmp_path: Path) -> None:
    (result,) = PythonRunner(tmp_path, timeout=30).run(cells("while True: print('x' * 1000)"))
    assert result.state in ("error", "killed")
    assert len(result.output) <= 16 << 20


def test_secrets_stay_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "canary")
    monkeypatch.setenv("WANTED", "yes")
    code = "import os\nprint('canary' in str(os.environ), os.environ.get('WANTED'))"
    assert PythonRunner(tmp_path).run(cells(code))[0].output == "False None\n"
    assert PythonRunner(tmp_path, passed=("WANTED",)).run(cells(code))[0].output == "False yes\n"


def test_snippets_run_beside_their_post(tmp_path: Path) -> None:
    (tmp_path / "data.txt").write_text("42", encoding="utf-8")
    assert PythonRunner(tmp_path).run(cells("print(open('data.txt').read())"))[0].output == "42\n"


def test_a_hard_exit_is_told(tmp_path: Path) -> None:
    first, second = PythonRunner(tmp_path).run(cells("import os\nos._exit(3)", "1"))
    assert (first.state, second.state) == ("killed", "not_reached")


def test_sys_exit_zero_is_fine_and_others_are_errors(tmp_path: Path) -> None:
    assert PythonRunner(tmp_path).run(cells("import sys\nsys.exit()"))[0].state == "ok"
    assert PythonRunner(tmp_path).run(cells("import sys\nsys.exit('no')"))[0].error_name == "SystemExit"


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    (result,) = PythonRunner(tmp_path).run(cells("x = 1\nif x\n  y"))
    assert (result.state, result.error_name, result.error_line) == ("error", "SyntaxError", 2)


def test_a_module_of_ours_cannot_be_shadowed_by_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
    assert PythonRunner(tmp_path).run(cells("print(1)"))[0].output == "1\n"
